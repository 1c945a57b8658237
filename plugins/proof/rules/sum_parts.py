"""Parts that do not make their sum: 共评选先进120名，其中男60名、女50名; 三个村分别12户、15户、18户，共48户.

    全市党员65.3万名，其中女党员20.1万名            a part; whether there are others is not said
    一等奖3个、二等奖6个，共9个                      adds up

All parts are there where 分别, 包括 or a colon says so, where 共 closes an enumeration, or where two of them make a
whole (男, 女); then the sum must be met. Where it may only be that all are there, parts that nearly make it are asked
about. No part is more than its whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from plugins.proof.readings import stretch
from plugins.proof.rules.conflict_within import said
from plugins.proof.sheets import Reading, Sheet
from plugins.proof.types import Draft, Rule
from plugins.proof.words import sections, words

TOTAL: Final = re.compile(rf"(?:{words('total')})[^，。；：、！？\n]{{0,14}}$")
CLOSING: Final = re.compile(
    r"[^。；：！？\n0-9]{0,12}[，,；;]\s*(?:共计|一共|总共|合计|总计|共)[^，。；：、！？\n0-9]{0,8}$"
)
ALL: Final = re.compile(rf"分别|[，,（(：:—]\s*(?:{words('parts')})|[：:]")
PAIRS: Final = [pair.split("=") for pair in sections()["pairs"]]
NEAR: Final = 0.2
"""How far from the sum parts may be that are taken for all of them."""
GAP: Final = 16
FEWEST: Final = 2


class SumParts(Rule):
    """Sums that their parts do not make."""

    name = "sum_parts"

    def sheet(self, sheet: Sheet) -> Iterator[Draft]:
        for (low, _), readings in sheet.by_sentence():
            if len(readings) < FEWEST:
                continue
            yield from self.opened(sheet, low, readings)
            yield from self.closed(sheet, readings)

    def opened(self, sheet: Sheet, low: int, readings: Sequence[Reading]) -> Iterator[Draft]:
        """A sum, and its parts behind it."""
        for place, whole in enumerate(readings[:-1]):
            parts = _row(sheet, readings[place + 1 :], whole.unit)
            if not parts:
                continue
            between = sheet.text[whole.end : parts[0].start]
            among = "其中" in between
            if not among and not (ALL.search(between) and TOTAL.search(sheet.text[low : whole.start])):
                continue
            if len(between) > 2 * GAP:
                continue
            yield from self.judged(sheet, whole, parts, sure=not among or _halves(sheet, parts))
            return

    def closed(self, sheet: Sheet, readings: Sequence[Reading]) -> Iterator[Draft]:
        """Parts, and behind them their sum."""
        for place in range(FEWEST, len(readings)):
            whole = readings[place]
            before = sheet.text[readings[place - 1].end : whole.start]
            if not CLOSING.fullmatch(before):
                continue
            parts = _back(sheet, readings[:place], whole.unit)
            if len(parts) >= FEWEST:
                yield from self.judged(sheet, whole, parts, sure=_listed(sheet, parts))
            return

    def judged(self, sheet: Sheet, whole: Reading, parts: Sequence[Reading], *, sure: bool) -> Iterator[Draft]:
        first, last = min(whole.start, parts[0].start), max(whole.end, parts[-1].end)
        spot = sheet.spot(first, last, anchor=whole.anchor)
        least, most = stretch(said(whole))
        if any(stretch(said(part))[0] > most for part in parts):
            part = next(part for part in parts if stretch(said(part))[0] > most)
            yield self.draft("part", spot, whole=whole.text, part=part.text)
            return
        low, high = (sum(ends) for ends in zip(*(stretch(said(part)) for part in parts), strict=True))
        if len(parts) < FEWEST or (low <= most + 1e-9 * most and least <= high + 1e-9 * high):
            return
        total = sum(part.value for part in parts)
        if sure or abs(total - whole.value) <= NEAR * whole.value:
            shown = "、".join(part.text for part in parts)
            code = "sum" if sure else "near"
            yield self.draft(code, spot, whole=whole.text, parts=shown, total=_plain(total), stated=_plain(whole.value))


def _row(sheet: Sheet, readings: Sequence[Reading], unit: str) -> list[Reading]:
    """The figures of one unit in a row, each close behind the one before."""
    found: list[Reading] = []
    for reading in readings:
        if reading.unit != unit or (found and not _follows(sheet, found[-1], reading)):
            break
        found.append(reading)
    return found


def _back(sheet: Sheet, readings: Sequence[Reading], unit: str) -> list[Reading]:
    found: list[Reading] = []
    for reading in reversed(readings):
        if reading.unit != unit or (found and not _follows(sheet, reading, found[-1])):
            break
        found.append(reading)
    return found[::-1]


def _follows(sheet: Sheet, one: Reading, other: Reading) -> bool:
    between = sheet.text[one.end : other.start]
    return len(between) <= GAP and not re.search("[。；;]|比|同比|增|减|其中|共|每|平均", between)


def _listed(sheet: Sheet, parts: Sequence[Reading]) -> bool:
    """Whether nothing but 、 and names stands between the parts."""
    gaps = [sheet.text[one.end : other.start] for one, other in pairwise(parts)]
    return all(re.match(r"[、，,和及与]", gap) and not re.search("[，,].*[，,]", gap) for gap in gaps)


def _halves(sheet: Sheet, parts: Sequence[Reading]) -> bool:
    """Whether two parts make a whole by their names."""
    if len(parts) != FEWEST:
        return False
    one = sheet.text[max(0, parts[0].start - 8) : parts[0].end + 6]
    other = sheet.text[parts[0].end : parts[1].end + 6]
    return any((a in one and b in other) or (b in one and a in other) for a, b in PAIRS)


def _plain(value: float) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".").replace(",", "")
