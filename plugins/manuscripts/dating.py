"""The time that each figure of a body speaks of, read off the text around it. Pure.

`when` is written in the manner of ISO 8601: "2026-06-18", "2026-06", "2026"; "START/END" for a stretch; "/2026-06" for
all up to the end of June (截至6月底, 6月末, 年底), "2017/" for all since 2017. "" where nothing near the figure says a
time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from plugins.zhtext.types import Event, Figure

from .periods import YEARS, Time, periods
from .plaintext import Block, PlainText
from .quotations import Quotations

_UP_TO: Final = ("截至", "截止", "截至到", "截止到")
_SINCE: Final = ("以来", "起", "至今", "开始", "以后", "之后")
_END_OF: Final = tuple("底末")
_IN_HEAD: Final = re.compile(rf"((?:19|20)[0-9]{{2}})年(?:(1[0-2]|0?[1-9])月)?|({'|'.join(YEARS)})")
_NEVER: Final = Time(1 << 60, 1 << 60, "")
_NEAR: Final = 24  # characters between a figure and the brackets that date it


def times(text: str, events: Sequence[Event], year: int | None) -> list[Time]:
    """All times that a text names, in order: those of its dated events and those at which nothing happens."""
    found = [Time(event.start, event.end, _when(text, event)) for event in events]
    starts = [event.start for event in events]
    for one in periods(text, year):
        place = bisect_right(starts, one.end) - 1
        if place < 0 or events[place].end <= one.start:
            found.append(one)
    found.sort()
    return found


def _when(text: str, event: Event) -> str:
    date = _stretch(event.date)
    if "/" in date:
        return date
    if text.startswith(_SINCE, event.end):
        return f"{date}/"
    up_to = event.text.endswith(_END_OF) or text[max(0, event.start - 3) : event.start].endswith(_UP_TO)
    return f"/{date}" if up_to else date


def _stretch(date: str) -> str:
    """2026-H1 and 2026-Q2 as their months."""
    year, kind, number = date[:5], date[5:6], date[6:7]
    if kind not in ("H", "Q"):
        return date
    length = 6 if kind == "H" else 3
    last = length * int(number)
    return f"{year}{last - length + 1:02}/{year}{last:02}"


def whens(
    plain: PlainText, quotations: Quotations, figures: Sequence[Figure], events: Sequence[Event], year: int | None
) -> list[str]:
    """The time of each figure of a body: the one named last before it that reaches it; 截至 in brackets reaches back.

    `year` is that of times that name none.
    """
    named = times(plain.text, events, year)
    if not named and not quotations.tables:
        return [""] * len(figures)
    found, at, when, reach = [], 0, "", -1
    named.append(_NEVER)
    for figure in figures:
        while named[at].start < figure.start:
            when, reach = named[at].when, _reach(plain, quotations, named[at])
            at += 1
        own = when if figure.start < reach else ""
        if named[at].when[:1] == "/" and named[at].start - figure.end < _NEAR:
            own = _bracketed(plain, figure, named[at]) or own
        if not own and quotations.tables:
            own = _in_heads(quotations, plain.block_at(figure.start), year)
        found.append(own)
    return found


def _reach(plain: PlainText, quotations: Quotations, time: Time) -> int:
    """How far a time goes: over its line, if it opens that or says 截至; a time told in passing, over its sentence."""
    block = plain.block_at(time.start)
    if time.when[:1] == "/" or not plain.text[block.start : time.start].strip("（(“"):
        return block.end
    return quotations.ends[bisect_right(quotations.starts, time.start) - 1]


def _bracketed(plain: PlainText, figure: Figure, following: Time) -> str:
    """党员65.3万名（截至2025年底）."""
    between = plain.text[figure.end : following.start]
    opened = ("（" in between or "(" in between) and "\n" not in between and "。" not in between
    return following.when if opened else ""


def _in_heads(quotations: Quotations, block: Block, year: int | None) -> str:
    """A table's cell is of the time that its column or its row is headed by."""
    for head in reversed(quotations.heads(block) if block.cell >= 0 else ()):
        if match := _IN_HEAD.search(head):
            written, month, relative = match.groups()
            if relative:
                return "" if year is None else str(year + YEARS[relative])
            return f"{written}-{int(month):02}" if month else str(written)
    return ""
