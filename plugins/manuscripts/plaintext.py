"""The plain text of a body, one block (paragraph, list item, cell, heading, caption) a line, and the way back from it
to the HTML: for each stretch of the text that no tag interrupts its place there.

Footnote numbers and readings beside characters (rt, rp) are left out; code, deleted text, superscripts and subscripts
are in, but quiet: no figure is marked in them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from .escaping import escape


class Block(NamedTuple):
    """A line of the plain text."""

    start: int
    end: int
    tag: str
    row: int  # which table row, -1 outside tables
    cell: int


@dataclass(slots=True)
class PlainText:
    """Text, blocks and stretches of one body. The nth stretch runs from `starts[n]` to `ends[n]` of the text, and its
    first character stands at `places[n]` of the HTML."""

    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    quiet: set[int] = field(default_factory=set)  # the numbers of quiet stretches
    block_starts: list[int] = field(default_factory=list)
    escaped: bool = False  # whether the HTML has more characters for some of the text's

    def add(self, start: int, end: int, place: int) -> None:
        """Another stretch, behind the others."""
        self.starts.append(start)
        self.ends.append(end)
        self.places.append(place)

    def end(self, text: str) -> None:
        """All blocks and stretches are there, and this is their text."""
        self.text = text
        self.block_starts = [block[0] for block in self.blocks]
        self.escaped = escape(text) is not text

    def block_at(self, offset: int) -> Block:
        return self.blocks[bisect_right(self.block_starts, offset) - 1]

    def touched(self, start: int, end: int) -> range:
        """The numbers of the stretches that the text from `start` to `end` reaches into."""
        first = bisect_right(self.starts, start) - 1
        return range(max(first, 0), bisect_left(self.starts, end))

    def home(self, start: int, end: int) -> Block | None:
        """The block in which a part of the text can be marked: it lies within it, and touches nothing quiet."""
        block = self.blocks[bisect_right(self.block_starts, start) - 1]
        if start < block.start or end > block.end:
            return None
        if self.quiet and not self.quiet.isdisjoint(self.touched(start, end)):
            return None
        return block

    def pieces(self, start: int, end: int) -> list[tuple[int, int]]:
        """From where to where the text from `start` to `end` stands in the HTML: a piece for each of its stretches."""
        number = bisect_right(self.starts, start) - 1
        if end > self.ends[number] or self.escaped:
            return [self._piece(number, start, end) for number in self.touched(start, end)]
        shift = self.places[number] - self.starts[number]
        return [(start + shift, end + shift)]

    def _piece(self, number: int, start: int, end: int) -> tuple[int, int]:
        first = self.starts[number]
        low, high = max(start, first), min(end, self.ends[number])
        place = self.places[number] + len(escape(self.text[first:low]))
        return place, place + len(escape(self.text[low:high]))
