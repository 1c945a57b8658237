"""Figures as charts compare them: each with a `key` that is equal where the same is counted at another time. Pure.

What is counted is its subject, unit, place and manner, and the sort of its time: ends of years are not drawn beside
months.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from plugins.archive import date_zh, site_path
from plugins.zhtext.counted import Names, counted, names

from .readings import before, figures

_NOW = "now"


def pieces(row: sqlite3.Row) -> dict[str, Any]:
    """An article's figures, each with what it counts and the sort of time that it speaks of."""
    article = {"title": row["title"], "path": site_path(row["address"])}
    said, found = Names([name for _, name in names(row["title"])]), []
    for figure in figures(row):
        if figure["label"] and not figure["label"].endswith("原值"):
            key = counted(figure["label"], figure["unit"], before(figure), said)[:4]
            found.append(_point(figure, article) | {"key": (*key, _sort(figure["when"]))})
    return {"points": found}


def _sort(when: str) -> str:
    """How a time is said: a day, a month, a year, or months that begin at one of the year and end at another."""
    if not when:
        return _NOW
    start, _, end = when.rpartition("/")
    return f"{len(end)} {start[5:]} {end[5:7] if start[5:] else ''} {when[0] == '/'}"


def _point(figure: dict[str, Any], article: dict[str, str]) -> dict[str, Any]:
    """What facts.json says of the figure, `written` as HTML, and `as_of` as precise as the text is."""
    names = ("value", "high", "bound", "unit", "label", "text", "sentence", "anchor")
    path = f"{article['path']}#{figure['anchor']}"
    dated = {"as_of": figure["date"], "as_of_zh": date_zh(figure["date"]), "path": path, "article": article}
    return {name: figure[name] for name in names} | dated | {"written": figure["kept"][1]}


def flat(articles: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The points of some articles, one after the other."""
    return [point for article in articles for point in article["points"]]
