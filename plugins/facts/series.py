"""Figures of one subject at different times, as charts draw them. Pure.

A series is of one subject, unit, place and manner, and of times of one sort: ends of years are not drawn beside months.
What several articles say of one time stands in it once, as the newest has it.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from plugins.archive import date_zh, site_path
from plugins.zhtext.counted import Names, counted, names

from .readings import figures

FEWEST = 2
"""Points that make a series."""
_NOW = "now"


def pieces(row: sqlite3.Row) -> dict[str, Any]:
    """An article's figures, each with what it counts and the sort of time that it speaks of."""
    article = {"title": row["title"], "path": site_path(row["address"])}
    said, found = Names([name for _, name in names(row["title"])]), []
    for figure in figures(row):
        if figure["label"] and not figure["label"].endswith("原值"):
            key = counted(figure["label"], figure["unit"], figure["before"], said)[:4]
            found.append(((*key, _sort(figure["when"])), _point(figure, article)))
    return {"points": found}


def _sort(when: str) -> str:
    """How a time is said: a day, a month, a year, or months that begin at one of the year and end at another."""
    if not when:
        return _NOW
    start, _, end = when.rpartition("/")
    return f"{len(end)} {start[5:]} {end[5:7] if start[5:] else ''} {when[0] == '/'}"


def _point(figure: dict[str, Any], article: dict[str, str]) -> dict[str, Any]:
    names = ("value", "high", "bound", "unit", "label", "text", "written", "sentence", "anchor")
    path = f"{article['path']}#{figure['anchor']}"
    dated = {"as_of": figure["date"], "as_of_zh": date_zh(figure["date"]), "path": path, "article": article}
    return {name: figure[name] for name in names} | dated


def series(articles: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """All series of some articles, oldest first: `subject`, `unit` and `points`, which lie in order of their times.

    A point has what facts.json says of the figure, `written` as HTML, `path`, `article`, and `as_of` as precise as the
    text is.
    """
    found: defaultdict[tuple[str, ...], dict[str, dict[str, Any]]] = defaultdict(dict)
    for article in articles:
        for key, point in article["points"]:
            found[key][point["as_of"]] = point
    return [
        _named([points[date] for date in sorted(points)])
        for key, points in found.items()
        if len(points) >= FEWEST and _changes(key, points)
    ]


def _changes(key: tuple[str, ...], points: dict[str, dict[str, Any]]) -> bool:
    """Whether it is a series at all: what articles of several days say alike, of no time, is one figure."""
    return key[-1] != _NOW or len({(point["value"], point["high"]) for point in points.values()}) > 1


def _named(points: list[dict[str, Any]]) -> dict[str, Any]:
    """A series is called what its newest figure is called."""
    newest = points[-1]
    return {"subject": newest["label"].removesuffix("现值"), "unit": newest["unit"], "points": points}
