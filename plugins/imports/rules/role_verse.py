"""Verses: several lines in a row, short and of one length, with no gap between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from plugins.imports.bylines import byline
from plugins.imports.sheet import Block, Sheet, Vote
from plugins.imports.streams import width

LONGEST: Final = 18
FEWEST: Final = 2
ENDS: Final = re.compile(r"[，。！？；、!?,…]$")
BARE: Final = re.compile(r"[^\w]+$")


def role_verse(sheet: Sheet, n: int) -> Iterator[Vote]:
    run, first = _run(sheet, n)
    if len(run) < FEWEST:
        return
    lengths = {round(width(BARE.sub("", block.text))) for block in run}
    ended = sum(bool(ENDS.search(block.text)) for block in run)
    even = len(lengths) <= max(1, len(run) // 3)
    below = first > 0 and (byline(sheet.blocks[first - 1].text) is not None or _text_before(sheet, first))
    spaced = sheet.usual.gap > 0 and below
    if run[0].kind == "quotation":
        yield Vote("verse", 11, "引文里的短句，一句一行")
    elif not below and first < 4 and not ended:
        return
    elif len(run) >= 4 and (ended >= len(run) - 1 or even):
        yield Vote("verse", 6 + even, f"{len(run)} 行短句排在一起")
    elif spaced and len(run) >= 3 and not ended:
        yield Vote("verse", 7.5, f"{len(run)} 行短句排在一起，别处的段落之间有空行")
    elif even and ended == len(run) and max(lengths) <= 16:
        yield Vote("verse", 5.5, f"{len(run)} 行字数相同的短句")
    elif even and (spaced or _introduced(sheet, first)) and not ended and _introduced(sheet, first):
        yield Vote("verse", 9, f"冒号之后 {len(run)} 行字数相同的短句")


def _text_before(sheet: Sheet, first: int) -> bool:
    return any(block.role in ("body", "verse") for block in sheet.blocks[:first])


def _introduced(sheet: Sheet, first: int) -> bool:
    """Whether the line in front of a run ends in a colon."""
    return first > 0 and sheet.blocks[first - 1].text[-1] in "：:"


def _run(sheet: Sheet, n: int) -> tuple[list[Block], int]:
    """The short lines around a block that stand together with it, and the place of the first."""
    if not _short(sheet.blocks[n]):
        return [], n
    first = last = n
    while first > 0 and _short(sheet.blocks[first - 1]) and _close(sheet.blocks[first]):
        first -= 1
    while last + 1 < len(sheet.blocks) and _short(sheet.blocks[last + 1]) and _close(sheet.blocks[last + 1]):
        last += 1
    return sheet.blocks[first : last + 1], first


def _short(block: Block) -> bool:
    return block.width <= LONGEST and block.kind in ("", "verse", "paragraph", "quotation") and len(block.lines) == 1


def _close(block: Block) -> bool:
    return block.first.gap == 0
