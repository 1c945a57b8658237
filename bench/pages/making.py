"""Sites to be opened: each built for the address at which it will be served, in a folder of the bench's own.

A theme and the corpus in, or the shipped content; out come the served folder and one page of each kind: the longest,
which has the most that could go wrong, but of articles also the one of middling size; the same one everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.browser.kinds import APART, KINDS, OVERFLOW, kinds_of, listed

from ..builds import sites
from ..corpus import Corpus
from ..generators import OURS, ROOT
from ..measure import BenchError, run
from ..sites import Site
from .serving import serving
from .themes import ADDRESSES, Theme

LONGEST = "article-longest"
"""The kind of the longest article: `article` is the one in the middle of all, as a reader meets it."""
Pages = dict[str, str]
"""Kind of page → its address."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A site that is being served."""

    name: str
    folder: Path
    origin: str
    pages: Pages


@contextmanager
def shipped(work: Path) -> Iterator[Opened]:
    """The content of the checkout, as a release of it."""
    folder = work / "pages-shipped"
    output = folder / "output"
    output.mkdir(parents=True, exist_ok=True)
    options = {"settings": ROOT / "publishconf.py", "output": output, "cache": folder / "cache"}
    command = [
        str(ROOT / "hub"),
        "build",
        *(word for name, value in options.items() for word in (f"--{name}", str(value))),
    ]
    with serving(output) as origin:
        run(command, cwd=ROOT, log=work / "pages-shipped.log", environment=_told(origin))
        yield Opened(OURS, output, origin, _ours(output))


@contextmanager
def of_corpus(work: Path, themes: list[Theme], count: int) -> Iterator[Iterator[Opened]]:
    """The corpus in each theme, one site after the other."""
    by_name = {theme.generator.name: theme for theme in themes}
    with sites(work / "pages", [theme.generator for theme in themes], Corpus(count)) as made:
        yield (opened for site in made for opened in _served(site, by_name[site.generator.name]))


def _served(site: Site, theme: Theme) -> Iterator[Opened]:
    site.restore()
    site.forget()
    for name in theme.linked:
        if not (site.folder / name).exists():
            (site.folder / name).symlink_to(site.tools / name)
    site.output.mkdir()
    with serving(site.output) as origin:
        own = {name: str(site.folder / value) for name, value in theme.generator.environment.items()}
        command = theme.generator.command(site.folder, site.tools)
        log = site.folder.parent / f"{theme.generator.name}.log"
        run(command, cwd=site.folder, log=log, environment=own | _told(origin))
        pages = _theirs(site, theme) if theme.pages else _ours(site.output)
        yield Opened(theme.generator.name, site.output, origin, pages)


def _told(origin: str) -> dict[str, str]:
    return dict.fromkeys(ADDRESSES, origin)


def _ours(output: Path) -> Pages:
    """A page of every kind that the site has, as its sitemap and the shapes of addresses tell."""
    sized: dict[str, list[tuple[int, str]]] = {}
    for path in listed(output):
        for kind in kinds_of(path):
            sized.setdefault(kind, []).append(((output / path[1:]).stat().st_size, path))
    found = {kind: max(pages)[1].removesuffix("index.html") for kind, pages in sized.items()}
    articles = {"article": sorted(sized["article"])[len(sized["article"]) // 2][1], LONGEST: found["article"]}
    return {kind: found[kind] for kind in (KINDS | OVERFLOW) if kind in found} | articles | APART


def _theirs(site: Site, theme: Theme) -> Pages:
    pages = {}
    for kind, pattern in theme.pages.items():
        files = list(site.output.glob(pattern.format(site.edited.slug)))
        if not files:
            raise BenchError(f"{theme.generator.name} 的网站里没有 {pattern}，见 {site.folder.parent}。")
        file = max(files, key=lambda path: (path.stat().st_size, path))
        pages[kind] = "/" + file.relative_to(site.output).as_posix().removesuffix("index.html")
    return pages
