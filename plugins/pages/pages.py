"""Plain pages, 404 and redirects."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from plugins.archive import Archive, Page, digest, root, site_path

from .settings import PageSettings

PAGES = """
    SELECT path, address, card_stamp || body_stamp || COALESCE((
        SELECT group_concat(l.target || COALESCE(t.address, p.key)) FROM links l
        LEFT JOIN manuscripts t ON t.path = l.target LEFT JOIN pictures p ON p.path = l.target
        WHERE l.path = manuscripts.path), '') AS stamp
    FROM manuscripts WHERE kind = 'page' ORDER BY slug
"""
_ALIAS = "SELECT alias, title, address FROM aliases JOIN manuscripts USING (path) WHERE published"
ALIASES = f"{_ALIAS} ORDER BY alias"
ALIAS = f"{_ALIAS} AND alias = :alias"


class PlainPages:
    """One page for each file under content/pages/."""

    name = "pages"
    template = "page.html"

    def __init__(self, settings: PageSettings) -> None:
        self.settings = settings

    def plan(self, archive: Archive) -> Iterator[Page]:
        for row in archive.ask(PAGES):
            yield Page(row["address"], row["path"], digest(row["stamp"]))

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        (row,) = archive.ask(
            "SELECT title, card, html, details FROM manuscripts JOIN bodies USING (path) WHERE path = :path", path=key
        )
        description = json.loads(row["details"])["description"] or json.loads(row["card"])["summary"]
        return {
            "page": {"title": row["title"], "description": description, "section": "", "feed": ""},
            "title": row["title"],
            "html": archive.resolve(key, row["html"].decode(), root(self.settings.SITEURL)),
        }


class NotFound:
    """What a host shows for an address that does not exist: the way to the topics."""

    name = "not-found"
    template = "404.html"

    def plan(self, archive: Archive) -> Iterator[Page]:
        yield Page("404.html", "", digest(self.inputs(archive, "")), listed=False)

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        return {
            "page": {"title": "没有这个页面", "description": "没有这个页面。", "section": "", "feed": ""},
            "topics": [{"title": title, "path": path} for title, path in archive.sections["topic"].items()],
        }


class Redirects:
    """A page at every old address that leads on to the new one."""

    name = "redirects"
    template = "redirect.html"

    def plan(self, archive: Archive) -> Iterator[Page]:
        for row in archive.ask(ALIASES):
            alias = row["alias"].lstrip("/")
            address = alias + "index.html" if alias.endswith("/") else alias
            yield Page(address, row["alias"], digest(tuple(row)), listed=False)

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        (row,) = archive.ask(ALIAS, alias=key)
        return {
            "page": {"title": row["title"], "description": row["title"], "section": "", "feed": ""},
            "to": site_path(row["address"]),
            "title": row["title"],
        }
