"""The tables of figures and their named queries; the shape of a leading figure as templates get it."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from plugins.archive import Query, address_of, date_zh, site_path
from plugins.manuscripts.types import FigureEntry, Manuscript

from .dates import dates, last_day
from .export import ending, values
from .extract import leaders
from .markup import Row, folded, rows, said
from .observations import mentions
from .points import flat, pieces
from .readings import readings

TABLES = """
CREATE TABLE figure_sets (
    path TEXT PRIMARY KEY, figures INTEGER, stamp TEXT, date TEXT, slug TEXT, sheet_stamp TEXT
) WITHOUT ROWID;
CREATE INDEX figure_sets_by_date ON figure_sets (date, slug, stamp, sheet_stamp);
CREATE TABLE figure_rows (path TEXT PRIMARY KEY, as_of TEXT, dates BLOB, whens BLOB, rows BLOB, more BLOB, ending BLOB);
CREATE TABLE explained (path TEXT, anchor TEXT, why TEXT, PRIMARY KEY (path, anchor)) WITHOUT ROWID;
CREATE TABLE leaders (path TEXT PRIMARY KEY, leaders TEXT, mentions TEXT) WITHOUT ROWID;
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
rank, weight and date (`leaders`), and the same as structured data has them (`mentions`)."""

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
        listed = [(*shown[place][:3], place, rank, weight, held[place]) for place, rank, weight in leading]
        places = [one.place for one in leading]
        told = mentions(front["slug"], [figures[place] for place in places], [days[place] for place in places])
        yield "leaders", (path, _compact(listed), told)
    kept = *_kept(shown, figures, held, as_of), values(figures, days)
    end = ending(site_path(address_of(manuscript)), topics)
    yield "figure_rows", (path, as_of, *kept, end)
    for entry in figures:
        if entry.differs:
            yield "explained", (path, entry.anchor, entry.differs)
    if front.get("status", "published") != "published":
        return
    stamp = _stamp(date.encode(), *kept, end)
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


def box(row: sqlite3.Row) -> dict[str, Any]:
    """An article's leading figures as its own page shows them, the links to `page`; `written` is HTML."""
    page = row["page"]
    return {
        "mentions": row["mentions"],
        "figures": [
            {"written": written, "label": label, "path": f"{page}#{anchor}", "as_of_zh": date_zh(date)}
            for anchor, written, label, _, _, _, date in json.loads(row["leaders"])
        ],
    }


def quoted_leader(row: sqlite3.Row) -> dict[str, Any]:
    """A leading figure as other pages show it, with what is said, also HTML, and its article."""
    path = site_path(row["address"])
    return {
        "written": row["written"],
        "label": row["label"],
        "path": f"{path}#{row['anchor']}",
        "said": said(row["rows"], row["place"]),
        "article": {"title": row["title"], "path": path},
        "as_of_zh": date_zh(row["as_of"]),
    }


_FIELDS = ", ".join(
    f"json_extract(leader.value, '$[{place}]') AS {name}"
    for place, name in enumerate(("anchor", "written", "label", "place", "rank", "weight", "as_of"))
)


def _leading(recent: str, order: str, more: str = "") -> str:
    """Leaders of `recent` articles (path, aside, day, name), each figure from the article that it is weightiest in."""
    return f"""
        WITH recent AS ({recent}), leading AS (
            SELECT recent.path, aside, day, name, {_FIELDS}
            FROM recent CROSS JOIN leaders USING (path), json_each(leaders) AS leader
        ), ranked AS (
            SELECT *, ROW_NUMBER() OVER (PARTITION BY written ORDER BY weight DESC, day DESC, name) AS again
            FROM leading
        ), chosen AS (SELECT * FROM ranked WHERE again = 1 {more} ORDER BY {order} LIMIT :limit)
        SELECT chosen.*, rows, m.title, m.address
        FROM chosen JOIN figure_rows USING (path) JOIN manuscripts m USING (path)
        ORDER BY {order}
    """


YEARS = """
    WITH RECURSIVE years (year) AS (
        SELECT substr(MIN(date), 1, 4) FROM figure_sets UNION ALL
        SELECT (SELECT substr(MIN(date), 1, 4) FROM figure_sets WHERE date > year || '~')
        FROM years WHERE year IS NOT NULL
    )
    SELECT year FROM years WHERE year IS NOT NULL
"""
"""The years whose articles have figures, from one to the next along the index. "~" sorts behind every digit."""

POINTS = """
    SELECT m.title, m.address, r.as_of, r.dates, r.whens, r.rows, r.more FROM (
        SELECT path, date, slug FROM memberships WHERE topic = :topic AND published = 1
        ORDER BY date DESC, slug DESC LIMIT :recent
    ) JOIN manuscripts m USING (path) JOIN figure_rows r USING (path) ORDER BY m.date, m.slug
"""
OF_TOPIC = _leading(
    """SELECT path, rank > 0 AS aside, date AS day, slug AS name
       FROM memberships WHERE topic = :topic AND published = 1 ORDER BY date DESC, slug DESC LIMIT :recent""",
    "aside, rank, weight DESC, day DESC, name",
    "AND rank <= 3",
)
QUERIES = {
    "box_of_article": Query("SELECT leaders, mentions, :page AS page FROM leaders WHERE path = :path", box),
    "leading_of_topic": Query(OF_TOPIC, quoted_leader),
    "leaders_of_topic": Query(OF_TOPIC, lambda row: {name: row[name] for name in ("path", "anchor", "as_of")}),
    "leading": Query(
        _leading(
            """SELECT path, 0 AS aside, date AS day, slug AS name
               FROM manuscripts WHERE kind = 'article' AND published = 1 ORDER BY date DESC, slug DESC LIMIT :recent""",
            "rank, day DESC, weight DESC, name",
        ),
        quoted_leader,
    ),
    "years": Query(YEARS),
    "readings": Query("SELECT path, as_of, dates, whens, rows, more FROM figure_rows WHERE path = :path", readings),
    "explained": Query("SELECT path, anchor, why FROM explained"),
    "points_of_topic": Query(POINTS, pieces, flat),
    "count": Query("SELECT COALESCE(SUM(figures), 0) AS figures FROM figure_sets"),
}
