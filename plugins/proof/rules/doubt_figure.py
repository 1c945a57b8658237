"""Quantities that the recogniser left out because they could be read either way: 80%以上农户, 近三年, 8级.

What the editor added or hid by `facts`, and what stands inside a recognised figure, is no longer asked about; words
that an article has more than once are asked about once, since an answer holds for all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from plugins.proof.sheets import Sheet
from plugins.proof.types import Draft, Rule
from plugins.zhtext import doubts

VAGUE: Final = frozenset(("个", "件", "次", "天", "点", "条", "步", "口", "场", "名", "位"))
"""One of these (不止一个) is hardly ever a count."""


class DoubtFigure(Rule):
    """What an editor should decide."""

    name = "doubt_figure"

    def sheet(self, sheet: Sheet) -> Iterator[Draft]:
        told = set()
        for figure, reason in doubts(sheet.text):
            if figure.text in told or (reason == "article" and figure.unit in VAGUE):
                continue
            taken = any(one.start < figure.end and figure.start < one.end for one in sheet.readings)
            if not taken and sheet.text.startswith(figure.text, figure.start):
                value, text = f"{figure.value:.12g}", figure.text
                spot = sheet.spot(figure.start, figure.end)
                told.add(figure.text)
                yield self.draft(reason, spot, text=text, value=value, unit=figure.unit or "单位")
