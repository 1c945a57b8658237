"""Lines to blocks by geometry alone: what a column's width broke is put together again.

Only for sheets that are set to a measure, and for PDF pages; elsewhere a line is a block. Also together: a headline set
downwards, a character or two a line; rows of one table; a heading on two lines without a gap where all else has one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .glue import glue
from .sheet import FINISHED, PAUSED, STRUCTURAL, Block, Usual
from .streams import width
from .types import Join, Line

SLACK: Final = 2.1
TALL: Final = 3
NUMBERED: Final = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|[（(]?[0-9]{1,2}[）)、.．](?![0-9])|[①-⑳●■◆□•·▪]|第[一二三四五六七八九十]+[章节条部]"
)


def blocks(lines: list[Line], common: Usual) -> list[Block]:
    """The blocks of a sheet, in order."""
    found: list[list[Line]] = []
    joins: list[list[Join]] = []
    for line in lines if common.marked else _upright(lines):
        if found and not isinstance(line, list):
            join = _together(found[-1], line, common)
            if join:
                found[-1].append(line)
                joins[-1].append(join)
                continue
        group = line if isinstance(line, list) else [line]
        found.append(group)
        joins.append([Join("", 4, "竖排的字，一行一两个") for _ in group[1:]])
    return [Block(group, own) for group, own in zip(found, joins, strict=True)]


def _upright(lines: list[Line]) -> Iterator[Line | list[Line]]:
    """Runs of lines of a character or two are one line, set downwards."""
    run: list[Line] = []
    for line in [*lines, None]:
        short = (
            line is not None
            and len(line.text) <= 2
            and not line.kind
            and re.fullmatch(r"[\u3400-\u9fff“”]+", line.text)
        )
        if line is not None and short and (not run or line.gap <= run[0].gap or line.gap == 0):
            run.append(line)
            continue
        if len(run) >= TALL:
            yield run
        else:
            yield from run
        run = [line] if line is not None and short else []
        if line is not None and not short:
            yield line


def _together(group: list[Line], line: Line, common: Usual) -> Join | None:
    before = group[-1]
    if before.kind != line.kind or line.kind in STRUCTURAL or line.cells or line.parent == "glued":
        return None
    if line.full is not None or before.full is not None:
        return _set(group, line, common)
    if not common.measure:
        return None
    return _broken(group, line, common)


def _broken(group: list[Line], line: Line, common: Usual) -> Join | None:
    """A line of plain text behind one that fills the measure."""
    before = group[-1]
    filled = width(before.text) + before.indent >= common.measure - SLACK
    if line.gap > 0 or not filled or (line.indent >= 1.5 and common.indented):
        return None
    if _is_heading(group, line, common):
        return None
    if NUMBERED.match(line.text) and FINISHED.search(before.text):
        return None
    return _join(before, line, common, f"一行排满 {common.measure:g} 字，转到下一行")


def _is_heading(group: list[Line], line: Line, common: Usual) -> bool:
    """A line that neither fills the measure nor ends a sentence, behind the end of one; or text below a subtitle."""
    if group[0].text.startswith(("——", "──")) and len(group) == 1:
        return True
    short = width(line.text) + line.indent < common.measure - SLACK and not FINISHED.search(line.text)
    return bool(short and FINISHED.search(group[-1].text))


def _join(before: Line, line: Line, common: Usual, reason: str) -> Join:
    ends = FINISHED.search(before.text) and not common.indented
    return Join(glue(before.text, line.text), 1.4 if ends else 4, reason)


def _set(group: list[Line], line: Line, common: Usual) -> Join | None:
    """A line of a PDF page: of one type and column, no gap, not indented behind a full line."""
    before = group[-1]
    if abs(before.size - line.size) > 0.6 or line.gap or (before.page, before.column) != (line.page, line.column):
        return None
    headline = before.size > common.size * 1.15
    if headline or before.centred:
        return Join(" ", 3, "同一字号的标题分成几行") if headline and before.bold == line.bold else None
    if before.full and line.indent < 1.2 and not (line.bold != before.bold and not PAUSED.search(before.text)):
        return _join(before, line, common, "一行排满，转到下一行")
    return None
