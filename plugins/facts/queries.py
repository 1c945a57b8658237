"""The named queries of figures, and the shape of what they yield as templates get it."""

from __future__ import annotations

import json
import sqlite3
from html import unescape
from typing import Any

from plugins.archive import Query, holds, site_path

from .export import sheet
from .markup import said
from .observations import mentions
from .points import flat, pieces
from .readings import readings


def box(row: sqlite3.Row) -> dict[str, Any]:
    """An article's leading figures as its own page shows them, the links to `page`; `written` is HTML.

    And the same as its structured data has them.
    """
    page, leading = row["page"], json.loads(row["leaders"])
    return {
        "figures": [
            {
                "written": written,
                "value": value,
                "label": label,
                "path": f"{page}#{anchor}",
                "said": said(row["rows"], place),
                **holds(date),
            }
            for anchor, written, label, place, _, _, date, value in leading
        ],
        "mentions": mentions(row["slug"], [place for _, _, _, place, *_ in leading], row["rows"], row["more"]),
    }


def quoted_leader(row: sqlite3.Row) -> dict[str, Any]:
    """A leading figure as other pages show it, with what is said, also HTML, and its article."""
    path = site_path(row["address"])
    return {
        "written": row["written"],
        "value": row["value"],
        "label": row["label"],
        "path": f"{path}#{row['anchor']}",
        "said": said(row["rows"], row["place"]),
        "article": {"title": row["title"], "path": path},
        **holds(row["as_of"]),
    }


_FIELDS = ", ".join(
    f"json_extract(leader.value, '$[{place}]') AS {name}"
    for place, name in enumerate(("anchor", "written", "label", "place", "rank", "weight", "as_of", "value"))
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

GROUPS = """
    SELECT l.topic, t.title, t.slug, l.count
    FROM (SELECT topic, SUM(figures) AS count FROM ledger GROUP BY topic) l
    LEFT JOIN manuscripts t ON t.kind = 'topic' AND t.title = l.topic
    ORDER BY t.slug IS NULL, t.slug
"""
OTHERS = "未归专题"
"""Where figures of articles without a topic stand."""
OTHERS_SLUG = "others"


def folder(slug: str) -> str:
    """Where a topic's ledger is printed."""
    return f"data/{slug}"


def group(row: sqlite3.Row) -> dict[str, Any]:
    """A topic's ledger, or that of articles without a topic, whose `topic` is ""."""
    slug = row["slug"] or OTHERS_SLUG
    path = site_path(f"{folder(slug)}/index.html")
    return {"title": row["title"] or OTHERS, "topic": row["topic"], "slug": slug, "path": path, "count": row["count"]}


def figure(row: sqlite3.Row) -> dict[str, Any]:
    """Any figure as other pages show it; `place` is its place among all of its article."""
    pieces = row["rows"].split(b"\n")
    at = pieces.index(row["anchor"].encode())
    anchor, written, label, said = (piece.decode() for piece in pieces[at : at + 4])
    value = row["more"].split(b"\n")[at // 4].partition(b",")[0].decode()
    path, date = site_path(row["address"]), row["dates"].split(b"\n")[at // 4].decode() or row["as_of"]
    return {
        "written": written, "value": value, "label": unescape(label), "path": f"{path}#{anchor}", "said": said,
        "article": {"title": row["title"], "path": path}, **holds(date), "place": at // 4,
    }  # fmt: skip


FIGURE = """
    SELECT m.title, m.address, f.as_of, f.dates, f.rows, f.more, :anchor AS anchor
    FROM figure_rows f JOIN manuscripts m USING (path) WHERE path = :path
"""
POINTS = """
    SELECT m.title, m.address, r.as_of, r.dates, r.whens, r.rows, r.more FROM (
        SELECT path, date, slug FROM memberships WHERE topic = :topic AND published = 1
        ORDER BY date DESC, slug DESC LIMIT :recent
    ) JOIN manuscripts m USING (path) JOIN figure_rows r USING (path) ORDER BY m.date, m.slug
"""
SHEETS = """
    SELECT s.slug, m.title, s.date, f.rows, f.more, f.ending
    FROM figure_sets s JOIN manuscripts m USING (path) JOIN figure_rows f USING (path)
    WHERE s.date >= :year AND s.date < :end ORDER BY s.date, s.slug
"""
STAMP = "SELECT group_concat(sheet_stamp, '') AS stamp FROM (SELECT sheet_stamp FROM figure_sets ORDER BY date, slug)"


def rows_of_csv(row: sqlite3.Row) -> dict[str, Any]:
    """An article's rows as they stand in its year's CSV."""
    return {"sheet": sheet((row["slug"], row["title"], row["date"]), row["rows"], row["more"], row["ending"])}


BOX = """
    SELECT leaders, rows, more, :page AS page, :slug AS slug
    FROM leaders JOIN figure_rows USING (path) WHERE path = :path
"""
OF_TOPIC = _leading(
    """SELECT path, rank > 0 AS aside, date AS day, slug AS name
       FROM memberships WHERE topic = :topic AND published = 1 ORDER BY date DESC, slug DESC LIMIT :recent""",
    "aside, rank, weight DESC, day DESC, name",
    "AND rank <= 3",
)
FIRST = """
    SELECT path, json_extract(leaders, '$[0][0]') AS anchor, json_extract(leaders, '$[0][1]') AS written,
        json_extract(leaders, '$[0][2]') AS label
    FROM leaders WHERE json_array_length(leaders)
"""
"""The figure that leads each article, as its fact box shows it first; of drafts too."""
QUERIES = {
    "first_leaders": Query(FIRST),
    "first_leader": Query(f"{FIRST} AND path = :path"),
    "box_of_article": Query(BOX, box),
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
    "groups": Query(GROUPS, group),
    "figure": Query(FIGURE, figure),
    "sheets": Query(SHEETS, rows_of_csv),
    "stamp": Query(STAMP),
    "readings": Query("SELECT path, as_of, dates, whens, rows, more FROM figure_rows WHERE path = :path", readings),
    "explained": Query("SELECT path, anchor, why FROM explained"),
    "points_of_topic": Query(POINTS, pieces, flat),
    "count": Query("SELECT COALESCE(SUM(figures), 0) AS figures FROM figure_sets"),
}
