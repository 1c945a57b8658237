"""As of when a figure holds: its own time, or else its article's, never later than the article itself. Pure.

Dates are ISO 8601, as precise as the text is: 2026, 2026-06 or 2026-06-18. For machines a month or a year is its last
day.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from functools import lru_cache

from .types import FigureEntry

MANY = 4096


def as_of(when: str, article: str, day: str) -> str:
    """A figure's date, of the time it speaks of (see `manuscripts.dating`) and the date of its article's figures.

    What is said of a time to come (到2027年底建成) is said as of the article.
    """
    end = when.rpartition("/")[2]
    return end if end and end <= day[: len(end)] else article


def dates(figures: Iterable[FigureEntry], article: str, day: str) -> list[str]:
    """The dates of all figures of an article that was posted on `day`."""
    return [as_of(entry.when, article, day) if entry.when else article for entry in figures]


@lru_cache(MANY)
def last_day(date: str, day: str) -> str:
    """The day up to which a figure of this date holds, not later than that of its article."""
    year, month = int(date[:4]), int(date[5:7] or 12)
    end = date if len(date) == 10 else f"{year:04}-{month:02}-{monthrange(year, month)[1]:02}"
    return min(end, day)
