"""Series: the stories of one undertaking, oldest first, each series with a page of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from typing import Any

from plugins.archive import Archive, Page, digest, site_path

from .settings import ArticleSettings
from .tables import ORDER, PUBLISHED

TITLES = "SELECT DISTINCT series FROM manuscripts WHERE series > '' AND published = 1 ORDER BY series"
SERIES_OF = f"SELECT series FROM manuscripts WHERE path = :path AND series IS NOT NULL AND {PUBLISHED}"
STAMPS = f"SELECT card_stamp FROM manuscripts WHERE {PUBLISHED} AND series = :series ORDER BY {ORDER}"
CARDS = f"SELECT card FROM manuscripts WHERE {PUBLISHED} AND series = :series ORDER BY {ORDER}"


def series_address(title: str, settings: ArticleSettings) -> str:
    """Its address: a slug from the settings, or a fingerprint of its name, so that no two names ever meet."""
    slug = settings.SERIES_SLUGS.get(title) or hashlib.blake2s(title.encode("utf-8"), digest_size=4).hexdigest()
    return f"series/{slug}.html"


def series_path(title: str, settings: ArticleSettings) -> str:
    return site_path(series_address(title, settings))


class SeriesPages:
    """One page a series."""

    name = "series"
    template = "series.html"

    def __init__(self, settings: ArticleSettings) -> None:
        self.settings = settings

    def plan(self, archive: Archive, scopes: Collection[str] | None = None) -> Iterator[Page]:
        for title in [row["series"] for row in archive.ask(TITLES)] if scopes is None else scopes:
            stamps = [row["card_stamp"] for row in archive.ask(STAMPS, series=title)]
            if stamps:
                yield Page(series_address(title, self.settings), title, digest(stamps), scope=title)

    def scopes_of(self, archive: Archive, path: str) -> list[str]:
        return [row["series"] for row in archive.ask(SERIES_OF, path=path)]

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        return {
            "page": {
                "title": key,
                "description": f"系列报道“{key}”的全部稿件。",
                "section": "archive",
                "feed": "",
            },
            "series": {"title": key},
            "cards": archive.cards(CARDS, series=key),
        }
