"""Which of a manuscript's figures stand for it: a weight for each, and the few that lead. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plugins.manuscripts.types import FigureEntry

PINNED = 6.0
"""What an editor's choice adds: more than any size does."""
MANNERS = {
    **dict.fromkeys(("年", "月", "日", "天", "小时", "分钟", "分", "秒", "岁", "次", "个"), -1.0),
    **dict.fromkeys(("%", "倍", "番"), 1.5),
    "": -2.0,
}
"""Units that say little by themselves (durations, ages, bare counts, none at all), and such as say much."""
LEADERS = 6
"""The most figures that lead an article: a fact box of more would be a ledger."""


def weights(figures: Iterable[FigureEntry]) -> list[float]:
    """How fit each figure is to stand for its article: pinned, large and early ones above others.

    A figure with no label has weight 0: it would not be understood away from its sentence.
    """
    found = []
    for place, entry in enumerate(figures):
        _, _, _, value, _, bound, unit, label = entry.figure
        size = math.log10(abs(value) + 1)
        manner = MANNERS.get(unit, 0.0) + (0.5 if bound != "eq" else 0.0)
        late = (place if place < 40 else 40) * 0.05
        found.append(1.0 + PINNED * entry.pinned + (size if size < 9.0 else 9.0) + manner - late if label else 0.0)
    return found


class Leader(NamedTuple):
    """A figure that may stand for its article: its place among all, and its rank by weight alone, from 1."""

    place: int
    rank: int
    weight: float


def leaders(figures: Sequence[FigureEntry]) -> list[Leader]:
    """The figures that lead: pinned ones as they stand in the text, then by weight. What is said twice leads once."""
    weighed = weights(figures)
    ranked = sorted(range(len(figures)), key=weighed.__getitem__, reverse=True)
    pinned = [place for place, entry in enumerate(figures) if entry.pinned]
    seen, found = set(), []
    for place in [*pinned, *ranked]:
        figure = figures[place].figure
        said = figure.text, figure.label
        if said not in seen and weighed[place] > 0:
            seen.add(said)
            found.append(Leader(place, ranked.index(place) + 1, weighed[place]))
            if len(found) == LEADERS:
                break
    return found
