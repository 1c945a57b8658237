"""What is said to have doubled and did not: 从3000家增加到5000家，翻了一番.

由3400家增加到6800家，翻了一番           did
从1.2亿元增加到5亿元，翻了两番           did, twice
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from plugins.proof.readings import stretch
from plugins.proof.rules.conflict_within import said
from plugins.proof.sheets import Reading, Sheet
from plugins.proof.types import Draft, Rule

DOUBLED: Final = re.compile(
    r"(?<![未没不])(?:翻了?([一两二三]?)番|实现翻番|成倍增长)(?!以上)|(?<![未没不])翻了?([一两二三])番(?:以上)"
)
PLANNED: Final = re.compile(r"力争|计划|目标|将|有望|争取|比翻|预计")
TIMES: Final = {"": 2, "一": 2, "两": 4, "二": 4, "三": 8}
NEARLY: Final = 0.95
MORE: Final = 1.25
"""翻番 is said of what nearly doubled, and of what more than doubled, but not of what all but trebled."""
FEWEST: Final = 2
JOINED: Final = re.compile(r"[，,；;]?(?:[三两二一]?年|几乎|整整|已经?|就|均|基本|成功|累计|净|相当于|又|总体)*")
"""What may stand between the figures and the word: nothing that has a subject of its own."""


class ChangeDoubling(Rule):
    """What did not double."""

    name = "change_doubling"

    def sheet(self, sheet: Sheet) -> Iterator[Draft]:
        if "番" not in sheet.text:
            return
        for (low, high), readings in sheet.by_sentence():
            match = DOUBLED.search(sheet.text, low, high)
            if match is None or PLANNED.search(sheet.text, low, match.start()):
                continue
            pair = _pair(sheet, [reading for reading in readings if reading.unit != "番"], match.start())
            times = TIMES[match[1] or match[2] or ""]
            if pair and not _holds(*pair, times, over="以上" in match[0]):
                spot = sheet.spot(match.start(), match.end(), anchor=pair[1].anchor)
                yield self.draft(
                    "undoubled", spot, before=pair[0].text, after=pair[1].text, times=times, ratio=_ratio(*pair)
                )


def _pair(sheet: Sheet, readings: list[Reading], place: int) -> tuple[Reading, Reading] | None:
    """The two figures in front of the word; where it isn't plain that they are meant, None."""
    before = [reading for reading in readings if reading.end <= place]
    if len(before) != FEWEST or before[0].unit != before[1].unit or not before[0].value:
        return None
    return (before[0], before[1]) if JOINED.fullmatch(sheet.text[before[1].end : place]) else None


def _holds(one: Reading, other: Reading, times: int, *, over: bool) -> bool:
    (least, most), (low, high) = stretch(said(one)), stretch(said(other))
    enough = high >= NEARLY * times * least
    return enough and (over or low <= MORE * times * most)


def _ratio(one: Reading, other: Reading) -> str:
    return f"{other.value / one.value:.2f}".rstrip("0").rstrip(".")
