"""The front page's inputs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.archive import Archive, Page, digest, in_common

from .settings import HomeSettings

PUBLISHED = "kind = 'article' AND published = 1"
NEWEST = f"SELECT card FROM manuscripts WHERE {PUBLISHED} ORDER BY date DESC, slug DESC LIMIT :limit"
COUNT = f"SELECT COUNT(*) AS count FROM manuscripts WHERE {PUBLISHED}"
OF_TOPIC = """
    SELECT m.card FROM memberships k JOIN manuscripts m USING (path)
    WHERE k.topic = :topic AND k.published = 1 ORDER BY k.date DESC, k.slug DESC LIMIT :limit
"""


class HomePage:
    """The one front page."""

    name = "home"
    template = "home.html"

    def __init__(self, settings: HomeSettings) -> None:
        self.settings = settings

    def plan(self, archive: Archive) -> Iterator[Page]:
        yield Page("index.html", "", digest(self.inputs(archive, "")))

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        settings = self.settings
        cards = archive.cards(NEWEST, limit=settings.HOME_STORIES + 1)
        lead = cards[0] if cards else None
        figures = archive.fetch("facts.leading", recent=settings.HOME_RECENT, limit=settings.HOME_FIGURES)
        return {
            "page": {"title": settings.SITENAME, "description": settings.SITE_TAGLINE, "section": "home", "feed": ""},
            "lead": lead,
            "stories": cards[1:],
            "figures": figures,
            "figures_as_of": in_common(figures),
            "topics": [
                {"title": title, "path": path,
                 "cards": archive.cards(OF_TOPIC, topic=title, limit=settings.HOME_TOPIC_CARDS)}
                for title, path in archive.sections["topic"].items()
            ],
            "events": archive.fetch("timeline.newest", recent=settings.HOME_RECENT, limit=settings.HOME_EVENTS),
            "updated_zh": lead["date_zh"] if lead else "",
            "articles": archive.ask(COUNT)[0]["count"],
            "figure_count": archive.fetch("facts.count")[0]["figures"],
        }  # fmt: skip
