"""Bylines: lines of nothing but words for who wrote and names; a name alone beside a heading or at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from plugins.imports.bylines import BULLETS, byline
from plugins.imports.sheet import Sheet, Vote
from plugins.imports.words import words

BRACKETED: Final = re.compile(r"[（(【\[].*[）)】\]]")
COLUMN: Final = re.compile(rf"^(?:{words('sections')})$")


def role_byline(sheet: Sheet, n: int) -> Iterator[Vote]:
    block = sheet.blocks[n]
    said = byline(block.text)
    if said is None or block.kind in ("row", "list", "picture"):
        return
    if said.photo:
        yield Vote("caption", 8, "摄影者署名")
    elif said.labelled:
        yield Vote("byline", 9, "署名")
    elif said.names and not COLUMN.match(block.text):
        yield Vote("byline", _bare(sheet, n, said.bullet), "只有人名")


def _bare(sheet: Sheet, n: int, bullet: bool) -> float:
    """Names alone: behind a bullet, in brackets, beside a heading, or at the very end."""
    block = sheet.blocks[n]
    passed = ("date", "furniture", "source")
    after = next((other for other in sheet.blocks[n + 1 :] if other.role not in passed), None)
    before = next((other for other in reversed(sheet.blocks[:n]) if other.role not in passed), None)
    score = (
        1.5
        + 4 * (block.first.parent == "head")
        + 5 * bullet
        + 3 * bool(BRACKETED.fullmatch(block.text))
        + 1.5 * (block.width <= 3)
    )
    if before is not None and before.role == "head" and after is not None and after.role in ("body", "verse"):
        score += 3
    if after is None and before is not None and before.finished:
        score += 3
    return score + (1 if block.text[0] in BULLETS else 0)
