"""A word that is cut in two: its halves make one in the dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from plugins.imports.sheet import Block, Sheet, Vote

HAN: Final = re.compile(r"[\u3400-\u9fff]+$")
HEAD: Final = re.compile(r"^[\u3400-\u9fff]+")
REACH: Final = 6


def join_word(sheet: Sheet, one: Block, other: Block) -> Iterator[Vote]:
    if not one.finished and (word := cut_word(one.text, other.text)):
        yield Vote("join", 2.5, f"“{word}”一词断在两处")


def cut_word(before: str, after: str) -> str:
    """The word that stands across the end of one text and the beginning of another."""
    ahead, behind = HAN.search(before[-REACH:]), HEAD.match(after[:REACH])
    if not ahead or not behind:
        return ""
    import rjieba

    edge = len(ahead[0])
    for word, start, end in rjieba.tokenize(ahead[0] + behind[0]):
        if start < edge < end:
            return str(word)
    return ""
