"""SQL over articles: each with what its page takes from its neighbours, and the neighbours themselves."""

from __future__ import annotations

ORDER = "date, slug"
NEWEST_FIRST = "date DESC, slug DESC"
PUBLISHED = "kind = 'article' AND published = 1"

_BEFORE = "(date, slug) < (:date, :slug) ORDER BY date DESC, slug DESC"
_BEFORE_IN_TOPIC = "(k.date, k.slug) < (:date, :slug) ORDER BY k.date DESC, k.slug DESC"
_AFTER_IN_TOPIC = "(k.date, k.slug) > (:date, :slug) ORDER BY k.date, k.slug"
_AFTER = "(date, slug) > (:date, :slug) ORDER BY date, slug"

HEAD = "title, address, substr(m.date, 1, 10) AS day"
OLDER = f"SELECT {HEAD} FROM manuscripts m WHERE {PUBLISHED} AND {_BEFORE} LIMIT 1"
NEWER = f"SELECT {HEAD} FROM manuscripts m WHERE {PUBLISHED} AND {_AFTER} LIMIT 1"
SERIES_OLDER = f"SELECT {HEAD} FROM manuscripts m WHERE {PUBLISHED} AND series = :series AND {_BEFORE} LIMIT 1"
SERIES_NEWER = f"SELECT {HEAD} FROM manuscripts m WHERE {PUBLISHED} AND series = :series AND {_AFTER} LIMIT 1"
RELATED_OLDER = f"""
    SELECT {HEAD} FROM memberships k JOIN manuscripts m USING (path)
    WHERE topic = :topic AND rank = 0 AND k.published = 1 AND {_BEFORE_IN_TOPIC} LIMIT 2
"""
RELATED_NEWER = f"""
    SELECT {HEAD} FROM memberships k JOIN manuscripts m USING (path)
    WHERE topic = :topic AND rank = 0 AND k.published = 1 AND {_AFTER_IN_TOPIC} LIMIT 1
"""

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
