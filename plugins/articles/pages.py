"""Article pages: the body, its fact box and the ways on (older and newer, series, related)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from plugins.archive import Archive, Page, date_zh, digest, head, root

from .series import series_path
from .settings import ArticleSettings
from .tables import ARTICLES, NEWER, OLDER, RELATED_NEWER, RELATED_OLDER, SERIES_NEWER, SERIES_OLDER

FACTBOX = "<!--factbox-->"
OPENING = re.compile(r"(?:<h[2-6][^>]*>.*?</h[2-6]>\s*)*<p>.*?</p>", re.DOTALL)


class ArticlePages:
    """One page for every published article, and for drafts where they are printed."""

    name = "articles"
    template = "article.html"

    def __init__(self, settings: ArticleSettings) -> None:
        self.settings = settings

    def plan(self, archive: Archive) -> Iterator[Page]:
        for row in archive.ask(ARTICLES, drafts=self.settings.PRINT_DRAFTS):
            yield Page(row["address"], row["path"], digest(tuple(row)[2:]), listed=bool(row["published"]))

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        (row,) = archive.ask("SELECT * FROM manuscripts JOIN bodies USING (path) WHERE path = :path", path=key)
        card, body = archive.as_card(row["card"]), json.loads(row["body"])
        article = card | self._details(archive, key, row["series"], body)
        placed = FACTBOX in article["html"]
        before, after = _around_factbox(article["html"])
        return {
            "page": _page(card),
            "article": article,
            "factbox": archive.fetch("facts.leading_of_article", path=key, limit=self.settings.FACTBOX_LENGTH),
            "factbox_placed": placed,
            "html_before": before,
            "html_after": after,
        } | self._ways_on(archive, row)

    def _details(self, archive: Archive, path: str, series: str | None, body: dict[str, Any]) -> dict[str, Any]:
        front = body["front"]
        corrections = [
            {"date_zh": date_zh(str(item["date"])), "text": item["text"]} for item in front.get("corrections") or []
        ]
        return {
            "html": archive.resolve(path, body["html"], root(self.settings.SITEURL)),
            "headings": body["headings"],
            "han": body["han"],
            "minutes": max(1, round(body["han"] / self.settings.READING_SPEED)),
            "series": {"title": series, "path": series_path(series, self.settings)} if series else None,
            "as_of_zh": date_zh(str(front.get("as_of") or "")),
            "corrections": corrections,
            **{name: front.get(name) or "" for name in ("source", "author", "editor")},
            **{name: front.get(name) or [] for name in ("tags", "captions")},
        }

    def _ways_on(self, archive: Archive, row: Any) -> dict[str, Any]:
        if not row["published"]:
            return {"older": None, "newer": None, "series_older": None, "series_newer": None, "related": []}
        at = {"date": row["date"], "slug": row["slug"]}
        topics = json.loads(row["card"])["topics"]
        related = [sql for sql in (RELATED_NEWER, RELATED_OLDER) if topics]
        return {
            "older": _first(archive.cards(OLDER, **at)),
            "newer": _first(archive.cards(NEWER, **at)),
            "series_older": _first(archive.cards(SERIES_OLDER, series=row["series"], **at)),
            "series_newer": _first(archive.cards(SERIES_NEWER, series=row["series"], **at)),
            "related": [head(card) for sql in related for card in archive.cards(sql, topic=topics[0], **at)],
        }


def _around_factbox(html: str) -> tuple[str, str]:
    """The body before and after its fact box: where the editor placed it, or behind the first paragraph."""
    if FACTBOX in html:
        before, _, after = html.partition(FACTBOX)
        return before, after
    opening = OPENING.match(html)
    return (html[: opening.end()], html[opening.end() :]) if opening else ("", html)


def _page(card: dict[str, Any]) -> dict[str, str]:
    return {"title": card["title"], "description": card["summary"], "section": "", "feed": ""}


def _first(cards: list[dict[str, Any]]) -> dict[str, Any] | None:
    return head(cards[0]) if cards else None
