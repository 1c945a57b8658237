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

BUILT: Final = frozenset("所座处家间幢栋台辆部支架艘套")
"""One of these (卫生室一所) may stand in an inventory; one of others (围坐一桌, 不止一个) hardly ever does."""


class DoubtFigure(Rule):
    """What an editor should decide."""

    name = "doubt_figure"

    def sheet(self, sheet: Sheet) -> Iterator[Draft]:
        told = set()
        for figure, reason in doubts(sheet.text):
            if figure.text in told or (reason == "article" and figure.unit not in BUILT):
                continue
            taken = any(one.start < figure.end and figure.start < one.end for one in sheet.readings)
            if not taken and sheet.text.startswith(figure.text, figure.start):
                value, text = f"{figure.value:.12g}", figure.text
                spot = sheet.spot(figure.start, figure.end)
                told.add(figure.text)
                yield self.draft(reason, spot, text=text, value=value, unit=figure.unit or "单位")
