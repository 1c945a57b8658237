"""Days as front matter has them, out of what a page or a dateline says."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

DAY: Final = re.compile(r"(20[0-9]{2}|19[4-9][0-9])\s*[年./-]\s*([0-9]{1,2})\s*[月./-]\s*([0-9]{1,2})")
SHORT: Final = re.compile(r"([0-9]{1,2})月([0-9]{1,2})日")


def day_of(text: str) -> str:
    """The first whole date in a text; "" if it has none that exists."""
    for year, month, day in DAY.findall(text):
        if found := _iso(int(year), int(month), int(day)):
            return found
    return ""


def day_in(year: int, dateline: str) -> str:
    """The day of a dateline (本报济南7月1日讯), whose year is known from elsewhere."""
    if whole := day_of(dateline):
        return whole
    found = SHORT.search(dateline)
    return _iso(year, int(found[1]), int(found[2])) if found and year else ""


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
