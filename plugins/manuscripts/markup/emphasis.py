"""Emphasis that the engine reads wrongly: from *甲**乙*丙 Python-Markdown 3.11 drops a character behind the last star.

Nothing may be lost in silence, so such a run of stars is a fault; what the editor meant can't be told anyway.
"""

from __future__ import annotations

import re
from typing import Final

from .comments import masked
from .findings import Findings

MIXED: Final = re.compile(
    r"(?<!\*)\*(?![*\s])[^*]*\*\*(?![*\s])[^*]*[^*\s]\*(?![*\s])"
    r"|(?<![\w_])_(?![_\s])[^_]*__(?![_\s])[^_]*[^_\s]_(?![\w\s])"
)
RUN: Final = re.compile(r"(?<!\\)\*+|(?<![\w\\])_+|_+(?!\w)")
"""Marks that may open or close emphasis: underscores within a word do not."""
BLOCK: Final = re.compile(r"[^\n]+(?:\n[^\n]+)*")
TRIPLE: Final = ("***", "___")


def refuse_mixed(text: str, findings: Findings) -> None:
    """A problem for every run of stars or underscores that opens one emphasis and closes another."""
    if "**" not in text and "__" not in text:
        return
    plain = masked(text)
    for match in MIXED.finditer(plain):
        findings.problem("emphasis-mixed", text[match.start() : match.end()].partition("\n")[0])
    if TRIPLE[0] in plain or TRIPLE[1] in plain:
        _refuse_threefold(plain, text, findings)


def _refuse_threefold(plain: str, text: str, findings: Findings) -> None:
    """Three marks and, in the same block, fewer of them: from ***__*甲__乙*_* the engine drops a character as well."""
    for block in BLOCK.finditer(plain):
        runs = [(match[0][0], len(match[0]), match.start()) for match in RUN.finditer(block[0])]
        for mark in "*_":
            own = [(length, start) for char, length, start in runs if char == mark]
            if len({length for length, _ in own}) > 1 and max(own)[0] >= len(TRIPLE[0]):
                start = block.start() + own[0][1]
                findings.problem("emphasis-mixed", text[start : block.end()].partition("\n")[0])
