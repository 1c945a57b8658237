"""Dates that no calendar has, and days of the week that they do not fall on.

    2月30日, 13月5日, 9月28日至31日                     no calendar has them
    2026年11月28日星期五                                was a Saturday
    农历二月三十                                        another calendar

A date without a year is taken in the year that brings it nearest to the day of its article.
"""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from collections.abc import Iterator
from datetime import date
from typing import Final

from plugins.proof.sheets import Sheet
from plugins.proof.types import Draft, Part, Rule, Spot

DAYS: Final = "一二三四五六日"
DATE: Final = re.compile(
    r"(?<![0-9.])(?:(?P<year>[12][0-9]{3})年)?(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})(?:[日号]|(?=[-—–~～－至到][0-9]{1,2}[日号]))"
    r"(?:[-—–~～－至到]{1,2}(?:(?P<month2>[0-9]{1,2})月)?(?P<day2>[0-9]{1,2})[日号])?"
    r"(?:\s*[（(]?(?:星期|周|礼拜)(?P<weekday>[一二三四五六日天])[）)]?)?"
)
LUNAR: Final = re.compile(r"(?:农历|阴历|旧历|腊月|正月)[^，。；\n]{0,8}$")
MONTHS: Final = 12
LEAP: Final = 2024
"""A year that has every day."""


class DateImpossible(Rule):
    """Days that never were."""

    name = "date_impossible"

    def sheet(self, sheet: Sheet) -> Iterator[Draft]:
        for part, text in sheet.parts():
            for match in DATE.finditer(text):
                if not LUNAR.search(text, max(0, match.start() - 12), match.start()):
                    yield from self.judged(sheet, part, match)

    def judged(self, sheet: Sheet, part: Part, match: re.Match[str]) -> Iterator[Draft]:
        spot = sheet.spot(match.start(), match.end(), part)
        year = int(match["year"]) if match["year"] else None
        pairs = [(int(match["month"]), int(match["day"]))]
        if match["day2"]:
            pairs.append((int(match["month2"] or match["month"]), int(match["day2"])))
        for month, day in pairs:
            if not 1 <= month <= MONTHS or not 1 <= day <= monthrange(year or LEAP, month)[1]:
                yield self.draft("day", spot, month=month, day=day, most=_most(year, month))
                return
        if match["weekday"] and not match["day2"]:
            yield from self.weekday(sheet, spot, match, _nearest(year, *pairs[0], sheet.date))

    def weekday(self, sheet: Sheet, spot: Spot, match: re.Match[str], found: date | None) -> Iterator[Draft]:
        """A day of the week that is that of the day neither in the year meant nor in the one the editor gave."""
        given = sheet.days.get(match.start()) if spot.part == "body" else None
        known = {DAYS[one.weekday()] for one in (found, date.fromisoformat(given) if given else None) if one}
        if found and match["weekday"].replace("天", "日") not in known:
            values = {"date": f"{found.year}年{found.month}月{found.day}日", "weekday": DAYS[found.weekday()]}
            yield self.draft("weekday", spot, **values)


def _most(year: int | None, month: int) -> str:
    if not 1 <= month <= MONTHS:
        return "一年只有12个月"
    return f"{month}月只有{monthrange(year or LEAP, month)[1]}天"


def _nearest(year: int | None, month: int, day: int, posted: str) -> date | None:
    """The day meant; None for 29 February in no leap year."""
    near = date.fromisoformat(posted)
    years = [year] if year else [near.year - 1, near.year, near.year + 1]
    days = [date(one, month, day) for one in years if (month, day) != (2, 29) or isleap(one)]
    return min(days, key=lambda one: abs((one - near).days), default=None)
