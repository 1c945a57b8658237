"""The table of figures and its named queries; the shape of a figure as templates get it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from plugins.archive import Query, address_of, date_zh, digest, site_path
from plugins.manuscripts.types import Manuscript
from plugins.zhtext import parts

from .extract import export, weight

TABLES = """
CREATE TABLE figures (
    path TEXT, place INTEGER, anchor TEXT, text TEXT, value REAL, high REAL, bound TEXT, unit TEXT, label TEXT,
    sentence TEXT, as_of TEXT, weight REAL, pinned INTEGER, PRIMARY KEY (path, place)
) WITHOUT ROWID;
CREATE TABLE figure_sets (path TEXT PRIMARY KEY, figures INTEGER, stamp TEXT, export_stamp TEXT) WITHOUT ROWID;
CREATE TABLE figure_exports (path TEXT PRIMARY KEY, lines TEXT) WITHOUT ROWID;
"""
"""`figure_exports` holds an article's lines of facts.json, which is put together from them."""


def keep(manuscript: Manuscript) -> Iterator[tuple[str, Sequence[object]]]:
    """The rows of an article's figures, and one row that stands for them all."""
    if manuscript.kind != "article":
        return
    as_of = str(manuscript.front.get("as_of") or "")
    rows = []
    for place, entry in enumerate(manuscript.figures):
        figure = entry.figure
        rows.append((
            manuscript.path, place, entry.anchor, figure.text, figure.value, figure.high, figure.bound, figure.unit,
            figure.label, entry.sentence, as_of, weight(entry, place), entry.pinned,
        ))  # fmt: skip
    yield from (("figures", row) for row in rows)
    lines = export(manuscript, site_path(address_of(manuscript)))
    yield "figure_sets", (manuscript.path, len(rows), digest([row[1:] for row in rows]), digest(lines))
    if rows:
        yield "figure_exports", (manuscript.path, lines)


def plain(value: float | None) -> str:
    """A number as people write it in a form: no exponent, no trailing zeros."""
    if value is None:
        return ""
    return f"{value:.10f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


def figure(row: sqlite3.Row) -> dict[str, Any]:
    """A figure as templates get it, with the sentence cut around it."""
    text, sentence = row["text"], row["sentence"]
    before, _, after = sentence.partition(text)
    article = {"title": row["title"], "path": site_path(row["address"])}
    return {
        "text": text,
        "parts": [{"text": piece, "unit": unit} for piece, unit in parts(text, row["unit"])],
        "value": plain(row["value"]),
        "high": plain(row["high"]),
        "sentence": sentence,
        "before": before,
        "after": after,
        "article": article,
        "path": f"{article['path']}#{row['anchor']}",
        "as_of_zh": date_zh(row["as_of"]),
        **{name: row[name] for name in ("bound", "unit", "label", "as_of", "anchor")},
    }


FIGURE = "f.*, m.title, m.address, m.date, m.slug"
SHOWN = "figures f JOIN manuscripts m USING (path)"
NEWEST = (
    "SELECT path FROM manuscripts WHERE kind = 'article' AND published = 1 ORDER BY date DESC, slug DESC LIMIT :recent"
)

QUERIES = {
    "leading_of_article": Query(
        f"""SELECT {FIGURE} FROM {SHOWN} WHERE path = :path AND weight > 0
            GROUP BY text, label HAVING place = MIN(place)
            ORDER BY pinned DESC, CASE WHEN pinned THEN -place ELSE weight END DESC, place LIMIT :limit""",
        figure,
    ),
    "of_article": Query(f"SELECT {FIGURE} FROM {SHOWN} WHERE path = :path ORDER BY place", figure),
    "leading_of_topic": Query(
        f"""WITH recent AS (
                SELECT path, rank > 0 AS aside FROM memberships WHERE topic = :topic AND published = 1
                ORDER BY date DESC, slug DESC LIMIT :recent
            ), ranked AS (
                SELECT {FIGURE}, aside, ROW_NUMBER() OVER (PARTITION BY path ORDER BY weight DESC, place) AS rank,
                    ROW_NUMBER() OVER (PARTITION BY f.text ORDER BY weight DESC, m.date DESC, m.slug) AS again
                FROM {SHOWN} JOIN recent USING (path) WHERE weight > 0
            )
            SELECT * FROM ranked WHERE again = 1 AND rank <= 3
            ORDER BY aside, rank, weight DESC, date DESC, slug, place LIMIT :limit""",
        figure,
    ),
    "leading": Query(
        f"""WITH recent AS ({NEWEST}), ranked AS (
                SELECT {FIGURE}, ROW_NUMBER() OVER (PARTITION BY path ORDER BY weight DESC, place) AS rank,
                    ROW_NUMBER() OVER (PARTITION BY f.text ORDER BY weight DESC, m.date DESC, m.slug) AS again
                FROM {SHOWN} WHERE path IN recent AND weight > 0
            )
            SELECT * FROM ranked WHERE again = 1
            ORDER BY rank, date DESC, weight DESC, slug, place LIMIT :limit""",
        figure,
    ),
    "count": Query(
        "SELECT COALESCE(SUM(figures), 0) AS figures FROM figure_sets JOIN manuscripts USING (path) WHERE published"
    ),
}
