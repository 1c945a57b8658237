"""The ledger's tables: the figures of an article by unit and year, and how many it has of what."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence

from plugins.manuscripts.as_of import dates
from plugins.manuscripts.types import Manuscript

from .extract import counts, groups

TABLES = """
CREATE TABLE ledger_heads (
    path TEXT PRIMARY KEY, month TEXT, slug TEXT, head TEXT, stamp TEXT, shown TEXT
) WITHOUT ROWID;
CREATE TABLE ledger_groups (
    path TEXT, unit TEXT, year TEXT, slug TEXT, figures INTEGER, top REAL, stamp TEXT, rows TEXT,
    PRIMARY KEY (path, unit, year)
) WITHOUT ROWID;
CREATE TABLE ledger_counts (
    path TEXT, facet TEXT, name TEXT, date TEXT, slug TEXT, figures INTEGER, PRIMARY KEY (path, facet, name)
) WITHOUT ROWID;
CREATE INDEX ledger_by_month ON ledger_heads (month, slug, stamp);
CREATE INDEX ledger_by_unit ON ledger_groups (unit, year, slug, figures, stamp);
CREATE INDEX ledger_by_size ON ledger_groups (unit, top DESC, slug, year);
CREATE INDEX ledger_by_facet ON ledger_counts (facet, name, date DESC, slug, figures);
"""
"""Of published articles that have figures: what their lines in the files begin with (`ledger_heads`); their figures of
a unit and a year (`ledger_groups`, see `extract`); how many figures of a topic, a place, a year (`ledger_counts`).

A `stamp` is of what the files have of the row, `shown` of what pages show of the article: its sentences too."""

_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def keep(manuscript: Manuscript) -> Iterator[tuple[str, Sequence[object]]]:
    """The rows of an article's figures."""
    path, front, figures = manuscript.path, manuscript.front, manuscript.figures
    if manuscript.kind != "article" or not figures or front.get("status", "published") != "published":
        return
    slug, date, topics = front["slug"], str(front["date"]).replace("T", " "), front.get("topics") or []
    held = dates(figures, front.get("as_of") or date[:10], date[:10])
    head = _compact({"slug": slug, "title": front["title"], "date": date[:10], "topics": topics})[:-1]
    found = groups(figures, held)
    stamp = _stamp(head, *[group.rows for group in found])
    yield "ledger_heads", (path, date[:7], slug, head, stamp, _stamp(stamp, *[entry.sentence for entry in figures]))
    for unit, year, number, top, rows in found:
        yield "ledger_groups", (path, unit, year, slug, number, top, _stamp(head, rows), rows)
    for (facet, name), number in counts(figures, held, topics).items():
        yield "ledger_counts", (path, facet, name, date, slug, number)


def _stamp(*pieces: str) -> str:
    """Sixteen characters, as the other rooms' are."""
    return hashlib.sha256("\n".join(pieces).encode()).hexdigest()[:16]
