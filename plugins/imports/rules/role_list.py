"""Lists in plain text: lines in succession behind one bullet, or numbered one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from plugins.imports.sheet import Block, Sheet, Vote

BULLET: Final = re.compile(r"[•·●▪◦‣○■◆□◇★*–\-]\s*(?=\S)")
NUMBER: Final = re.compile(
    r"(?P<dot>[0-9]{1,2})[.．、]\s*(?=\S)|[（(](?P<bracket>[0-9]{1,2})[）)]\s*|(?P<circle>[①-⑳])\s*"
)


def role_list(sheet: Sheet, n: int) -> Iterator[Vote]:
    block = sheet.blocks[n]
    if block.kind not in ("", "paragraph"):
        return
    near = [other for other in (sheet.before(n), sheet.after(n)) if other is not None]
    if BULLET.match(block.text) and any(BULLET.match(other.text) and other.text[0] == block.text[0] for other in near):
        yield Vote("item", 9, "几行都以项目符号开头")
    if number(block.text) and (_next(sheet.before(n), block) or _next(block, sheet.after(n))):
        yield Vote("item", 11, "几行连着编号")


def number(text: str) -> tuple[str, int] | None:
    """The kind and the value of the number that a line begins with."""
    found = NUMBER.match(text)
    if found is None:
        return None
    kind = str(found.lastgroup)
    return kind, ord(found[kind]) - ord("①") + 1 if kind == "circle" else int(found[kind])


def _next(one: Block | None, other: Block | None) -> bool:
    """Whether the second is numbered next behind the first."""
    first, second = number(one.text) if one else None, number(other.text) if other else None
    return first is not None and second is not None and first[0] == second[0] and second[1] == first[1] + 1
