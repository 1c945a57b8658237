"""The sentence that says a figure or an event, readable away from its place."""

from __future__ import annotations

import bisect
from typing import NamedTuple

from plugins.zhtext import sentences

from .plaintext import Block, PlainText


class Quotations:
    """Sentences of one body by offset; of a table cell, its row's and its column's heading with it."""

    def __init__(self, plain: PlainText) -> None:
        self.plain = plain
        self.spans = sentences(plain.text)
        self.starts = [start for start, _ in self.spans]
        self.tables = _tables(plain.blocks)

    def at(self, start: int, end: int) -> str:
        """The sentence, or sentences, from `start` to `end` of the text."""
        if self.tables:
            block = self.plain.block_at(start)
            if block.cell >= 0:
                return self._cell(block)
        first = max(bisect.bisect_right(self.starts, start) - 1, 0)
        last = max(bisect.bisect_left(self.starts, end) - 1, first)
        return self.plain.text[self.spans[first][0] : max(self.spans[last][1], end)]

    def _cell(self, block: Block) -> str:
        row, column = self.heads(block)
        return " ".join(part for part in (row, column, self._text(block)) if part)

    def heads(self, block: Block) -> tuple[str, str]:
        """For a cell of a table: its row's and its column's heading; "" where there is none."""
        table = self.tables.get(block.row)
        if table is None:
            return "", ""
        row = table.rows[block.row].get(0) if block.cell else None
        column = table.head.get(block.cell) if block.tag == "td" else None
        return self._text(row), self._text(column)

    def _text(self, block: Block | None) -> str:
        return self.plain.text[block.start : block.end] if block else ""


class _Table(NamedTuple):
    head: dict[int, Block]
    rows: dict[int, dict[int, Block]]


def _tables(blocks: list[Block]) -> dict[int, _Table]:
    """For every row the table it belongs to. A table begins with its row of headings."""
    tables: dict[int, _Table] = {}
    table = _Table({}, {})
    for block in blocks:
        if block.tag == "th" and block.row not in tables:
            table = _Table({}, {})
        if block.tag in ("td", "th"):
            tables[block.row] = table
            table.rows.setdefault(block.row, {})[block.cell] = block
            if block.tag == "th":
                table.head[block.cell] = block
    return tables
