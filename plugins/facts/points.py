"""Figures as charts compare them: with what is said before them, and the sort of the time that they speak of. Pure."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from plugins.archive import holds, site_path

from .readings import before, figures


def pieces(row: sqlite3.Row) -> dict[str, Any]:
    """An article's figures that have a label and are no former value."""
    article = {"title": row["title"], "path": site_path(row["address"])}
    fit = [figure for figure in figures(row) if figure["label"] and not figure["label"].endswith("原值")]
    return {"points": [_point(figure, article) for figure in fit]}


def _sort(when: str) -> str:
    """How a time is said: a day, a month, a year, or months that begin at one of the year and end at another; "" if it
    is not. Ends of years are not drawn beside months."""
    if not when:
        return ""
    start, _, end = when.rpartition("/")
    return f"{len(end)} {start[5:]} {end[5:7] if start[5:] else ''} {when[0] == '/'}"


def _point(figure: dict[str, Any], article: dict[str, str]) -> dict[str, Any]:
    """What facts.json says of the figure, `written` as HTML, and `as_of` as precise as the text is."""
    names = ("value", "high", "bound", "unit", "label", "text", "sentence", "anchor")
    path = f"{article['path']}#{figure['anchor']}"
    dated = holds(figure["date"]) | {"path": path, "article": article}
    told = {"written": figure["kept"][1], "before": before(figure), "sort": _sort(figure["when"])}
    return {name: figure[name] for name in names} | dated | told


def flat(articles: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The points of some articles, one after the other."""
    return [point for article in articles for point in article["points"]]
