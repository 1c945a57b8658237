"""Series: the stories of one undertaking, oldest first, each series with a page of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from plugins.archive import Archive, Page, digest, grouped, site_path

from .settings import ArticleSettings
from .tables import ORDER, PUBLISHED

MEMBERS = (
    f"SELECT series, card_stamp FROM manuscripts WHERE {PUBLISHED} AND series IS NOT NULL ORDER BY series, {ORDER}"
)
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

    def plan(self, archive: Archive) -> Iterator[Page]:
        for title, stamps in grouped(archive.ask(MEMBERS)):
            yield Page(series_address(title, self.settings), title, digest(stamps))

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
