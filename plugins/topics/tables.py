"""Named queries over topics and their articles. Topics have no tables of their own: their files are manuscripts."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from typing import Any

from plugins.archive import Archive, Query, site_path

_TOPIC = "SELECT path, slug, title, address, card, html, details FROM manuscripts JOIN bodies USING (path)"
TOPICS = f"{_TOPIC} WHERE kind = 'topic' ORDER BY slug"
TOPIC = f"{_TOPIC} WHERE kind = 'topic' AND slug = :slug"
NEIGHBOURS = """
    WITH counted AS (
        SELECT theirs.topic, COUNT(*) AS shared FROM memberships mine
        JOIN memberships theirs ON theirs.path = mine.path AND theirs.topic <> mine.topic
        WHERE mine.topic = :topic AND mine.published = 1 GROUP BY theirs.topic
    )
    SELECT t.title, t.address, c.shared FROM counted c JOIN manuscripts t ON t.kind = 'topic' AND t.title = c.topic
    ORDER BY c.shared DESC, t.slug
"""
COUNTED = """
    SELECT t.title, t.address, t.card, COUNT(k.path) AS count FROM manuscripts t
    LEFT JOIN memberships k ON k.topic = t.title AND k.published = 1
    WHERE t.kind = 'topic' GROUP BY t.path ORDER BY t.slug
"""
_OF_TOPIC = "k.topic = :topic AND k.published = 1"
STAMPS = f"""
    SELECT m.card_stamp FROM memberships k JOIN manuscripts m USING (path) WHERE {_OF_TOPIC} ORDER BY k.date, k.slug
"""
MEMBERS = f"SELECT date, slug FROM memberships k WHERE {_OF_TOPIC} ORDER BY k.date, k.slug"
CARDS = f"""
    SELECT m.card FROM memberships k JOIN manuscripts m USING (path)
    WHERE {_OF_TOPIC} AND (k.date, k.slug) >= (:date, :slug) ORDER BY k.date, k.slug LIMIT :length
"""
TOUCHED = """
    SELECT t.slug FROM memberships k CROSS JOIN manuscripts t ON t.kind = 'topic' AND t.title = k.topic
    WHERE k.path = :path
    UNION SELECT slug FROM manuscripts WHERE path = :path AND kind = 'topic'
    UNION SELECT t.slug FROM links l JOIN manuscripts t ON t.path = l.path WHERE l.target = :path AND t.kind = 'topic'
"""
"""The topics that a manuscript has a part in: its own, itself, and those that recommend it or link to it.

CROSS keeps the order: from the manuscript to its few topics, not from a topic to its many.
"""
TOUCHED_LATELY = """
    SELECT t.slug FROM memberships k CROSS JOIN manuscripts t ON t.kind = 'topic' AND t.title = k.topic
    WHERE k.path = :path AND NOT EXISTS (
        SELECT 1 FROM memberships n
        WHERE n.topic = k.topic AND n.published = 1 AND (n.date, n.slug) > (k.date, k.slug) LIMIT 1 OFFSET :recent - 1
    )
    UNION SELECT slug FROM manuscripts WHERE path = :path AND kind = 'topic'
"""
"""The topics that an article is one of the newest of."""
LATELY = """
    SELECT k.path, k.rank, s.sheet_stamp FROM memberships k LEFT JOIN figure_sets s USING (path)
    WHERE k.topic = :topic AND k.published = 1 ORDER BY k.date DESC, k.slug DESC LIMIT :recent
"""
"""The newest of a topic, with stamps of what is told of their figures."""
NEWEST = """
    SELECT m.card FROM memberships k JOIN manuscripts m USING (path)
    WHERE k.topic = :topic AND k.published = 1 ORDER BY k.date DESC, k.slug DESC LIMIT :limit
"""
PICKS = """
    SELECT m.card FROM links l JOIN manuscripts m ON m.path = l.target
    WHERE l.path = :path AND l.place = 'picks' AND m.published ORDER BY l.rowid
"""


def topic_rows(archive: Archive, scopes: Collection[str] | None) -> list[sqlite3.Row]:
    """The topics of these slugs, or all."""
    if scopes is None:
        return archive.ask(TOPICS)
    return [row for slug in scopes for row in archive.ask(TOPIC, slug=slug)]


def touched(archive: Archive, path: str) -> list[str]:
    """The slugs of the topics that a manuscript has a part in."""
    return [row["slug"] for row in archive.ask(TOUCHED, path=path)]


def _counted(row: sqlite3.Row) -> dict[str, Any]:
    lead = json.loads(row["card"])["summary"]
    return {"title": row["title"], "path": site_path(row["address"]), "lead": lead, "count": row["count"]}


QUERIES = {
    "all": Query(COUNTED, _counted),
    "neighbours": Query(
        NEIGHBOURS,
        lambda row: {"title": row["title"], "path": site_path(row["address"]), "shared": row["shared"]},
    ),
}
