"""Atom feeds of the site and of each topic.

An entry's id is a tag: URI of its slug, so that neither a new title nor a new address can change it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any

from plugins.archive import Archive, Page, digest

from .settings import SyndicationSettings

NEWEST = """
    SELECT card, slug FROM manuscripts
    WHERE kind = 'article' AND published = 1 ORDER BY date DESC, slug DESC LIMIT :limit
"""
OF_TOPIC = """
    SELECT card, m.slug FROM memberships k JOIN manuscripts m USING (path)
    WHERE topic = :topic AND k.published = 1 ORDER BY k.date DESC, k.slug DESC LIMIT :limit
"""
TOPICS = "SELECT slug FROM manuscripts WHERE kind = 'topic' ORDER BY slug"
TOPIC = "SELECT title, card FROM manuscripts WHERE kind = 'topic' AND slug = :slug"
TOUCHED = """
    SELECT t.slug FROM memberships k CROSS JOIN manuscripts t ON t.kind = 'topic' AND t.title = k.topic
    WHERE k.path = :path
    UNION SELECT slug FROM manuscripts WHERE path = :path AND kind = 'topic'
"""

EPOCH = "1970-01-01 00:00"


class _Feed:
    """What both feeds share: cards in, Atom out."""

    template = ""

    def __init__(self, settings: SyndicationSettings) -> None:
        self.settings = settings

    def _inputs(self, archive: Archive, name: str, rows: list[Any], about: dict[str, str]) -> dict[str, Any]:
        entries = [archive.as_card(row["card"]) | {"slug": row["slug"]} for row in rows]
        return {"name": name, "entries": entries, **about}

    def render(self, inputs: dict[str, Any]) -> str:
        """The feed as Atom; its `updated` is the newest entry's, never the clock's."""
        from .atom import SteadyFeed  # an edit that prints no feed has no use for the library

        settings = self.settings
        feed = SteadyFeed(
            title=inputs["title"], subtitle=inputs["subtitle"], description="", language="zh-CN",
            link=settings.SITEURL + inputs["path"], feed_url=settings.SITEURL + inputs["feed"],
            feed_guid=f"tag:{settings.FEED_AUTHORITY}:{inputs['name']}", author_name=settings.SITENAME,
            no_entries=self._moment(EPOCH),
        )  # fmt: skip
        for entry in inputs["entries"]:
            moment = self._moment(entry["time"])
            feed.add_item(
                title=entry["title"], link=settings.SITEURL + entry["path"], description=entry["summary"],
                unique_id=f"tag:{settings.FEED_AUTHORITY}:article:{entry['slug']}", pubdate=moment, updateddate=moment,
                author_name="、".join(entry["reporters"]) or None,
                categories=[topic["title"] for topic in entry["topics"]],
            )  # fmt: skip
        return str(feed.writeString("utf-8"))

    def _moment(self, time: str) -> datetime:
        return datetime.fromisoformat(f"{time if len(time) > 10 else time + ' 00:00'}{self.settings.UTC_OFFSET}")


class SiteFeed(_Feed):
    """The newest articles of the whole site."""

    name = "feed"

    def plan(self, archive: Archive) -> Iterator[Page]:
        yield Page("feed.xml", "", digest(self.inputs(archive, "")), listed=False)

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        about = {
            "title": self.settings.SITENAME, "subtitle": self.settings.SITE_TAGLINE, "path": "/", "feed": "/feed.xml",
        }  # fmt: skip
        return self._inputs(archive, "site", archive.ask(NEWEST, limit=self.settings.FEED_LENGTH), about)


class TopicFeeds(_Feed):
    """The newest articles of each topic."""

    name = "topic-feeds"

    def plan(self, archive: Archive, scopes: Collection[str] | None = None) -> Iterator[Page]:
        for (slug,) in archive.ask(TOPICS):
            if scopes is None or slug in scopes:
                stamp = digest(self.inputs(archive, slug))
                yield Page(f"topics/{slug}/feed.xml", slug, stamp, listed=False, scope=slug)

    def scopes_of(self, archive: Archive, path: str) -> list[str]:
        return [row["slug"] for row in archive.ask(TOUCHED, path=path)]

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        (row,) = archive.ask(TOPIC, slug=key)
        about = {
            "title": f"{row['title']} · {self.settings.SITENAME}", "subtitle": archive.as_card(row["card"])["summary"],
            "path": f"/topics/{key}/", "feed": f"/topics/{key}/feed.xml",
        }  # fmt: skip
        rows = archive.ask(OF_TOPIC, topic=row["title"], limit=self.settings.FEED_LENGTH)
        return self._inputs(archive, f"topic:{key}", rows, about)
