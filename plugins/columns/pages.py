"""Column pages, their older lists and the index of columns."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from plugins.archive import Archive, Listing, Page, digest, grouped, site_path, slices

from .settings import ColumnSettings

COLUMNS = """
    SELECT slug, title, address, card, html, details FROM manuscripts JOIN bodies USING (path)
    WHERE kind = 'column' ORDER BY slug
"""
PUBLISHED = "kind = 'article' AND published = 1"
MEMBERS = f"SELECT column_title, card_stamp FROM manuscripts WHERE {PUBLISHED} ORDER BY column_title, date, slug"
COUNT = "SELECT COUNT(*) AS count FROM manuscripts WHERE column_title = :column AND published = 1"
CARDS = f"""
    SELECT card FROM manuscripts WHERE {PUBLISHED} AND column_title = :column
    ORDER BY date, slug LIMIT :length OFFSET :start
"""
NEWEST = f"""
    SELECT card FROM manuscripts WHERE {PUBLISHED} AND column_title = :column ORDER BY date DESC, slug DESC LIMIT :limit
"""


def _column(archive: Archive, slug: str) -> Any:
    (row,) = (row for row in archive.ask(COLUMNS) if row["slug"] == slug)
    return row


def _listing(archive: Archive, title: str, slug: str, length: int, number: int) -> dict[str, Any]:
    """One page of a column's list, its cards newest first; number 0 is the newest page."""
    parts = slices(archive.ask(COUNT, column=title)[0]["count"], length)
    part = parts[number - 1]
    cards = archive.cards(CARDS, column=title, start=part.start, length=part.end - part.start)
    return {"cards": cards[::-1]} | Listing(f"columns/{slug}", length).links(parts, part.number)


class ColumnPages:
    """The column's own page, with the newest of its articles."""

    name = "columns"
    template = "column.html"

    def __init__(self, settings: ColumnSettings) -> None:
        self.settings = settings

    def plan(self, archive: Archive) -> Iterator[Page]:
        for row in archive.ask(COLUMNS):
            yield Page(row["address"], row["slug"], digest(self.inputs(archive, row["slug"])))

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        row = _column(archive, key)
        description = json.loads(row["details"])["description"] or json.loads(row["card"])["summary"]
        return {
            "page": {"title": row["title"], "description": description, "section": "columns", "feed": ""},
            "column": {
                "title": row["title"], "path": site_path(row["address"]), "html": row["html"],
                "description": description,
            },
            "list": _listing(archive, row["title"], key, self.settings.LIST_LENGTH, 0),
        }  # fmt: skip


class ColumnListings:
    """The older pages of a column's list."""

    name = "column-listings"
    template = "listing.html"

    def __init__(self, settings: ColumnSettings) -> None:
        self.settings = settings

    def plan(self, archive: Archive) -> Iterator[Page]:
        members = dict(grouped(archive.ask(MEMBERS)))
        for row in archive.ask(COLUMNS):
            stamps = members.get(row["title"], [])
            yield from Listing(f"columns/{row['slug']}", self.settings.LIST_LENGTH).plan(
                row["slug"], stamps, newest=False
            )

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        slug, _, number = key.partition("#")
        row = _column(archive, slug)
        heading = f"{row['title']}（第{number}页）"
        return {
            "page": {
                "title": heading,
                "description": f"栏目“{row['title']}”的稿件。",
                "section": "columns",
                "feed": "",
            },
            "heading": heading,
            "parent": {"title": row["title"], "path": site_path(row["address"])},
            "list": _listing(archive, row["title"], slug, self.settings.LIST_LENGTH, int(number)),
        }


class ColumnIndex:
    """All columns, each with its lead and newest articles."""

    name = "column-index"
    template = "columns.html"

    def plan(self, archive: Archive) -> Iterator[Page]:
        yield Page("columns/index.html", "", digest(self.inputs(archive, "")))

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        columns = []
        for row in archive.ask(COLUMNS):
            count = archive.ask(COUNT, column=row["title"])[0]["count"]
            lead = json.loads(row["card"])["summary"]
            cards = archive.cards(NEWEST, column=row["title"], limit=3)
            columns.append(
                {
                    "title": row["title"],
                    "path": site_path(row["address"]),
                    "lead": lead,
                    "count": count,
                    "cards": cards,
                }
            )
        return {
            "page": {
                "title": "栏目",
                "description": "按栏目阅读全部稿件。",
                "section": "columns",
                "feed": "",
            },
            "columns": columns,
        }
