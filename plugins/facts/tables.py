"""The tables of figures, and what an article keeps in them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence

from plugins.archive import address_of, site_path
from plugins.manuscripts.as_of import dates, last_day
from plugins.manuscripts.types import FigureEntry, Manuscript

from .export import ending, number, values
from .extract import leaders
from .markup import Row, folded, rows

TABLES = """
CREATE TABLE figure_sets (
    path TEXT PRIMARY KEY, figures INTEGER, stamp TEXT, date TEXT, slug TEXT, sheet_stamp TEXT
) WITHOUT ROWID;
CREATE INDEX figure_sets_by_date ON figure_sets (date, slug, stamp, sheet_stamp);
CREATE TABLE figure_rows (path TEXT PRIMARY KEY, as_of TEXT, dates BLOB, whens BLOB, rows BLOB, more BLOB, ending BLOB);
CREATE TABLE explained (path TEXT, anchor TEXT, why TEXT, PRIMARY KEY (path, anchor)) WITHOUT ROWID;
CREATE TABLE leaders (path TEXT PRIMARY KEY, leaders TEXT) WITHOUT ROWID;
CREATE TABLE ledger (
    path TEXT, topic TEXT, date TEXT, slug TEXT, figures INTEGER, stamp TEXT, PRIMARY KEY (path, topic)
) WITHOUT ROWID;
CREATE INDEX ledger_by_topic ON ledger (topic, date, slug, stamp, figures);
"""
"""Of published articles that have figures: how many, and a stamp of all that is shown of them, another one in sheets,
where the title is shown too (`figure_sets`); the ledgers that they stand in, "" being that of articles without a topic
(`ledger`).

Of drafts too: as of when their figures hold, the dates of those that hold as of another, a line each, the times that
each speaks of, their rows in ledgers and what facts.json has `more` (`figure_rows`); why a figure may differ from
others (`explained`); the figures that lead, in turn, each a list of anchor, how it is written, label, place among all,
rank, weight, date and value (`leaders`)."""

_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def keep(manuscript: Manuscript) -> Iterator[tuple[str, Sequence[object]]]:
    """The rows of an article's figures."""
    path, front, figures = manuscript.path, manuscript.front, manuscript.figures
    if manuscript.kind != "article" or not figures:
        return
    date, topics = str(front.get("date") or "").replace("T", " "), front.get("topics") or []
    posted = date[:10]
    as_of = front.get("as_of") or posted
    shown, held = rows(figures), dates(figures, as_of, posted)
    days = [last_day(date, posted) for date in held]
    if leading := leaders(figures):
        listed = [
            (*shown[place][:3], place, rank, weight, held[place], number(figures[place].figure.value))
            for place, rank, weight in leading
        ]
        yield "leaders", (path, _compact(listed))
    kept = *_kept(shown, figures, held, as_of), values(figures, days)
    end = ending(site_path(address_of(manuscript)), topics)
    yield "figure_rows", (path, as_of, *kept, end)
    for entry in figures:
        if entry.differs:
            yield "explained", (path, entry.anchor, entry.differs)
    if front.get("status", "published") != "published":
        return
    stamp = _stamp(date.encode(), as_of.encode(), *kept, end)
    titled = _stamp(stamp.encode(), front["title"].encode())
    yield "figure_sets", (path, len(figures), stamp, date, front["slug"], titled)
    for topic in topics or [""]:
        yield "ledger", (path, topic, date, front["slug"], len(figures), titled)


def _kept(
    shown: Sequence[Row], figures: Sequence[FigureEntry], held: Sequence[str], as_of: str
) -> tuple[bytes, bytes, bytes]:
    """The dates, the times, the rows."""
    own = "\n".join(["" if date == as_of else date for date in held])
    whens = "\n".join([entry.when for entry in figures])
    return own.encode(), whens.encode(), folded(shown)


def _stamp(*pieces: bytes) -> str:
    """Sixteen characters, so that a page's stamps can be cut from a long text of them."""
    return hashlib.sha256(b"\n".join(pieces)).hexdigest()[:16]
