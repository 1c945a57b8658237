"""Column pages, their older lists and the index of columns."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from sqlite3 import Row
from typing import Any

from plugins.archive import Archive, Listing, Page, digest, list_page, root, site_path

from .settings import ColumnSettings

_COLUMN = "SELECT path, slug, title, address, card, html, details FROM manuscripts JOIN bodies USING (path)"
COLUMNS = f"{_COLUMN} WHERE kind = 'column' ORDER BY slug"
COLUMN = f"{_COLUMN} WHERE kind = 'column' AND slug = :slug"
OF_COLUMN = "column_title = :column AND published = 1"
COUNT = f"SELECT COUNT(*) AS count FROM manuscripts WHERE {OF_COLUMN}"
STAMPS = f"SELECT card_stamp FROM manuscripts WHERE {OF_COLUMN} ORDER BY date, slug"
MEMBERS = f"SELECT date, slug FROM manuscripts WHERE {OF_COLUMN} ORDER BY date, slug"
CARDS = f"""
    SELECT card FROM manuscripts WHERE {OF_COLUMN} AND (date, slug) >= (:date, :slug) ORDER BY date, slug LIMIT :length
"""
NEWEST = f"SELECT card FROM manuscripts WHERE {OF_COLUMN} ORDER BY date DESC, slug DESC LIMIT :limit"
TOUCHED = """
    SELECT c.slug FROM manuscripts a JOIN manuscripts c ON c.kind = 'column' AND c.title = a.column_title
    WHERE a.path = :path UNION SELECT slug FROM manuscripts WHERE path = :path AND kind = 'column'
    UNION SELECT c.slug FROM links l JOIN manuscripts c ON c.path = l.path WHERE l.target = :path AND c.kind = 'column'
"""
"""The columns that a manuscript has a part in: its own, itself, and those that link to it."""


def _rows(archive: Archive, scopes: Collection[str] | None) -> list[Row]:
    """The columns of these slugs, or all."""
    if scopes is None:
        return archive.ask(COLUMNS)
    return [row for slug in scopes for row in archive.ask(COLUMN, slug=slug)]


def _touched(archive: Archive, path: str) -> list[str]:
    return [row["slug"] for row in archive.ask(TOUCHED, path=path)]


def _listing(archive: Archive, title: str, slug: str, length: int, number: int) -> dict[str, Any]:
    """One page of a column's list."""
    return list_page(archive, Listing(f"columns/{slug}", length), number, members=MEMBERS, cards=CARDS, column=title)


class ColumnPages:
    """The column's own page, with the newest of its articles."""

    name = "columns"
    template = "column.html"

    def __init__(self, settings: ColumnSettings) -> None:
        self.settings = settings

    def plan(self, archive: Archive, scopes: Collection[str] | None = None) -> Iterator[Page]:
        for row in _rows(archive, scopes):
            slug = row["slug"]
            yield Page(row["address"], slug, digest(self.inputs(archive, slug)), scope=slug)

    def scopes_of(self, archive: Archive, path: str) -> list[str]:
        return _touched(archive, path)

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        (row,) = archive.ask(COLUMN, slug=key)
        description = json.loads(row["details"])["description"] or json.loads(row["card"])["summary"]
        feed = f"/columns/{key}/feed.xml"
        return {
            "page": {"title": row["title"], "description": description, "section": "columns", "feed": feed},
            "column": {
                "title": row["title"], "path": site_path(row["address"]), "feed": feed,
                "html": archive.resolve(row["path"], row["html"].decode(), root(self.settings.SITEURL)),
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

    def plan(self, archive: Archive, scopes: Collection[str] | None = None) -> Iterator[Page]:
        for row in _rows(archive, scopes):
            slug, listing = row["slug"], Listing(f"columns/{row['slug']}", self.settings.LIST_LENGTH)
            stamps = [member["card_stamp"] for member in archive.ask(STAMPS, column=row["title"])]
            for page in listing.plan(slug, stamps, newest=False):
                yield page._replace(scope=slug)

    def scopes_of(self, archive: Archive, path: str) -> list[str]:
        return _touched(archive, path)

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        slug, _, number = key.partition("#")
        (row,) = archive.ask(COLUMN, slug=slug)
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
