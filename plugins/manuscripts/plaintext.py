"""The plain text of a body and the way back from it to the HTML.

Our own engine's HTML flows in. Out flows the text, one block (paragraph, list item, cell, heading, caption) a line,
and for each stretch of it the text node it comes from. Footnote numbers and readings beside characters (rt, rp) are
left out; code, deleted text, superscripts and subscripts are in, but quiet: no figure is marked in them.
"""

from __future__ import annotations

import html as entities
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Final, NamedTuple

TOKEN: Final = re.compile(r"(<[^>]*>)")
_NAME: Final = re.compile(r"</?([a-z][a-z0-9]*)")
INLINE: Final = frozenset(
    {
        "a",
        "strong",
        "em",
        "code",
        "sup",
        "sub",
        "mark",
        "u",
        "del",
        "ins",
        "kbd",
        "abbr",
        "span",
        "ruby",
        "rt",
        "rp",
    }
    | {"br", "wbr", "img"}
)
QUIET: Final = frozenset({"code", "pre", "del", "sup", "sub"})
UNREAD: Final = frozenset({"rt", "rp"})
_VOID: Final = frozenset({"br", "wbr", "img", "hr"})
_FOOTNOTE: Final = ("footnote-ref", "footnote-backref")


class Segment(NamedTuple):
    """A stretch of plain text that is (a slice of) one text node."""

    start: int  # in the plain text
    text: str  # decoded, as in the node
    token: int  # which token of the HTML
    skip: int  # characters of the decoded node in front of it
    quiet: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class Block(NamedTuple):
    """A line of the plain text."""

    start: int
    end: int
    tag: str
    row: int  # which table row, -1 outside tables
    cell: int


@dataclass(slots=True)
class PlainText:
    """Text, blocks and segments of one body, and the tokens of its HTML."""

    tokens: list[str]
    text: str = ""
    segments: list[Segment] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    segment_starts: list[int] = field(default_factory=list)
    block_starts: list[int] = field(default_factory=list)

    def block_at(self, offset: int) -> Block:
        return self.blocks[bisect_right(self.block_starts, offset) - 1]

    def touched(self, start: int, end: int) -> range:
        """Which segments a stretch of the text reaches into."""
        first = bisect_right(self.segment_starts, start) - 1
        return range(max(first, 0), bisect_left(self.segment_starts, end))


def plain_text(html: str) -> PlainText:
    """Reads the HTML once, from left to right."""
    reading = _Reading(PlainText(TOKEN.split(html)))
    for number, token in enumerate(reading.plain.tokens):
        if number % 2:
            reading.tag(token)
        elif token:
            reading.node(number, token)
    reading.end_block()
    plain = reading.plain
    plain.segment_starts = [segment.start for segment in plain.segments]
    plain.block_starts = [block.start for block in plain.blocks]
    plain.text = "\n".join(reading.lines)
    return plain


class _Reading:
    def __init__(self, plain: PlainText) -> None:
        self.plain = plain
        self.lines: list[str] = []
        self.line: list[Segment] = []
        self.length = 0  # of the text so far, the current line included
        self.block = ""
        self.open: list[str] = []  # open elements that bear on what is inside
        self.row = self.cell = -1

    def tag(self, token: str) -> None:
        found = _NAME.match(token)
        if found is None:  # the place of the fact box
            return
        name, closing = found[1], token[1] == "/"
        if name in INLINE:
            self._inline(name, token, closing)
            return
        self.end_block()
        if not closing:
            self.block = name
            self._table(name)
        if name == "pre":
            self.open.append(name) if not closing else self.open.remove(name)

    def _inline(self, name: str, token: str, closing: bool) -> None:
        if name == "a" and any(mark in token for mark in _FOOTNOTE):
            self.open.append("footnote")
        elif name == "a" and closing and "footnote" in self.open:
            self.open.remove("footnote")
        elif name in QUIET or name in UNREAD:
            if not closing:
                self.open.append(name)
            elif name in self.open:
                self.open.remove(name)

    def _table(self, name: str) -> None:
        if name == "tr":
            self.row, self.cell = self.row + 1, -1
        elif name in ("td", "th"):
            self.cell += 1

    def node(self, number: int, raw: str) -> None:
        if self.open and any(name == "footnote" or name in UNREAD for name in self.open):
            return
        text = entities.unescape(raw) if "&" in raw else raw
        skip = 0
        if not self.line:
            kept = text.lstrip()
            skip = len(text) - len(kept)
            if not kept:
                return
            text = kept
        quiet = any(name in QUIET for name in self.open)
        self.line.append(Segment(self.length, text, number, skip, quiet))
        self.length += len(text)

    def end_block(self) -> None:
        line = self.line
        while line and not line[-1].text.rstrip():
            line.pop()
        if not line:
            return
        line[-1] = line[-1]._replace(text=line[-1].text.rstrip())
        start, end = line[0].start, line[-1].end
        in_cell = self.block in ("td", "th")
        self.plain.blocks.append(
            Block(start, end, self.block, self.row if in_cell else -1, self.cell if in_cell else -1)
        )
        self.lines.append("".join([segment.text for segment in line]).replace("\n", " "))
        self.plain.segments += line
        self.line, self.length = [], end + 1
