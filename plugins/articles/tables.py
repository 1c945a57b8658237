"""SQL over articles: each with what its page takes from its neighbours, and the neighbours themselves."""

from __future__ import annotations

ORDER = "date, slug"
NEWEST_FIRST = "date DESC, slug DESC"
PUBLISHED = "kind = 'article' AND published = 1"

_OLDER = "({k}date, {k}slug) < (:date, :slug) ORDER BY {k}date DESC, {k}slug DESC"
_NEWER = "({k}date, {k}slug) > (:date, :slug) ORDER BY {k}date, {k}slug"
_HEAD = "title, address, substr(m.date, 1, 10)"
_EVERY = f"SELECT {_HEAD} FROM manuscripts m WHERE {PUBLISHED} AND "
_OF_SERIES = f"{_EVERY} series = :series AND "
_OF_TOPIC = f"""
    SELECT {_HEAD} FROM memberships k JOIN manuscripts m USING (path)
    WHERE topic = :topic AND rank = 0 AND k.published = 1 AND
"""
_WAYS = (
    ("older", _EVERY + _OLDER.format(k="") + " LIMIT 1"),
    ("newer", _EVERY + _NEWER.format(k="") + " LIMIT 1"),
    ("series_older", _OF_SERIES + _OLDER.format(k="") + " LIMIT 1"),
    ("series_newer", _OF_SERIES + _NEWER.format(k="") + " LIMIT 1"),
    ("related", _OF_TOPIC + _NEWER.format(k="k.") + " LIMIT 1"),
    ("related", _OF_TOPIC + _OLDER.format(k="k.") + " LIMIT 2"),
)
WAYS = " UNION ALL ".join(f"SELECT '{way}', * FROM ({sql})" for way, sql in _WAYS)
"""Where one may go on from an article: which way it is, title, address and day of each neighbour."""

ARTICLE = """
    SELECT card, series, published, date, slug, html, details FROM manuscripts JOIN bodies USING (path)
    WHERE path = :path
"""

ARTICLES = f"""
    WITH article AS (
        SELECT m.*, t.topic FROM manuscripts m LEFT JOIN memberships t ON t.path = m.path AND t.rank = 0
        WHERE m.kind = 'article' AND (m.published OR :drafts)
    )
    SELECT path, address, published, card_stamp || body_stamp AS own,
        LAG(head_stamp) OVER every AS older, LEAD(head_stamp) OVER every AS newer,
        CASE WHEN series IS NOT NULL THEN LAG(head_stamp) OVER one END AS series_older,
        CASE WHEN series IS NOT NULL THEN LEAD(head_stamp) OVER one END AS series_newer,
        CASE WHEN topic IS NOT NULL THEN LAG(head_stamp, 1) OVER alike END AS related_1,
        CASE WHEN topic IS NOT NULL THEN LAG(head_stamp, 2) OVER alike END AS related_2,
        CASE WHEN topic IS NOT NULL THEN LEAD(head_stamp, 1) OVER alike END AS related_3,
        (SELECT group_concat(l.target || t.address) FROM links l JOIN manuscripts t ON t.path = l.target
         WHERE l.path = article.path) AS targets
    FROM article
    WINDOW every AS (PARTITION BY published ORDER BY {ORDER}),
        one AS (PARTITION BY published, series ORDER BY {ORDER}),
        alike AS (PARTITION BY published, topic ORDER BY {ORDER})
"""
