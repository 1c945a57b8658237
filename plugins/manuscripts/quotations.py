"""The sentence that says a figure or an event, readable away from its place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from plugins.zhtext import sentences

from .plaintext import Block, PlainText


class Quotations:
    """Sentences of one body by offset; of a table cell, its row's and its column's heading with it."""

    def __init__(self, plain: PlainText) -> None:
        self.plain = plain
        spans = sentences(plain.text)
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.tables = _tables(plain)

    def at(self, start: int, end: int) -> str:
        """The sentence, or sentences, from `start` to `end` of the text."""
        if self.tables:
            block = self.plain.block_at(start)
            if block.cell >= 0:
                return self._cell(block)
        first = bisect_right(self.starts, start) - 1
        stop = self.ends[first]
        if stop < end:
            stop = self.ends[bisect_left(self.starts, end) - 1]
        return self.plain.text[self.starts[first] : stop]

    def _cell(self, block: Block) -> str:
        row, column = self.heads(block)
        return " ".join(filter(None, (row, column, self.plain.text[block.start : block.end])))

    def heads(self, block: Block) -> tuple[str, str]:
        """For a cell of a table: its row's and its column's heading; "" where there is none."""
        table = self.tables[block.row]
        row = table.rows.get(block.row, "") if block.cell else ""
        return row, table.columns.get(block.cell, "") if block.tag == "td" else ""


class _Table(NamedTuple):
    columns: dict[int, str]  # the headings of columns
    rows: dict[int, str]  # the first cells of rows


def _tables(plain: PlainText) -> dict[int, _Table]:
    """For every row the table it belongs to. A table begins with its row of headings."""
    tables: dict[int, _Table] = {}
    table = _Table({}, {})
    for start, end, tag, row, cell in plain.blocks:
        if cell < 0:
            continue
        if tag == "th":
            table = table if row in tables else _Table({}, {})
            table.columns[cell] = plain.text[start:end]
        tables[row] = table
        if not cell:
            table.rows[row] = plain.text[start:end]
    return tables
