"""The built site as the rules see it: an output folder in, its pages out, one at a time.

Each page is parsed once, by lxml, and let go when the next one comes: ten thousand pages never stand in
memory together. Only the list of file names is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from lxml import etree, html

from plugins.checks.addresses import Addresses, Target, file_of
from plugins.checks.exports import Exports
from plugins.checks.feeds import OPENING, is_json_feed
from plugins.checks.production import Production
from plugins.checks.types import Place

ELEMENTS = "descendant-or-self::*"


@dataclass(frozen=True)
class Page:
    """One HTML page: its site path, its source and its tree."""

    path: str  # "/articles/x.html"
    source: str
    tree: Any = field(repr=False)

    @property
    def file(self) -> str:
        return self.path.removeprefix("/")

    @cached_property
    def lines(self) -> list[str]:
        return self.source.split("\n")

    @cached_property
    def ids(self) -> dict[str, Any]:
        """id → the first element that bears it."""
        found: dict[str, Any] = {}
        for element in self.tree.xpath("//*[@id]"):
            found.setdefault(element.get("id"), element)
        return found

    @cached_property
    def metas(self) -> dict[str, list[Any]]:
        """name → the `<meta>` elements that bear it."""
        found: dict[str, list[Any]] = {}
        for element in self.tree.xpath("//meta[@name]"):
            found.setdefault(str(element.get("name")), []).append(element)
        return found

    @cached_property
    def is_redirect(self) -> bool:
        """A page that only sends its reader on to a new address."""
        return bool(self.tree.xpath("//meta[translate(@http-equiv, 'REFSH', 'refsh')='refresh']"))

    @property
    def is_pack(self) -> bool:
        """A topic saved as one file: it repeats pages that are looked at themselves."""
        return self.path.endswith("/study-pack.html")

    def place(self, element: Any, written: str = "") -> Place:
        """Where an element stands; `written` is a piece of its tag that tells it from others on its line.

        lxml keeps the line of a tag's end, so the piece is looked for from there backwards.
        """
        line = max(1, min(element.sourceline or 1, len(self.lines)))
        needle = written or f"<{element.tag}"
        for number in range(line, max(0, line - 40), -1):
            column = self.lines[number - 1].find(needle)
            if column >= 0:
                return Place(self.file, number, column + 1)
        return Place(self.file, line)

    def place_at(self, offset: int) -> Place:
        """Where a character of the source stands."""
        before = self.source[:offset]
        return Place(self.file, before.count("\n") + 1, offset - before.rfind("\n"))


class Site:
    """An output folder, read-only."""

    def __init__(self, root: Path, site_url: str = "", production: Production | None = None) -> None:
        self.root = root
        self.production = production  # known of a site that goes to the world
        self.addresses = Addresses(site_url)

    @cached_property
    def files(self) -> frozenset[str]:
        """The site path of every file."""
        found = (path for path in self.root.rglob("*") if path.is_file())
        return frozenset("/" + path.relative_to(self.root).as_posix() for path in found)

    @cached_property
    def exports(self) -> Exports:
        """What the data files say, by article; read when a rule first asks."""
        return Exports(self)

    def named(self, *suffixes: str) -> list[str]:
        """The site paths with one of these endings, sorted."""
        return sorted(path for path in self.files if path.endswith(suffixes))

    def has(self, path: str) -> bool:
        return file_of(path) in self.files

    def resolve(self, page: str, written: str) -> Target:
        return self.addresses.resolve(page, written)

    def bytes_of(self, path: str) -> bytes:
        return (self.root / path.removeprefix("/")).read_bytes()

    def text_of(self, path: str) -> str:
        """A file's text with its newlines as they are, so that offsets hold."""
        return self.bytes_of(path).decode("utf-8", "replace")

    @cached_property
    def json_feeds(self) -> list[str]:
        """The site paths of the JSON feeds, told by how they begin."""
        return [path for path in self.named(".json") if is_json_feed(self._opening(path))]

    def _opening(self, path: str) -> bytes:
        with (self.root / path.removeprefix("/")).open("rb") as file:
            return file.read(OPENING)

    def pages(self) -> Iterator[Page]:
        return self.pages_at(*self.named(".html"))

    def pages_at(self, *paths: str) -> Iterator[Page]:
        for path in paths:
            yield page_of(path, self.text_of(path))


def page_of(path: str, source: str) -> Page:
    """Parses one page. A file with nothing in it becomes an empty document, for the rules to fault."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        tree = html.document_fromstring(source.encode(), parser=parser)
    except etree.ParserError:
        tree = html.document_fromstring("<html></html>")
    return Page(path, source, tree)


def squeezed(text: str) -> str:
    """Text without any white space: Chinese needs none, and markup breaks lines where it likes."""
    return "".join(text.split())
