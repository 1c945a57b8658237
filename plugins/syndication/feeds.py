"""Feeds of the site, of each topic and of each column, each as Atom and as JSON Feed.

An entry's id is a tag: URI of its slug, so that neither a new title nor a new address can change it; it is the same in
every feed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from plugins.archive import Archive, Page, digest

from .settings import SyndicationSettings

NEWEST = """
    SELECT card, slug FROM manuscripts
    WHERE kind = 'article' AND published = 1 ORDER BY date DESC, slug DESC LIMIT :limit
"""
OF_TOPIC = """
    SELECT card, m.slug FROM memberships k JOIN manuscripts m USING (path)
    WHERE topic = :title AND k.published = 1 ORDER BY k.date DESC, k.slug DESC LIMIT :limit
"""
OF_COLUMN = """
    SELECT card, slug FROM manuscripts
    WHERE column_title = :title AND published = 1 ORDER BY date DESC, slug DESC LIMIT :limit
"""
SLUGS = "SELECT slug FROM manuscripts WHERE kind = :kind ORDER BY slug"
SECTION = """
    SELECT title, card FROM manuscripts WHERE kind = :kind AND slug = :slug
"""
TOPICS_TOUCHED = """
    SELECT t.slug FROM memberships k CROSS JOIN manuscripts t ON t.kind = 'topic' AND t.title = k.topic
    WHERE k.path = :path
    UNION SELECT slug FROM manuscripts WHERE path = :path AND kind = 'topic'
"""
COLUMNS_TOUCHED = """
    SELECT c.slug FROM manuscripts a JOIN manuscripts c ON c.kind = 'column' AND c.title = a.column_title
    WHERE a.path = :path
    UNION SELECT slug FROM manuscripts WHERE path = :path AND kind = 'column'
"""


class _Feed:
    """What all feeds share: cards in, a feed out in the format of the file's ending."""

    template = ""

    def __init__(self, settings: SyndicationSettings, ending: str) -> None:
        self.settings = settings
        self.ending = ending

    def _inputs(self, archive: Archive, name: str, rows: list[Any], about: dict[str, str]) -> dict[str, Any]:
        entries = [archive.as_card(row["card"]) | {"slug": row["slug"]} for row in rows]
        feed = f"{about['path']}feed.{self.ending}"
        return {"name": name, "entries": entries, "feed": feed, **about}

    def render(self, inputs: dict[str, Any]) -> str:
        """The feed; an edit that prints none has no use for what writes it."""
        if self.ending == "xml":
            from .atom import atom

            return atom(inputs, self.settings)
        from .json_feed import json_feed

        return json_feed(inputs, self.settings)


class SiteFeed(_Feed):
    """The newest articles of the whole site."""

    def __init__(self, settings: SyndicationSettings, ending: str) -> None:
        super().__init__(settings, ending)
        self.name = "feed" if ending == "xml" else "json-feed"

    def plan(self, archive: Archive) -> Iterator[Page]:
        yield Page(f"feed.{self.ending}", "", digest(self.inputs(archive, "")), listed=False)

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        about = {"title": self.settings.SITENAME, "subtitle": self.settings.SITE_TAGLINE, "path": "/"}
        return self._inputs(archive, "site", archive.ask(NEWEST, limit=self.settings.FEED_LENGTH), about)


class SectionFeeds(_Feed):
    """The newest articles of each topic, or of each column."""

    def __init__(self, settings: SyndicationSettings, ending: str, kind: str) -> None:
        super().__init__(settings, ending)
        self.kind = kind
        self.name = f"{kind}-feeds" if ending == "xml" else f"json-{kind}-feeds"
        self._newest, self._touched = {
            "topic": (OF_TOPIC, TOPICS_TOUCHED),
            "column": (OF_COLUMN, COLUMNS_TOUCHED),
        }[kind]

    def plan(self, archive: Archive, scopes: Collection[str] | None = None) -> Iterator[Page]:
        for (slug,) in archive.ask(SLUGS, kind=self.kind):
            if scopes is None or slug in scopes:
                stamp = digest(self.inputs(archive, slug))
                yield Page(f"{self.kind}s/{slug}/feed.{self.ending}", slug, stamp, listed=False, scope=slug)

    def scopes_of(self, archive: Archive, path: str) -> list[str]:
        return [row["slug"] for row in archive.ask(self._touched, path=path)]

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        (row,) = archive.ask(SECTION, kind=self.kind, slug=key)
        about = {
            "title": f"{row['title']} · {self.settings.SITENAME}", "subtitle": archive.as_card(row["card"])["summary"],
            "path": f"/{self.kind}s/{key}/",
        }  # fmt: skip
        rows = archive.ask(self._newest, title=row["title"], limit=self.settings.FEED_LENGTH)
        return self._inputs(archive, f"{self.kind}:{key}", rows, about)
