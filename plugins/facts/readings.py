"""A manuscript's figures as values again, out of what is kept of them for ledgers and facts.json. Pure.

For those who ask seldom (proof, charts): whatever they need is worked out when they ask, so that a build does not pay.
"""

from __future__ import annotations

import json
import re
import sqlite3
from html import unescape
from typing import Any

from .markup import by_row

_TAG = re.compile("</?(?:small|mark)>")
_NAMES = ("anchor", "text", "label", "sentence")


def figures(row: sqlite3.Row) -> list[dict[str, Any]]:
    """The figures of a row of `figure_rows`: as facts.json has them and, beside these, `when`, the time that it speaks
    of, `date`, as precisely as it is known, and its row as it is `kept`."""
    rows, more = row["rows"].decode(), row["more"].decode().split("\n")
    dates, whens = row["dates"].decode().split("\n"), row["whens"].decode().split("\n")
    plain, fallback, found = _TAG.sub("", rows).split("\n"), row["as_of"], []
    if "&" in rows:
        plain = [unescape(piece) for piece in plain]
    for known, pieces, kept, date, when in zip(
        more, by_row(plain), by_row(rows.split("\n")), dates, whens, strict=True
    ):
        figure = _known(known)
        figure.update(zip(_NAMES, pieces, strict=True), when=when, date=date or fallback, kept=kept)
        found.append(figure)
    return found


def before(figure: dict[str, Any]) -> str:
    """What the sentence says before the figure."""
    return unescape(_TAG.sub("", figure["kept"][3].partition("<mark>")[0]))


def _known(line: str) -> dict[str, Any]:
    """A line of `export.values`."""
    value, high, bound, place, day, unit = line.split(",", 5)
    return {
        "value": float(value), "high": float(high) if high else None, "bound": bound, "unit": json.loads(unit),
        "as_of": day, "place": place,
    }  # fmt: skip


def readings(row: sqlite3.Row) -> dict[str, Any]:
    """An article with its figures."""
    return {"path": row["path"], "figures": figures(row)}
