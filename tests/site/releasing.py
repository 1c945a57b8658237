"""What the tests of releases share: a small site made by hand, and how to look at what a target holds."""

from __future__ import annotations

from pathlib import Path

from plugins.releases.manifest import NAME

FIRST = {
    "index.html": "<p>首页，第一期</p>",
    "feed.xml": "<feed>一</feed>",
    "articles/a.html": "<p>甲</p>",
    "articles/党建.html": "<p>中文文件名</p>",
    "theme/style.1.css": "p { color: black }",
    "data/old/facts.json": "[]",
    "data/old/[1]*.csv": "1",
}
SECOND = {
    "index.html": "<p>首页，第二期</p>",
    "feed.xml": "<feed>二</feed>",
    "articles/a.html": "<p>甲</p>",
    "articles/b.html": "<p>乙</p>",
    "theme/style.2.css": "p { color: red }",
}
PUT_IN_ORDER = ["theme/style.2.css", "articles/b.html", "feed.xml", "index.html"]
REMOVED_IN_ORDER = ["articles/党建.html", "data/old/[1]*.csv", "data/old/facts.json", "theme/style.1.css"]


def write_site(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    (folder / ".hub-output").write_text("the press's own mark stays at home", "utf-8")
    return folder


def held(folder: Path) -> dict[str, str]:
    """The files of a target, without our manifest; of a database only what is text."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != NAME)
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8", "replace") for path in files}
