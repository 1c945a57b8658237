"""Quotation marks and brackets: opened in one, closed in the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from plugins.imports.rules.join_opening import FRAGMENT
from plugins.imports.sheet import Block, Sheet, Vote

PAIRS: Final = ("“”", "‘’", "（）", "《》", "「」", "『』", "()")


def join_quotation(sheet: Sheet, one: Block, other: Block) -> Iterator[Vote]:
    for opening, closing in PAIRS:
        if not is_open(one.text, opening, closing):
            continue
        close = other.text.find(closing)
        again = other.text.find(opening)
        if close >= 0 and (again < 0 or close < again):
            fragment = one.finished and FRAGMENT.match(other.text)
            yield Vote("join", 10 if fragment else 4, f"前一段的{opening}在后一段关上")
        elif not one.finished:
            yield Vote("join", -1, f"前一段的{opening}在后一段没有关上")


def is_open(text: str, opening: str, closing: str) -> bool:
    """Whether the last opening mark has no closing one behind it."""
    return text.rfind(opening) > text.rfind(closing)
