"""The plain text of a body, one block (paragraph, list item, cell, heading, caption) a line, and the way back from it
to the HTML: for each stretch of the text its place there.

Footnote numbers and readings beside characters (rt, rp) are left out; code, deleted text, superscripts and subscripts
are in, but quiet: no figure is marked in them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from .escaping import escape


class Segment(NamedTuple):
    """A stretch of plain text that no tag interrupts in the HTML."""

    start: int  # in the plain text
    end: int
    place: int  # of its first character in the HTML
    quiet: bool


class Block(NamedTuple):
    """A line of the plain text."""

    start: int
    end: int
    tag: str
    row: int  # which table row, -1 outside tables
    cell: int


@dataclass(slots=True)
class PlainText:
    """Text, blocks and segments of one body."""

    text: str
    segments: list[Segment]
    blocks: list[Block]
    segment_starts: list[int] = field(init=False)
    block_starts: list[int] = field(init=False)
    quiet: bool = field(init=False)  # whether any segment is
    escaped: bool = field(init=False)  # whether the HTML has more characters for some

    def __post_init__(self) -> None:
        self.segment_starts = [segment[0] for segment in self.segments]
        self.block_starts = [block[0] for block in self.blocks]
        self.quiet = any(segment[3] for segment in self.segments)
        self.escaped = escape(self.text) is not self.text

    def block_at(self, offset: int) -> Block:
        return self.blocks[bisect_right(self.block_starts, offset) - 1]

    def touched(self, start: int, end: int) -> list[Segment]:
        """The segments that a stretch of the text reaches into."""
        first = bisect_right(self.segment_starts, start) - 1
        return self.segments[max(first, 0) : bisect_left(self.segment_starts, end)]

    def home(self, start: int, end: int) -> Block | None:
        """The block in which a stretch can be marked: it lies within it, and touches nothing quiet."""
        block = self.block_at(start)
        if start < block.start or end > block.end:
            return None
        if self.quiet and any(segment.quiet for segment in self.touched(start, end)):
            return None
        return block

    def places(self, segment: Segment, start: int, end: int) -> tuple[int, int]:
        """Where in the HTML the part of a segment from `start` to `end` of the text begins and ends."""
        low, high = max(start, segment.start), min(end, segment.end)
        if self.escaped:
            before, inside = self.text[segment.start : low], self.text[low:high]
            place = segment.place + len(escape(before))
            return place, place + len(escape(inside))
        place = segment.place + low - segment.start
        return place, place + high - low
