"""A manuscript's figures as the ledger's script reads them: short lists of JSON, by unit and year. Pure.

A figure is a list: anchor, as written, value, upper end or null, bound, unit, label, place, as of when.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from json.encoder import encode_basestring as quoted
from typing import NamedTuple

from plugins.manuscripts.types import FigureEntry
from plugins.zhtext.places import upwards


class Group(NamedTuple):
    """Figures of one unit that hold as of one year: how many, the largest value, the lists."""

    unit: str
    year: str
    figures: int
    top: float
    rows: str  # parted by commas


def groups(figures: Sequence[FigureEntry], dates: Iterable[str]) -> list[Group]:
    """All figures of an article, `dates` being as of when they hold."""
    found: dict[tuple[str, str], tuple[list[float], list[str]]] = {}
    for entry, date in zip(figures, dates, strict=True):
        values, rows = found.setdefault((entry.figure.unit, date[:4]), ([], []))
        values.append(entry.figure.value if entry.figure.high is None else entry.figure.high)
        rows.append(_row(entry, date))
    return [Group(*key, len(rows), max(values), ",".join(rows)) for key, (values, rows) in found.items()]


def _row(entry: FigureEntry, date: str) -> str:
    _, _, text, value, high, bound, unit, label = entry.figure
    end = "null" if high is None else _number(high)
    return (
        f'["{entry.anchor}",{quoted(text)},{_number(value)},{end},"{bound}",{quoted(unit)},{quoted(label)},'
        f'"{entry.place}","{date}"]'
    )


def _number(value: float) -> str:
    return str(int(value)) if value % 1 == 0 else repr(round(value, 12))


def counts(figures: Sequence[FigureEntry], dates: Iterable[str], topics: Sequence[str]) -> Counter[tuple[str, str]]:
    """How many of an article's figures there are by topic, place and year; a district's are its city's too."""
    found = Counter({("topic", topic): len(figures) for topic in topics})
    found.update(("year", date[:4]) for date in dates)
    for place, times in Counter([entry.place for entry in figures if entry.place]).items():
        found.update({("place", name): times for name in upwards(place)})
    return found
