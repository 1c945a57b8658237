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


def refuse_mixed(text: str, findings: Findings) -> None:
    """A problem for every run of stars or underscores that opens one emphasis and closes another."""
    if "**" not in text and "__" not in text:
        return
    for match in MIXED.finditer(masked(text)):
        findings.problem("emphasis-mixed", text[match.start() : match.end()].partition("\n")[0])
