"""Datelines and names that a column's width broke: carved out of the first lines of a block, or the last.

Carving looks at lines, before anything is put together; here what it looks for runs over two or three of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from .carving import carved
from .sheet import Block
from .types import Line

REACH: Final = 3
BEHIND: Final = frozenset({"byline", "jump", "end"})


def recarved(blocks: list[Block]) -> list[Block]:
    """The blocks, those with names across their lines as several."""
    return [piece for block in blocks for piece in (_carved(block) if len(block.lines) > 1 else [block])]


def _carved(block: Block) -> Iterator[Block]:
    ahead, block = _head(block)
    block, behind = _tail(block)
    yield from (Block([line]) for line in ahead)
    yield block
    yield from (Block([line]) for line in behind)


def _head(block: Block) -> tuple[list[Line], Block]:
    count = min(REACH, len(block.lines))
    if block.kind not in ("", "paragraph") or any(join.glue for join in block.joins[: count - 1]):
        return [], block
    pieces = carved([_merged(block.lines[:count])])
    if len(pieces) < 2 or pieces[-1].kind not in ("", "paragraph"):
        return [], block
    *ahead, rest = pieces
    if any(one.kind not in ("dateline", "byline", "jump") for one in ahead):
        return [], block
    return ahead, Block([rest, *block.lines[count:]], block.joins[count - 1 :])


def _tail(block: Block) -> tuple[Block, list[Line]]:
    if len(block.lines) < 2 or block.joins[-1].glue or block.kind not in ("", "paragraph"):
        return block, []
    pieces = carved([_merged(block.lines[-2:])])
    if len(pieces) < 2 or any(one.kind not in BEHIND for one in pieces[1:]):
        return block, []
    return Block([*block.lines[:-2], pieces[0]], block.joins[:-1]), pieces[1:]


def _merged(lines: list[Line]) -> Line:
    """Lines with nothing between them as one."""
    spans = tuple(span for line in lines for span in line.spans)
    return replace(lines[0], text="".join(line.text for line in lines), spans=spans)
