"""Dates of events: the period an event is filed under, how it is shown, what `<time datetime>` may say. Pure."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import chain, groupby
from operator import add, itemgetter
from typing import Any

ALIKE = 0.5
"""Share of the shorter account's pairs of characters that two accounts of one event have in common."""
_MARKS = re.compile(r"[\W_]+")
_PLAIN = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?$")
_HALF = {"H1": "上半年", "H2": "下半年"}
_QUARTER = {"Q1": "一季度", "Q2": "二季度", "Q3": "三季度", "Q4": "四季度"}


def period(date: str) -> str:
    """The month (2026-06) or, for coarser dates, the year (2026) that an event stands under; "" without a year."""
    first = date.partition("/")[0]
    if first.startswith("--"):
        return ""
    return first[:7] if re.match(r"\d{4}-\d{2}", first) else first[:4]


def datetime_value(date: str) -> str:
    """The date as the `datetime` attribute takes it; "" where it has no valid form (a half year, a span)."""
    return date if _PLAIN.match(date) else ""


def in_chinese(date: str, *, year: bool) -> str:
    """2026-06-18 as 6月18日, with 2026年 in front if `year`; spans as 6月18日至20日."""
    first, _, last = date.partition("/")
    shown = _one(first, year=year)
    if not last:
        return shown
    same_year, same_month = first[:4] == last[:4], first[:7] == last[:7]
    tail = _one(last, year=not same_year)
    return f"{shown}至{tail.rpartition('月')[2] if same_month and len(last) == 10 else tail}"


def _one(date: str, *, year: bool) -> str:
    if date.startswith("--"):
        return _numbers(date[2:].split("-"), "月日")
    head, *rest = date.split("-")
    named = _HALF.get(rest[0]) or _QUARTER.get(rest[0]) if rest else None
    tail = named or _numbers(rest, "月日")
    return f"{int(head)}年{tail}" if year or not tail else tail


def _numbers(parts: list[str], marks: str) -> str:
    return "".join(f"{int(part)}{mark}" for part, mark in zip(parts, marks, strict=False))


def told_once(events: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Accounts of one event in several articles as one entry, whose `others` are the further accounts.

    Events come in order of their dates. The entry is the account of the article with the fewest events: that one is
    about it.
    """
    told: list[dict[str, Any]] = []
    for _, of_day in groupby(events, key=itemgetter("date")):
        day = list(of_day)
        told += _told_of_day(sorted(day, key=itemgetter("of"))) if len(day) > 1 else [{**day[0], "others": []}]
    return told


def _told_of_day(events: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each event joins the first entry that it is a further account of, or is the next entry."""
    entries: list[dict[str, Any]] = []
    sizes: list[int] = []  # of the entries' sets of pairs
    places = defaultdict[str, list[int]](list)  # pair of characters → the entries that have it
    for event in events:
        pairs = _pairs(event["label"] or event["sentence"])
        common = Counter(chain.from_iterable([places[pair] for pair in pairs if pair in places]))
        same = (
            place
            for place in sorted(common)
            if common[place] >= ALIKE * min(sizes[place], len(pairs)) and entries[place]["article"] != event["article"]
        )
        first = next(same, None)
        if first is not None:
            entries[first]["others"].append(event)
            continue
        for pair in pairs:
            places[pair].append(len(entries))
        entries.append({**event, "others": []})
        sizes.append(len(pairs))
    return entries


def _pairs(text: str) -> set[str]:
    bare = _MARKS.sub("", text)
    return set(map(add, bare, bare[1:]))
