"""The table of events and its named queries; the shape of an event as templates get it."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from plugins.archive import APART, Query, address_of, site_path
from plugins.manuscripts.types import EventEntry, Manuscript

from .extract import datetime_value, in_chinese, period

written = json.JSONEncoder(ensure_ascii=False).encode

TABLES = """
CREATE TABLE events (
    path TEXT, place INTEGER, period TEXT, date TEXT, told TEXT, slug TEXT, of INTEGER, precision TEXT, anchor TEXT,
    title TEXT, page TEXT, label TEXT, sentence TEXT, stamp TEXT, line BLOB, line_stamp TEXT, PRIMARY KEY (path, place)
) WITHOUT ROWID;
CREATE INDEX events_by_period ON events (period, date, told, slug, place, stamp, line_stamp);
CREATE INDEX events_by_date ON events (date, told, slug, place);
"""
"""Events of published articles. `told` is the date of the article, `page` its site path, and `of` how many events it
has: an article with few is about them. `line` is the event as events.json has it;
`stamp` is of all that is shown of an event anywhere."""


def keep(manuscript: Manuscript) -> Iterator[tuple[str, Sequence[object]]]:
    """The rows of an article's events."""
    front, events = manuscript.front, manuscript.events
    if manuscript.kind != "article" or not events or front.get("status", "published") != "published":
        return
    title, slug, page = front["title"], front["slug"], site_path(address_of(manuscript))
    told = str(front.get("date") or "").replace("T", " ")
    for place, entry in enumerate(events):
        event = entry.event
        line = _line(entry, page, front.get("topics") or [])
        stamp = _stamp(told, title, len(events), line)
        yield "events", (
            manuscript.path, place, period(event.date), event.date, told, slug, len(events), event.precision,
            entry.anchor, title, page, event.label, entry.sentence, stamp, line.encode(), _stamp(line),
        )  # fmt: skip


def _line(entry: EventEntry, page: str, topics: list[str]) -> str:
    event = entry.event
    said = {name: getattr(event, name) for name in ("date", "precision", "text", "label")}
    where = {"sentence": entry.sentence, "article": page, "anchor": entry.anchor, "topics": topics}
    return written(said | where)


def _stamp(*pieces: object) -> str:
    return hashlib.sha256("\n".join(map(str, pieces)).encode()).hexdigest()[:16]


def event(row: sqlite3.Row) -> dict[str, Any]:
    """An event as templates get it."""
    date = row["date"]
    return {
        "date": date,
        "date_zh": in_chinese(date, year=False),
        "date_zh_long": in_chinese(date, year=True),
        "datetime": datetime_value(date),
        "label": row["label"],
        "sentence": row["sentence"],
        "article": {"title": row["title"], "path": row["page"]},
        "path": f"{row['page']}#{row['anchor']}",
        "of": row["of"],
        "others": [],
    }


ONE_A_DATE = """
    SELECT e.*, ROW_NUMBER() OVER (PARTITION BY e.date ORDER BY of, told DESC, e.slug, place) AS rank
    FROM recent CROSS JOIN events e USING (path) WHERE period <> ''
"""
"""Of the events of one date in `recent` articles, that of the article that is about it is the first."""

IN_ORDER = "WHERE period = :period ORDER BY date, told, slug, place"
ROWS = f"""
    SELECT slug || '#' || anchor AS id, date, precision, json_extract(said, '$.text') AS text, label, sentence,
        page AS article, anchor, (SELECT group_concat(value, '{APART}') FROM json_each(said, '$.topics')) AS topics,
        title, substr(told, 1, 10) AS published
    FROM (SELECT *, CAST(line AS TEXT) AS said FROM events {IN_ORDER}) ORDER BY date, told, slug, place
"""
"""The events of a month or a year as tables have them: a row each, all of it text."""

QUERIES = {
    "rows": Query(ROWS),
    "periods": Query("SELECT DISTINCT period FROM events ORDER BY period"),
    "stamp": Query(
        """SELECT group_concat(stamp, '') AS stamp
           FROM (SELECT stamp FROM events ORDER BY period, date, told, slug, place)"""
    ),
    "of_period": Query("SELECT * FROM events WHERE period = :period ORDER BY date, told, slug, place", event),
    "newest": Query(
        f"""WITH recent AS (
                SELECT path FROM manuscripts WHERE kind = 'article' AND published = 1
                ORDER BY date DESC, slug DESC LIMIT :recent
            ), ranked AS ({ONE_A_DATE} AND e.precision = 'day')
            SELECT * FROM ranked WHERE rank = 1 ORDER BY date DESC LIMIT :limit""",
        event,
    ),
    "of_topic": Query(
        f"""WITH recent AS (
                SELECT path FROM memberships WHERE topic = :topic AND published = 1
                ORDER BY date DESC, slug DESC LIMIT :recent
            ), ranked AS ({ONE_A_DATE})
            SELECT * FROM ranked WHERE rank = 1 ORDER BY date DESC LIMIT :limit""",
        event,
    ),
}
