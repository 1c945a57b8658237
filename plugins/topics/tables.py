"""Named queries over topics and their articles. Topics have no tables of their own: their files are manuscripts."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from plugins.archive import Query, site_path

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
MEMBERS = """
    SELECT k.topic, m.card_stamp FROM memberships k JOIN manuscripts m USING (path)
    WHERE k.published = 1 ORDER BY k.topic, k.date, k.slug
"""
CARDS = """
    SELECT m.card FROM memberships k JOIN manuscripts m USING (path)
    WHERE k.topic = :topic AND k.published = 1 ORDER BY k.date, k.slug LIMIT :length OFFSET :start
"""
NEWEST = """
    SELECT m.card FROM memberships k JOIN manuscripts m USING (path)
    WHERE k.topic = :topic AND k.published = 1 ORDER BY k.date DESC, k.slug DESC LIMIT :limit
"""
PICKS = """
    SELECT m.card FROM links l JOIN manuscripts m ON m.path = l.target
    WHERE l.path = :path AND l.place = 'picks' AND m.published ORDER BY l.rowid
"""


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
