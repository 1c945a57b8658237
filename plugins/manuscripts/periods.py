"""Times that a text names though nothing happens at them: 去年, 上半年, 前三季度, 1—5月, 2025年度. Pure.

A period is written in the manner of ISO 8601, a stretch with its ends: 2026年上半年 is "2026-01/2026-06".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

YEARS: Final = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1, "次年": 1}
NUMERALS: Final = "一二三四五六七八九十"
_TO: Final = "[-—–~～－至到]"
_MONTH: Final = "(?:1[0-2]|0?[1-9])"
_HINT: Final = re.compile(
    rf"[年度月](?:(?<=[今本去上前明次半]年)|(?<=季度)|(?<=年度)|(?<={_TO}[0-9]月)|(?<={_TO}[0-9]{{2}}月)"
    r"|(?<=前.月)|(?<=前..月)|(?<=前...月))"
)
"""How each of them ends, or begins. One class of characters leads, so that the scan runs at the speed of C."""
_LONGEST: Final = 12
_PERIOD: Final = re.compile(
    rf"(?:(?P<rel>{'|'.join(YEARS)})|(?P<year>(?:19|20)[0-9]{{2}})年)?(?:"
    rf"(?P<from>{_MONTH})月?{_TO}{{1,2}}(?P<to>{_MONTH})月(?![0-9])"
    rf"|前(?P<first>{_MONTH}|十[一]?|[一二三四五六七八九])个?月"
    r"|(?P<half>[上下])半年|(?P<upto>前)?(?P<quarter>[一二三四1-4两])个?季度)"
    rf"|(?P<only>{'|'.join(YEARS)})(?!\s?[0-9])|(?P<book>(?:19|20)[0-9]{{2}})年度"
)
_COMPARED: Final = tuple("比较与同和超于")
_COMPARES: Final = ("同期", "相比", "持平", "的基础")


class Time(NamedTuple):
    """A time that a text names."""

    start: int
    end: int
    when: str


def periods(text: str, year: int | None) -> Iterator[Time]:
    """All of a text, in order; one that something is compared with (比去年) is none. `year` is that of 上半年."""
    past = 0
    for hint in _HINT.finditer(text):
        for start in range(max(past, hint.end() - _LONGEST), hint.end() - 1):
            match = _PERIOD.match(text, start)
            if match is not None and match.end() >= hint.end():
                past = match.end()
                compared = text.startswith(_COMPARED, start - 1) or text.startswith(_COMPARES, past)
                if not compared and (when := _written(match, year)):
                    yield Time(start, past, when)
                break


def _written(match: re.Match[str], year: int | None) -> str:
    if match["book"]:
        return match["book"]
    if match["year"]:
        year = int(match["year"])
    elif year is not None:
        year += YEARS.get(match["only"] or match["rel"], 0)
    if year is None or match["only"]:
        return "" if year is None else str(year)
    first, last = _months(match)
    return f"{year}-{first:02}/{year}-{last:02}"


def _months(match: re.Match[str]) -> tuple[int, int]:
    if match["half"]:
        return (1, 6) if match["half"] == "上" else (7, 12)
    if match["quarter"]:
        last = 3 * _number(match["quarter"])
        return (1 if match["upto"] else last - 2), last
    if match["first"]:
        return 1, _number(match["first"])
    return int(match["from"]), int(match["to"])


def _number(written: str) -> int:
    """3, 三, 两, 十一."""
    if written.isdigit():
        return int(written)
    return 2 if written == "两" else sum(NUMERALS.index(char) + 1 for char in written)
