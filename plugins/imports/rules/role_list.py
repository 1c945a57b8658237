"""Lists in plain text: lines behind bullets; tables: lines with tabs, or in bars."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from plugins.imports.sheet import Block, Sheet, Vote

BULLET: Final = re.compile(r"[•·●▪◦‣○■◆\-*–]\s*(?=\S)")


def role_list(sheet: Sheet, n: int) -> Iterator[Vote]:
    block = sheet.blocks[n]
    if block.kind:
        return
    if BULLET.match(block.text):
        near = [other for other in (sheet.before(n), sheet.after(n)) if other is not None]
        if any(_same(block, other) for other in near):
            yield Vote("item", 6, "几行都以项目符号开头")


def _same(one: Block, other: Block) -> bool:
    return BULLET.match(other.text) is not None and one.text[0] == other.text[0]
