"""Shares of more than a whole: 满意率达到108%, 分别占62%和51%.

增长108%, 完成计划的112%                        may be more than a whole
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from plugins.proof.readings import stretch
from plugins.proof.rules.conflict_within import said
from plugins.proof.sheets import Reading, Sheet
from plugins.proof.types import Draft, Rule
from plugins.proof.words import words

WHOLE: Final = 100.0
ROUNDED: Final = 0.6
"""What rounding may add to shares that make a whole."""
OPEN: Final = re.compile(words("open rates"))
CLOSED: Final = re.compile(words("closed rates"))
SHARE: Final = re.compile(rf"占(?!地)|{words('closed rates')}")
EACH: Final = re.compile(r"分别占|各占|占比分别|比重分别|比例分别")
REACH: Final = 20


class ShareOverWhole(Rule):
    """Shares that can't be."""

    name = "share_over_whole"

    def sheet(self, sheet: Sheet) -> Iterator[Draft]:
        for (low, _), readings in sheet.by_sentence():
            shares = [reading for reading in readings if reading.unit == "%"]
            for reading in shares:
                before = sheet.text[max(low, reading.start - REACH) : reading.start]
                clause = re.split("[，；：、,;]", before)[-1]
                if reading.value > WHOLE and _is_share(clause, reading):
                    yield self.draft("over", sheet.figure(reading), text=reading.text)
            yield from self.together(sheet, low, shares)

    def together(self, sheet: Sheet, low: int, shares: list[Reading]) -> Iterator[Draft]:
        """Shares of one whole, named together."""
        if len(shares) < 2 or not (each := EACH.search(sheet.text, low, shares[0].start)):
            return
        those = [reading for reading in shares if reading.start >= each.end()]
        total = sum(stretch(said(reading))[0] for reading in those)
        if total > WHOLE + ROUNDED:
            spot = sheet.spot(those[0].start, those[-1].end, anchor=those[-1].anchor)
            yield self.draft("together", spot, total=f"{sum(reading.value for reading in those):g}")


def _is_share(clause: str, reading: Reading) -> bool:
    """A label may have 占 where the clause has 为全国的18%."""
    rate = SHARE.search(clause) or CLOSED.search(reading.label)
    return bool(rate) and not OPEN.search(clause + reading.label)
