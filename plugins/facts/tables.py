"""The tables of figures and their named queries; the shape of a leading figure as templates get it."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from plugins.archive import Query, address_of, date_zh, site_path
from plugins.manuscripts.types import Manuscript

from .export import export
from .extract import leaders
from .markup import folded, rows, said

TABLES = """
CREATE TABLE figure_sets (path TEXT PRIMARY KEY, figures INTEGER, stamp TEXT) WITHOUT ROWID;
CREATE TABLE figure_exports (path TEXT PRIMARY KEY, heads BLOB, ending BLOB);
CREATE TABLE figure_rows (path TEXT PRIMARY KEY, as_of TEXT, rows BLOB);
CREATE TABLE leaders (
    path TEXT, turn INTEGER, rank INTEGER, weight REAL, text TEXT, anchor TEXT, written TEXT, label TEXT, place INTEGER,
    PRIMARY KEY (path, turn)
) WITHOUT ROWID;
CREATE TABLE ledger (
    path TEXT, topic TEXT, date TEXT, slug TEXT, figures INTEGER, stamp TEXT, PRIMARY KEY (path, topic)
) WITHOUT ROWID;
CREATE INDEX ledger_by_topic ON ledger (topic, date, slug, stamp, figures);
"""
"""Of published articles that have figures: how many, and a stamp of their lines in facts.json (`figure_sets`); those
lines, with every value (`figure_exports`); their rows in ledgers (`figure_rows`); the ledgers that they stand in, ""
being that of articles without a topic (`ledger`). Of drafts too: the figures that lead, in turn (`leaders`)."""


def keep(manuscript: Manuscript) -> Iterator[tuple[str, Sequence[object]]]:
    """The rows of an article's figures."""
    if manuscript.kind != "article" or not manuscript.figures:
        return
    front = manuscript.front
    shown = rows(manuscript.figures)
    for turn, (place, rank, weight) in enumerate(leaders(manuscript.figures), 1):
        figure = manuscript.figures[place].figure
        anchor, written, *_ = shown[place]
        yield "leaders", (manuscript.path, turn, rank, weight, figure.text, anchor, written, figure.label, place)
    if front.get("status", "published") == "published":
        yield "figure_rows", (manuscript.path, front.get("as_of") or "", folded(shown))
        yield from _published(manuscript)


def _published(manuscript: Manuscript) -> Iterator[tuple[str, Sequence[object]]]:
    """What facts.json and the ledgers show. Their stamps tell of its place in their order too."""
    path, front, count = manuscript.path, manuscript.front, len(manuscript.figures)
    date = str(front.get("date") or "").replace("T", " ")
    exported = export(manuscript, site_path(address_of(manuscript)))
    stamp = _stamp(date.encode(), *exported)
    yield "figure_exports", (path, *exported)
    yield "figure_sets", (path, count, stamp)
    shown = _stamp(stamp.encode(), front["title"].encode())
    for topic in front.get("topics") or [""]:
        yield "ledger", (path, topic, date, front["slug"], count, shown)


def _stamp(*pieces: bytes) -> str:
    """Sixteen characters, so that a page's stamps can be cut from a long text of them."""
    return hashlib.sha256(b"\n".join(pieces)).hexdigest()[:16]


def leader(row: sqlite3.Row) -> dict[str, Any]:
    """A leading figure as its own article shows it; `written` is HTML."""
    path = f"{site_path(row['address'])}#{row['anchor']}"
    return {"written": row["written"], "label": row["label"], "path": path}


def quoted_leader(row: sqlite3.Row) -> dict[str, Any]:
    """A leading figure as other pages show it, with what is said, also HTML, and its article."""
    return {
        **leader(row),
        "said": said(row["rows"], row["place"]),
        "article": {"title": row["title"], "path": site_path(row["address"])},
        "as_of_zh": date_zh(row["as_of"]),
    }


def _leading(recent: str, order: str, more: str = "") -> str:
    """Leaders of `recent` articles (path, aside, day, name), each text from the article that it is weightiest in."""
    return f"""
        WITH recent AS ({recent}), ranked AS (
            SELECT f.*, aside, day, name,
                ROW_NUMBER() OVER (PARTITION BY text ORDER BY weight DESC, day DESC, name) AS again
            FROM recent CROSS JOIN leaders f USING (path)
        ), chosen AS (SELECT * FROM ranked WHERE again = 1 {more} ORDER BY {order} LIMIT :limit)
        SELECT chosen.*, rows, as_of, m.title, m.address
        FROM chosen JOIN figure_rows USING (path) JOIN manuscripts m USING (path)
        ORDER BY {order}
    """


QUERIES = {
    "leading_of_article": Query(
        """SELECT f.*, m.address FROM leaders f JOIN manuscripts m USING (path) WHERE path = :path
           ORDER BY turn LIMIT :limit""",
        leader,
    ),
    "leading_of_topic": Query(
        _leading(
            """SELECT path, rank > 0 AS aside, date AS day, slug AS name
               FROM memberships WHERE topic = :topic AND published = 1 ORDER BY date DESC, slug DESC LIMIT :recent""",
            "aside, rank, weight DESC, day DESC, name",
            "AND rank <= 3",
        ),
        quoted_leader,
    ),
    "leading": Query(
        _leading(
            """SELECT path, 0 AS aside, date AS day, slug AS name
               FROM manuscripts WHERE kind = 'article' AND published = 1 ORDER BY date DESC, slug DESC LIMIT :recent""",
            "rank, day DESC, weight DESC, name",
        ),
        quoted_leader,
    ),
    "count": Query("SELECT COALESCE(SUM(figures), 0) AS figures FROM figure_sets"),
}
