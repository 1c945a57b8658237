"""A root folder like the project's, with the real theme and settings and one article."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = "---\ntitle: 果园新路\nslug: a\ndate: 2026-03-01\ncolumn: 要闻\ntopics: [乡村]\n---\n\n{0}\n"
HEADED = "---\ntitle: {0}\nslug: {1}\n---\n\n一句话。\n"


def furnish(root: Path) -> None:
    """Makes the folder; it builds as it is."""
    for path, title in (("columns/news", "要闻"), ("topics/rural", "乡村")):
        file = root / "content" / f"{path}.md"
        file.parent.mkdir(parents=True)
        file.write_text(HEADED.format(title, file.stem), "utf-8")
    (root / "content" / "articles").mkdir()
    write_article(root, "果园修路12公里。")
    shutil.copytree(ROOT / "theme", root / "theme")
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / name, root)
    (root / "plugins").mkdir()


def write_article(root: Path, body: str, *, name: str = "a", draft: bool = False) -> None:
    text = ARTICLE.format(body).replace("slug: a", f"slug: {name}" + ("\nstatus: draft" if draft else ""))
    (root / "content" / "articles" / f"{name}.md").write_text(text, "utf-8")
