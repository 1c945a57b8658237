"""Which figures lead: a weight for each, from what it says and how it is said. Pure."""

from __future__ import annotations

import math

from plugins.manuscripts.types import FigureEntry
from plugins.zhtext.types import Figure

PINNED = 6.0
"""What an editor's choice adds: more than any size does."""
PLAIN_UNITS = frozenset({"年", "月", "日", "天", "小时", "分钟", "分", "秒", "岁", "次", "个"})
"""Units that say little by themselves: durations, ages, bare counts."""


def weight(entry: FigureEntry, place: int) -> float:
    """How fit a figure is to stand for its article: pinned, large and early ones above others.

    `place` counts figures of the article from 0. A figure with no label has weight 0: it would not be understood away
    from its sentence.
    """
    figure = entry.figure
    if not figure.label:
        return 0.0
    size = min(math.log10(abs(figure.value) + 1), 9.0)
    return 1.0 + PINNED * entry.pinned + size + _manner(figure) - min(place, 40) * 0.05


def _manner(figure: Figure) -> float:
    qualified = 0.5 if figure.bound != "eq" else 0.0
    share = 1.5 if figure.unit in ("%", "倍", "番") else 0.0
    plain = -1.0 if figure.unit in PLAIN_UNITS else 0.0
    bare = -2.0 if not figure.unit else 0.0
    return qualified + share + plain + bare
