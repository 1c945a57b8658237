"""What is made of a manuscript's figures: a weight that tells who leads, and a line in facts.json. Pure."""

from __future__ import annotations

import json
import math
from typing import Any

from plugins.manuscripts.types import FigureEntry, Manuscript
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


def export(manuscript: Manuscript, path: str) -> str:
    """The manuscript's figures as facts.json has them, an object a line; `path` is the site path of its page."""
    front = manuscript.front
    article = {"article": path, "topics": front.get("topics") or [], "as_of": front.get("as_of")}
    return ",\n".join(
        json.dumps(_exported(entry, front["slug"]) | {"anchor": entry.anchor} | article, ensure_ascii=False)
        for entry in manuscript.figures
    )


def _exported(entry: FigureEntry, slug: str) -> dict[str, Any]:
    figure = entry.figure
    return {
        "id": f"{slug}#{entry.anchor}",
        "value": _number(figure.value),
        "high": None if figure.high is None else _number(figure.high),
        **{name: getattr(figure, name) for name in ("bound", "unit", "text", "label")},
        "sentence": entry.sentence,
    }


def _number(value: float) -> float | int:
    """Whole numbers without a point; others without the noise of binary fractions."""
    return int(value) if value % 1 == 0 else round(value, 12)
