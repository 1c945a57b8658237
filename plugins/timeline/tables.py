"""The table of events and its named queries; the shape of an event as templates get it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from plugins.archive import Query, digest, site_path
from plugins.manuscripts.types import Manuscript

from .extract import datetime_value, in_chinese, period

TABLES = """
CREATE TABLE events (
    path TEXT, place INTEGER, anchor TEXT, date TEXT, period TEXT, precision TEXT, text TEXT, label TEXT,
    sentence TEXT, of INTEGER, stamp TEXT, PRIMARY KEY (path, place)
) WITHOUT ROWID;
CREATE INDEX events_by_period ON events (period, date);
"""


def keep(manuscript: Manuscript) -> Iterator[tuple[str, Sequence[object]]]:
    """The rows of an article's events; `of` is how many it has: an article with few is about them."""
    if manuscript.kind != "article":
        return
    for place, entry in enumerate(manuscript.events):
        event = entry.event
        row = (
            manuscript.path, place, entry.anchor, event.date, period(event.date), event.precision, event.text,
            event.label, entry.sentence, len(manuscript.events),
        )  # fmt: skip
        yield "events", (*row, digest([row[1:], manuscript.front["title"], manuscript.front["slug"]]))


def event(row: sqlite3.Row) -> dict[str, Any]:
    """An event as templates get it."""
    article = {"title": row["title"], "path": site_path(row["address"])}
    return {
        "date_zh": in_chinese(row["date"], year=False),
        "date_zh_long": in_chinese(row["date"], year=True),
        "datetime": datetime_value(row["date"]),
        "article": article,
        "path": f"{article['path']}#{row['anchor']}",
        **{name: row[name] for name in ("date", "precision", "label", "text", "sentence", "anchor", "of")},
        "others": [],
    }


EVENT = "e.*, m.title, m.address"
SHOWN = "events e JOIN manuscripts m USING (path)"
_ONE_A_DATE = "ROW_NUMBER() OVER (PARTITION BY e.date ORDER BY of, m.date DESC, m.slug, place) AS rank"

QUERIES = {
    "of_period": Query(
        f"SELECT {EVENT} FROM {SHOWN} WHERE m.published AND period = :period ORDER BY e.date, m.date, m.slug, place",
        event,
    ),
    "newest": Query(
        f"""WITH recent AS (
                SELECT path FROM manuscripts WHERE kind = 'article' AND published = 1
                ORDER BY date DESC, slug DESC LIMIT :recent
            ), ranked AS (
                SELECT {EVENT}, {_ONE_A_DATE} FROM {SHOWN}
                WHERE path IN recent AND e.precision = 'day' AND period <> ''
            )
            SELECT * FROM ranked WHERE rank = 1 ORDER BY date DESC LIMIT :limit""",
        event,
    ),
    "of_topic": Query(
        f"""WITH recent AS (
                SELECT path FROM memberships WHERE topic = :topic AND published = 1
                ORDER BY date DESC, slug DESC LIMIT :recent
            ), ranked AS (
                SELECT {EVENT}, {_ONE_A_DATE} FROM {SHOWN} WHERE path IN recent AND period <> ''
            )
            SELECT * FROM ranked WHERE rank = 1 ORDER BY date DESC LIMIT :limit""",
        event,
    ),
}
