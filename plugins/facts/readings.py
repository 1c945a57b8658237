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
    """The figures of a row of `figure_rows`: as facts.json has them and, beside these, `before`, what the sentence says
    before the figure, `when`, the time that it speaks of, and `date`, as precisely as it is known."""
    rows, more = row["rows"].decode(), row["more"].decode().split("\n")
    dates, whens = row["dates"].decode().split("\n"), row["whens"].decode().split("\n")
    escaped, found = "&" in rows, []
    for known, pieces, date, when in zip(more, by_row(rows.split("\n")), dates, whens, strict=True):
        before = _TAG.sub("", pieces[3].partition("<mark>")[0])
        plain = [_TAG.sub("", piece) for piece in pieces]
        if escaped:
            before, plain = unescape(before), [unescape(piece) for piece in plain]
        figure = _known(known) | dict(zip(_NAMES, plain, strict=True))
        found.append(figure | {"before": before, "when": when, "date": date or row["as_of"], "written": pieces[1]})
    return found


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
