"""Article pages: the body, its fact box and the ways on (older and newer, series, related)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from sqlite3 import Row
from typing import Any

from plugins.archive import Archive, Page, date_zh, digest, root, site_path

from .series import series_path
from .settings import ArticleSettings
from .tables import ARTICLE, ARTICLES, NEWER, OLDER, RELATED_NEWER, RELATED_OLDER, SERIES_NEWER, SERIES_OLDER

FACTBOX = "<!--factbox-->"
OPENING = re.compile(r"(?:<h[2-6][^>]*>.*?</h[2-6]>\s*)*<p>.*?</p>", re.DOTALL)


class ArticlePages:
    """One page for every published article, and for drafts where they are printed."""

    name = "articles"
    template = "article.html"

    def __init__(self, settings: ArticleSettings) -> None:
        self.settings = settings
        self.root = root(settings.SITEURL)

    def plan(self, archive: Archive) -> Iterator[Page]:
        for row in archive.ask(ARTICLES, drafts=self.settings.PRINT_DRAFTS):
            yield Page(row["address"], row["path"], digest(tuple(row)[2:]), listed=bool(row["published"]))

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        (row,) = archive.ask(ARTICLE, path=key)
        card = archive.as_card(row["card"])
        html = archive.resolve(key, row["html"], self.root)
        before, after = _around_factbox(html)
        return {
            "page": {"title": card["title"], "description": card["summary"], "section": "", "feed": ""},
            "article": card | self._details(row),
            "factbox": archive.fetch("facts.leading_of_article", path=key, limit=self.settings.FACTBOX_LENGTH),
            "factbox_placed": FACTBOX in html,
            "html_before": before,
            "html_after": after,
            **self._ways_on(archive, row, card),
        }

    def _details(self, row: Row) -> dict[str, Any]:
        details: dict[str, Any] = json.loads(row["details"])
        series = row["series"]
        details["minutes"] = max(1, round(details["han"] / self.settings.READING_SPEED))
        details["series"] = {"title": series, "path": series_path(series, self.settings)} if series else None
        return details

    def _ways_on(self, archive: Archive, row: Row, card: dict[str, Any]) -> dict[str, Any]:
        ways: dict[str, Any] = {"older": None, "newer": None, "series_older": None, "series_newer": None, "related": []}
        if not row["published"]:
            return ways
        at: dict[str, Any] = {"date": row["date"], "slug": row["slug"]}
        ways |= {"older": _first(archive.ask(OLDER, **at)), "newer": _first(archive.ask(NEWER, **at))}
        if row["series"]:
            at["series"] = row["series"]
            ways["series_older"] = _first(archive.ask(SERIES_OLDER, **at))
            ways["series_newer"] = _first(archive.ask(SERIES_NEWER, **at))
        if card["topics"]:
            at["topic"] = card["topics"][0]["title"]
            ways["related"] = [_head(row) for sql in (RELATED_NEWER, RELATED_OLDER) for row in archive.ask(sql, **at)]
        return ways


def _head(row: Row) -> dict[str, str]:
    """What leads to an article from a neighbour."""
    day = row["day"]
    return {"title": row["title"], "path": site_path(row["address"]), "date": day, "date_zh": date_zh(day)}


def _first(rows: list[Row]) -> dict[str, str] | None:
    return _head(rows[0]) if rows else None


def _around_factbox(html: str) -> tuple[str, str]:
    """The body before and after its fact box: where the editor placed it, or behind the first paragraph."""
    if FACTBOX in html:
        before, _, after = html.partition(FACTBOX)
        return before, after
    opening = OPENING.match(html)
    return (html[: opening.end()], html[opening.end() :]) if opening else ("", html)
