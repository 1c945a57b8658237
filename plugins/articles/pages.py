"""Article pages: the body, its fact box and the ways on (older and newer, series, related)."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from html import unescape
from sqlite3 import Row
from typing import Any

from plugins.archive import Archive, Page, date_zh, digest, in_common, root, site_path
from plugins.manuscripts.anchoring import anchored

from .lead_picture import lead_picture
from .qrcode import qrcode
from .series import series_path
from .settings import ArticleSettings
from .share_cards import ShareCards, shown
from .structured import Teller
from .tables import ARTICLE, ARTICLES, ONE_ARTICLE, PLACE, TOUCHED, WAYS

FACTBOX = "<!--factbox-->"
PICTURE = re.compile(r'<img\b[^>]*? src="([^"]*)"')
OPENING = re.compile(r"(?:<h[2-6][^>]*>.*?</h[2-6]>\s*)*<p>.*?</p>", re.DOTALL)


class ArticlePages:
    """One page for every published article, and for drafts where they are printed."""

    name = "articles"
    template = "article.html"

    def __init__(self, settings: ArticleSettings) -> None:
        self.settings = settings
        self.root = root(settings.SITEURL)
        self.teller = Teller(settings)
        self.cards = ShareCards(settings)

    def plan(self, archive: Archive, scopes: Collection[str] | None = None) -> Iterator[Page]:
        drafts = self.settings.PRINT_DRAFTS
        if scopes is None:
            rows = archive.ask(ARTICLES, drafts=drafts)
        else:
            rows = [row for path in scopes for row in archive.ask(ONE_ARTICLE, drafts=drafts, path=path)]
        for path, address, published, *stamps in rows:
            yield Page(address, path, digest(stamps), bool(published), path)

    def scopes_of(self, archive: Archive, path: str) -> list[str]:
        """The article, and those on whose pages it is named."""
        for row in archive.ask(PLACE, path=path):
            return [path] + [other["path"] for other in archive.ask(TOUCHED, path=path, **dict(row))]
        return []

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        (row,) = archive.ask(ARTICLE, path=key)
        card = archive.as_card(row["card"])
        raw = row["html"].decode()
        article = card | self._details(row)
        picture = lead_picture(archive, key, article, raw, self.root)
        html = archive.resolve(key, raw, self.root, eager=not picture)
        article["image"] = self._picture(picture["html"] if picture else html)
        shared = self._card(archive, row, card)
        before, after = _around_factbox(html)
        factbox, mentions = self._leaders(archive, key, row["slug"], card["path"])
        return {
            "page": {"title": card["title"], "description": card["summary"], "section": "", "feed": ""},
            "article": article,
            "picture": picture,
            "code": qrcode(self.settings.SITEURL + card["path"]) if self.settings.SITEURL else None,
            "factbox": factbox,
            "factbox_as_of": in_common(factbox),
            "factbox_placed": FACTBOX in html,
            "html_before": before,
            "html_after": after,
            "about": self.teller.about(article) | {"card": shared},
            "structured": self.teller.news_article(article, mentions, shared["url"] if shared else ""),
            **_ways_on(archive, row, card),
        }

    def _leaders(self, archive: Archive, key: str, slug: str, page: str) -> tuple[list[dict[str, Any]], str]:
        """The figures of the fact box, and all that lead as JSON."""
        for box in archive.fetch("facts.box_of_article", path=key, slug=slug, page=page):
            return box["figures"][: self.settings.FACTBOX_LENGTH], box["mentions"]
        return [], ""

    def _picture(self, html: str) -> str:
        """The address of the first picture of some HTML, with the host where it is known; "" where there is none."""
        found = PICTURE.search(html) if "<img" in html else None
        return self.teller.absolute(unescape(found[1])) if found else ""

    def _card(self, archive: Archive, row: Row, card: dict[str, Any]) -> dict[str, Any] | None:
        """The share card, where there are such."""
        if self.cards.faces is None or not row["published"]:
            return None
        leaders = archive.fetch("facts.first_leader", path=row["path"])
        topic = card["topics"][0]["title"] if card["topics"] else ""
        of = self.cards.card(card["title"], topic, leaders[0] if leaders else None)
        return shown(of, row["slug"], self.settings.SITEURL)

    def _details(self, row: Row) -> dict[str, Any]:
        details: dict[str, Any] = json.loads(row["details"])
        series = row["series"]
        details["speed"] = self.settings.READING_SPEED
        details["minutes"] = max(1, round(details["han"] / details["speed"]))
        details["series"] = {"title": series, "path": series_path(series, self.settings)} if series else None
        return details


def _ways_on(archive: Archive, row: Row, card: dict[str, Any]) -> dict[str, Any]:
    """The neighbours: what leads to each. A draft has none."""
    ways: dict[str, Any] = {"older": None, "newer": None, "series_older": None, "series_newer": None, "related": []}
    at = {"date": row["date"], "slug": row["slug"], "series": row["series"]}
    topic = card["topics"][0]["title"] if card["topics"] else None
    for way, title, address, day in archive.ask(WAYS, topic=topic, **at) if row["published"] else ():
        ref = {"title": title, "path": site_path(address)}
        if way == "related":
            ways["related"].append(ref | {"date": day, "date_zh": date_zh(day)})
        else:
            ways[way] = ref
    return ways


def _around_factbox(html: str) -> tuple[str, str]:
    """The body before and after its fact box: where the editor placed it, or behind the first paragraph.

    Its blocks get the ids that searches lead to.
    """
    if FACTBOX not in html and (opening := OPENING.match(html)):
        html = html[: opening.end()] + FACTBOX + html[opening.end() :]
    before, _, after = anchored(html).rpartition(FACTBOX)
    return before, after
