"""The search's tables: of each published article where it belongs, what is looked through, and what is shown of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence

from plugins.fulltext.folding import LINE, fold, value_key
from plugins.fulltext.marks import marks
from plugins.fulltext.segments import key_of
from plugins.manuscripts.types import Manuscript

from .extract import Line, lines

TABLES = """
CREATE TABLE search_heads (
    path TEXT PRIMARY KEY, slug TEXT, date TEXT, key INTEGER, stamp TEXT, kinds TEXT
) WITHOUT ROWID;
CREATE TABLE search_texts (path TEXT PRIMARY KEY, marks BLOB, folded TEXT, shown TEXT);
"""
INWARD = ("search_heads", "search_texts")
"""`kinds`: its topics, column and year, for filters. `marks`: see there. `folded`: title, summary and body as they are
compared, a line each, and the values of figures that are written otherwise. `shown`: slug, title, date, column,
summary, lines, values."""

_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def keep(manuscript: Manuscript) -> Iterator[tuple[str, Sequence[object]]]:
    """The rows of an article."""
    path, front = manuscript.path, manuscript.front
    if manuscript.kind != "article" or front.get("status", "published") != "published":
        return
    slug, date = front["slug"], str(front["date"]).replace("T", " ")
    title, summary, column = front["title"], manuscript.summary, front.get("column") or ""
    body = lines(manuscript.html)
    values = list(_values(manuscript, body))
    said = [title, summary, *[line.text for line in body]]
    keys = sorted({value_key(value) for value, *_ in values})
    folded = LINE.join([*filter(None, map(fold, said)), *keys])
    shown = _compact([slug, title, date[:10], column, summary, body, values])
    kinds = _compact([front.get("topics") or [], column, date[:4]])
    stamp = hashlib.sha256(f"{shown}\n{kinds}".encode()).hexdigest()[:16]
    yield "search_heads", (path, slug, date, key_of(date, slug), stamp, kinds)
    yield "search_texts", (path, marks(folded, slug), folded, shown)


def _values(manuscript: Manuscript, body: Sequence[Line]) -> Iterator[tuple[int, str, int, str]]:
    """Of figures whose text does not have their value's digits: value, anchor, line number, figure."""
    for entry in manuscript.figures:
        figure = entry.figure
        for value in (figure.value, figure.high):
            if value is None or not value_key(value) or str(int(value)) in fold(figure.text):
                continue
            place = next((number for number, line in enumerate(body) if entry.sentence in line.text), -1)
            yield int(value), entry.anchor, place, figure.text
