"""The year of a date that gives none: 6月18日, 去年12月, 次年3月.

One `Years` goes with a text from its first date to its last. Words beside the date come first: 次年 and 同年 count from
the year named last, 去年 and 今年 from the year in which the text came out. Then the line before the date, the heading
above it, the year that the manuscript gives, and what the rest of the text says.
"""

from __future__ import annotations

import re
from typing import Final

_FROM_NOW: Final = {"去年": -1, "今年": 0, "明年": 1, "前年": -2}
_FROM_LAST: Final = {"次年": 1, "翌年": 1, "转年": 1, "二年": 1, "三年": 2, "同年": 0, "当年": 0, "该年": 0, "上年": -1}
_OF_MONTH: Final = {"同月": 0, "当月": 0, "该月": 0, "次月": 1, "翌月": 1}
_MONTHS: Final = 13
_LAST_MONTH: Final = re.compile(r"(?:.*/)?([0-9]{4}|-)-([0-9]{2})(?:-[0-9]{2})?")
_NTH: Final = frozenset(("二年", "三年"))  # 第二年
# A year told further back in its sentence that goes on to hold: 去年，全镇办了三件实事，5月…; but not 比去年, 去年同期.
_GOVERNING: Final = re.compile(r"(?s:.*)(?<![比较与同超于和及])([去今]年)(?!同期|度|底|末|初|以来|全年|[增减])")
_GOVERNS: Final = 48
_SENTENCE_ENDS: Final = "。！？；\n"
_SENTENCE: Final = 300
_YEARS: Final = re.compile(r"20[0-9]{2}(?=年)")
_DAY_OF_MONTH: Final = re.compile(r"1?[0-9]月[0-9]{1,2}日")
_MONTH: Final = re.compile(r"(1?[0-9])月")
_OFTEN: Final = 2
_EXTREME: Final = re.compile("最[早晚高低多少大小长短强弱][^，。；\n]{0,10}$")
_SAID: Final = 14
_CLOSED: Final = re.compile("[。；\n]")
# One class of characters leads, for a scan at the speed of C; a text is searched with a line's end before it.
_STAMP: Final = re.compile(
    r"[\n间期布](?:(?<=\n)[ \t\u3000（(]*(20[0-9]{2})年[0-9]{1,2}月[0-9]{1,2}日"
    r"[ \t\u3000）)]*(?:《[^》\n]{1,20}》)?[ \t\u3000）)]*(?=\n|\Z)|(?<=[间期布])[:：]\s?(20[0-9]{2})[-年/.])"
)
_HEADING: Final = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|[0-9]{1,2}[.．、])?\s?[12][0-9]{3}年[^，。；：\n]{0,16}"
    r"(?:回顾|情况|总结|工作|安排|计划|打算|目标|任务|进展|成效|大事记|要点)(?=\n)"
)
_NEXT_HEADING: Final = re.compile(r"\n(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])")


def heads(text: str, start: int) -> bool:
    """Whether the year at `start` is a heading's, 一、2025年工作回顾: that of all that stands below it."""
    line = text.rfind("\n", max(0, start - 6), start) + 1
    return line > 0 and _HEADING.match(text, line) is not None


class Years:
    """The state of one text; `year` is the year that the manuscript gives."""

    def __init__(self, text: str, year: int | None) -> None:
        self.text = text
        self.year = year
        self._line_year: int | None = None
        self._line_end = -1  # of the line that gave _line_year; -1 for the last
        self._sure_until = -1  # where the sentence of a bare year ends, behind which it dates nothing that is later
        self._any_year: int | None = None
        self._anchor: int | None = None  # the year written last
        self._month = 0  # and the month written with it
        self._now: int | None = None  # the year that 今年 turned out to be
        self._date = ""  # the date before, in ISO
        self._heading: int | None = None
        self._checked = 0  # up to here no heading follows the one that gave _heading
        self._leaned: int | None = None  # the year that a word beside the date at hand came to
        self._last_end = 0  # of the date before
        self._usual = -1  # 0 for none, -1 until it is asked for
        self._came_out = -1  # likewise

    def of(self, place: int) -> int | None:
        """The year of the date at `place`, which gives none itself; None where nothing tells it."""
        if -1 < self._line_end < place:
            self._line_year = None
        word = self.text[place - 2 : place] if place > 1 else ""
        shift = _FROM_LAST.get(word)
        if shift is not None and (word not in _NTH or self.text[place - 3 : place - 2] == "第"):
            base = (self._anchor if word in _NTH else self._line_year) or self._any_year or self.year
            self._leaned = base + shift if base else None
            return self._leaned
        if word not in _FROM_NOW:
            word = self._governing(place)
        if word:
            base = self._now = self.year or self._stamped() or self._now or self._guessed(word, place)
            self._leaned = base + _FROM_NOW[word] if base else None
            return self._leaned
        return self._context(place)

    def month_of(self, place: int) -> str:
        """The month of a day that points back to it, 2026-06 of 同月18日; "" for any other."""
        shift = _OF_MONTH.get(self.text[place - 2 : place]) if place > 1 else None
        told = _LAST_MONTH.fullmatch(self._date) if shift is not None and self._date else None
        if told is None or shift is None:
            return ""
        month = int(told[2]) + shift
        if month < _MONTHS:
            return f"{told[1]}-{month:02}"
        return f"{int(told[1]) + 1}-01" if told[1] != "-" else "--01"

    def told(self, start: int, end: int, year: int | None, date: str, *, own: bool) -> None:
        """A date is read: what comes behind it may lean on its year. `own`: a date of a month or day in that year."""
        leaned, self._leaned, self._last_end = self._leaned, None, end
        self._date = date or self._date
        if year is None:
            if leaned is not None:
                self._keep(start, leaned, sure=False)
            return
        if self.text.startswith("以来", end):
            return  # 1961年以来: what has held since lends its year to nothing
        if not own and _EXTREME.search(self.text, max(0, start - _SAID), start):
            self._line_year, self._line_end = year, self._closed(end)
            return  # 最早的一次出现在1983年，3月1日…。: a record's year goes no further than what is told of it
        self._anchor = year
        month = _MONTH.search(self.text, start, end) if own else None
        self._month = int(month[1]) if month else 0
        if own or self._any_year is None or self._any_year < year:
            self._any_year = year
        self._keep(start, year, sure=own)
        self._head(start, year)

    def _closed(self, place: int) -> int:
        """Where what is told at a place ends, before the next sentence of its line."""
        found = _CLOSED.search(self.text, place)
        return found.start() if found else len(self.text)

    def _keep(self, start: int, year: int, *, sure: bool) -> None:
        self._line_year = year
        self._line_end = self.text.find("\n", start)
        self._sure_until = -1 if sure else self.text.find("。", start, start + _SENTENCE)

    def _head(self, start: int, year: int) -> None:
        if heads(self.text, start):
            self._heading, self._checked = year, self._line_end

    def _guessed(self, word: str, place: int) -> int | None:
        """今年1月 behind 2023年12月 is of 2024."""
        year = self._context(place)
        month = _MONTH.match(self.text, place) if year and word == "今年" and year == self._anchor else None
        return year + 1 if year and month and int(month[1]) < self._month else year

    def _governing(self, place: int) -> str:
        floor = max(place - _GOVERNS, self._last_end, 0)
        before = self.text[floor:place]
        if "去年" not in before and "今年" not in before:
            return ""
        floor += max(before.rfind(mark) for mark in _SENTENCE_ENDS) + 1
        found = _GOVERNING.match(self.text, floor, place)
        return found[1] if found else ""

    def _context(self, place: int) -> int | None:
        line = self._line_year
        if self.year and line and -1 < self._sure_until < place and line < self.year:
            return self.year
        return (
            line or self._headed(place) or self.year or self._stamped() or self._any_year
            or self._told_later(place) or self._usual_year()
        )  # fmt: skip

    def _headed(self, place: int) -> int | None:
        if self._heading and self._checked < place:
            if _NEXT_HEADING.search(self.text, self._checked, place):
                self._heading = None
            self._checked = place
        return self._heading

    def _told_later(self, place: int) -> int | None:
        """The year that the text gives the same day further on: a dateline before 2026年11月20日3时."""
        day = _DAY_OF_MONTH.match(self.text, place)
        found = self.text.find("年" + day[0], place) if day else -1
        year = self.text[max(0, found - 4) : found]
        return int(year) if found > 0 and year.isdecimal() else None

    def _stamped(self) -> int | None:
        """The year in which the text came out, as a line of its own says: （2026年6月19日）."""
        if self._came_out < 0:
            found = _STAMP.search("\n" + self.text)
            self._came_out = int(found[1] or found[2]) if found else 0
        return self._came_out or None

    def _usual_year(self) -> int | None:
        """The year that most of a text's dates give, for a date before all of them: 北京12月2日电."""
        if self._usual < 0:
            years = _YEARS.findall(self.text)
            usual = max(set(years), key=years.count) if len(years) >= _OFTEN else ""
            clear = years.count(usual) > max(_OFTEN, len(years) // 2) or 0 < len(years) == years.count(usual)
            self._usual = int(usual) if usual and clear else 0
        return self._usual or None
