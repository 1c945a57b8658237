"""What flows through the room: a source and its lines, parts of articles, and what was dropped.

A span is a stretch of `Source.text`, the characters of the source in its own order. Whatever becomes of a line, its
spans go with it, so that the account can say of every character where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal, NamedTuple

Span = tuple[int, int]
Role = Literal[
    "series",
    "kicker",
    "title",
    "subtitle",
    "source",
    "reporter",
    "caption",
    "date",
    "heading",
    "paragraph",
    "verse",
    "table",
    "list",
    "quotation",
    "picture",
    "footnote",
]
FRONT: Final[frozenset[str]] = frozenset({"series", "kicker", "title", "subtitle", "source", "reporter", "caption"})
"""Roles that stand in front matter."""


class Picture(NamedTuple):
    """A picture that came along: its bytes, or only the address that the source gives for it."""

    data: bytes = b""
    extension: str = ""
    alt: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source, or part of one. What the format says of it is in the fields; zero where it says nothing."""

    text: str
    spans: tuple[Span, ...]
    gap: int = 0  # empty lines in front of it
    indent: float = 0  # in Han characters
    kind: str = ""  # the format's own word: paragraph, heading, caption, list, quotation, row, picture, footnote …
    level: int = 0  # of a heading or list item
    ordered: int = 0  # the number of an item of a numbered list
    size: float = 0  # of the type, in points
    bold: bool = False
    centred: bool = False
    page: int = 0
    column: int = 0
    full: bool | None = None  # whether it fills its column, where the format knows
    cells: tuple[tuple[Span, ...], ...] = ()  # of a table row
    picture: Picture | None = None
    label: str = ""  # of a footnote
    refs: tuple[tuple[int, str], ...] = ()  # places of the source where footnotes are referred to, and their labels
    parent: str = ""  # what it stands in, for the report: header, text box, caption of …

    def cut(self, start: int, end: int) -> Line:
        """A stretch of the line's text as a line of its own, without white space at its ends."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        gap, indent = (self.gap, self.indent) if not self.text[:start].strip() else (0, 0)
        spans = sliced(self.spans, start, end)
        return replace(self, text=self.text[start:end], spans=spans, gap=gap, indent=indent)


def sliced(spans: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    """The spans of the characters from `start` to `end` of the text that the spans make."""
    found, offset = [], 0
    for low, high in spans:
        length = high - low
        first, last = max(start - offset, 0), min(end - offset, length)
        if first < last:
            found.append((low + first, low + last))
        offset += length
    return tuple(found)


class Dropped(NamedTuple):
    """Characters of the source that no manuscript has, and why."""

    spans: tuple[Span, ...]
    reason: str


@dataclass(slots=True)
class Source:
    """What a reader makes of a file. `text` has all its characters, `lines` those that may become an article."""

    name: str
    kind: str
    text: str
    lines: list[Line]
    dropped: list[Dropped] = field(default_factory=list)
    encoding: str = ""
    date: str = ""  # of publication, where the format says it
    year: int = 0
    title: str = ""  # the file's own word for its title; no character of the text
    notes: list[str] = field(default_factory=list)  # for the editor
    witness: str | None = None  # the same characters by another way of reading the file, in any order

    def slice(self, spans: Sequence[Span]) -> str:
        return "".join(self.text[start:end] for start, end in spans)


class Join(NamedTuple):
    """Why two lines became one part."""

    glue: str
    score: float
    reason: str


@dataclass(slots=True)
class Part:
    """A part of an article: its lines with what is between them, why it is what it is, and what is unsure of it."""

    role: Role
    lines: list[Line]
    joins: list[Join] = field(default_factory=list)  # one less than lines
    reasons: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    score: float = 0

    @property
    def text(self) -> str:
        glues = ["", *(join.glue for join in self.joins)]
        return "".join(glue + line.text for glue, line in zip(glues, self.lines, strict=True))

    @property
    def spans(self) -> list[Span]:
        return [span for line in self.lines for span in line.spans]

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]

    def add(self, line: Line, join: Join) -> None:
        self.lines.append(line)
        self.joins.append(join)


@dataclass(slots=True)
class Article:
    """One manuscript to be: its parts in the source's order."""

    parts: list[Part] = field(default_factory=list)
    date: str = ""
    year: int = 0
    dateline: str = ""  # 本报济南7月1日讯
    reasons: list[str] = field(default_factory=list)  # why it begins where it does

    def of(self, *roles: str) -> list[Part]:
        return [part for part in self.parts if part.role in roles]

    def text_of(self, role: str) -> str:
        return " ".join(part.text for part in self.of(role))

    @property
    def body(self) -> Iterator[Part]:
        return (part for part in self.parts if part.role not in FRONT and part.role != "date")


@dataclass(slots=True)
class Plan:
    """What is to become of a source."""

    source: Source
    articles: list[Article]
    dropped: list[Dropped]
