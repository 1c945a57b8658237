"""SQL over articles: each with what its page takes from its neighbours, and the neighbours themselves."""

from __future__ import annotations

ORDER = "date, slug"
NEWEST_FIRST = "date DESC, slug DESC"
PUBLISHED = "kind = 'article' AND published = 1"

_OLDER = "({k}date, {k}slug) < (:date, :slug) ORDER BY {k}date DESC, {k}slug DESC LIMIT {few}"
_NEWER = "({k}date, {k}slug) > (:date, :slug) ORDER BY {k}date, {k}slug LIMIT {few}"


def _ways(what: str, *, older: int, newer: int) -> str:
    """`what` of the articles before and after one: of all, of its series, and some of its first topic."""
    every = f"SELECT {what} FROM manuscripts m WHERE {PUBLISHED} AND "
    of_series = f"{every} series = :series AND "
    of_topic = f"""
        SELECT {what} FROM memberships k JOIN manuscripts m USING (path)
        WHERE topic = :topic AND rank = 0 AND k.published = 1 AND
    """
    ways = (
        ("older", every + _OLDER.format(k="", few=1)),
        ("newer", every + _NEWER.format(k="", few=1)),
        ("series_older", of_series + _OLDER.format(k="", few=1)),
        ("series_newer", of_series + _NEWER.format(k="", few=1)),
        ("related", of_topic + _NEWER.format(k="k.", few=newer)),
        ("related", of_topic + _OLDER.format(k="k.", few=older)),
    )
    return " UNION ALL ".join(f"SELECT '{way}' AS way, * FROM ({sql})" for way, sql in ways)


WAYS = _ways("title, address, substr(m.date, 1, 10)", older=2, newer=1)
"""Where one may go on from an article: which way it is, title, address and day of each neighbour."""

TOUCHED = f"""
    SELECT path FROM ({_ways("path", older=1, newer=2)}) UNION SELECT path FROM links WHERE target = :path
"""
"""The articles on whose pages an article is named: those that have it among their neighbours, and that link to it."""

PLACE = """
    SELECT date, slug, series, published, (SELECT topic FROM memberships k WHERE k.path = m.path AND rank = 0) AS topic
    FROM manuscripts m WHERE path = :path AND kind = 'article'
"""
ARTICLE = """
    SELECT path, card, series, published, date, slug, html, details FROM manuscripts JOIN bodies USING (path)
    WHERE path = :path
"""


def _head(source: str, sign: str, order: str, skip: int = 0) -> str:
    """The stamp of what a neighbour, one of `source`, shows on the page of the article m."""
    return f"""(
        SELECT head_stamp FROM {source} AND p.published = 1 AND (p.date, p.slug) {sign} (m.date, m.slug)
        ORDER BY p.date {order}, p.slug {order} LIMIT 1 OFFSET {skip}
    )"""


_EVERY = "manuscripts p WHERE p.kind = 'article'"
_SERIES = "manuscripts p WHERE p.series = m.series"
_TOPIC = "memberships p JOIN manuscripts n USING (path) WHERE p.topic = t.topic AND p.rank = 0"
_HEADS = (
    _head(_EVERY, "<", "DESC"), _head(_EVERY, ">", ""), _head(_SERIES, "<", "DESC"), _head(_SERIES, ">", ""),
    _head(_TOPIC, "<", "DESC"), _head(_TOPIC, "<", "DESC", 1), _head(_TOPIC, ">", ""),
)  # fmt: skip
ARTICLES = f"""
    SELECT m.path, m.address, m.published, m.card_stamp || m.body_stamp,
        CASE WHEN m.published THEN json_array({", ".join(_HEADS)}) END,
        (SELECT group_concat(l.target || COALESCE(o.address, p.key)) FROM links l
         LEFT JOIN manuscripts o ON o.path = l.target LEFT JOIN pictures p ON p.path = l.target WHERE l.path = m.path)
    FROM manuscripts m LEFT JOIN memberships t ON t.path = m.path AND t.rank = 0
    WHERE m.kind = 'article' AND (m.published OR :drafts)
"""
"""Each article with all that its page shows: itself, its neighbours, and what it links to and shows."""
ONE_ARTICLE = f"{ARTICLES} AND m.path = :path"
