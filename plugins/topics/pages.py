"""Topic pages, their older lists and the index of topics."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import Any

from plugins.archive import Archive, Listing, Page, digest, in_common, list_page, root, site_path

from .charts import on_page, stamp
from .packs import address
from .settings import TopicSettings
from .tables import CARDS, MEMBERS, NEWEST, PICKS, STAMPS, TOPIC, topic_rows, touched

FIGURES = """
    SELECT COALESCE(SUM(figures), 0) AS count FROM memberships JOIN figure_sets USING (path)
    WHERE topic = :topic AND published = 1
"""


class TopicPages:
    """The topic's own page, with the newest of its articles."""

    name = "topics"
    template = "topic.html"

    def __init__(self, settings: TopicSettings) -> None:
        self.settings = settings

    def plan(self, archive: Archive, scopes: Collection[str] | None = None) -> Iterator[Page]:
        for row in topic_rows(archive, scopes):
            slug, charts = row["slug"], stamp(archive, row["title"], self.settings)
            yield Page(row["address"], slug, digest([self._inputs(archive, slug), charts]), scope=slug)

    def scopes_of(self, archive: Archive, path: str) -> list[str]:
        return touched(archive, path)

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        inputs = self._inputs(archive, key)
        return inputs | {"charts": on_page(archive, inputs["topic"]["title"], key, self.settings)}

    def _inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        """All but the charts."""
        (row,) = archive.ask(TOPIC, slug=key)
        title, settings = row["title"], self.settings
        lead = json.loads(row["card"])["summary"]
        feed = f"/topics/{key}/feed.xml"
        recent = {"topic": title, "recent": settings.TOPIC_RECENT}
        (ledger,) = archive.ask(FIGURES, topic=title)
        description = json.loads(row["details"])["description"] or lead
        picks, page = archive.cards(PICKS, path=row["path"]), listing(archive, title, key, settings.LIST_LENGTH, 0)
        figures = archive.fetch("facts.leading_of_topic", limit=settings.TOPIC_FIGURES, **recent)
        return {
            "page": {"title": title, "description": description, "section": "topics", "feed": feed},
            "topic": {
                "title": title, "path": site_path(row["address"]),
                "html": archive.resolve(row["path"], row["html"].decode(), root(self.settings.SITEURL)),
                "description": description, "feed": feed,
                "pack": "/" + address(key) if settings.STUDY_PACK_ARTICLES and (picks or page["cards"]) else "",
            },
            "figures": figures,
            "figures_as_of": in_common(figures),
            "events": archive.fetch("timeline.of_topic", limit=settings.TOPIC_EVENTS, **recent),
            "picks": picks,
            "list": page,
            "neighbours": archive.fetch("topics.neighbours", topic=title),
            "ledger": f"/data/{key}/" if ledger["count"] else "",
        }  # fmt: skip


def listing(archive: Archive, title: str, slug: str, length: int, number: int) -> dict[str, Any]:
    """One page of a topic's list."""
    return list_page(archive, Listing(f"topics/{slug}", length), number, members=MEMBERS, cards=CARDS, topic=title)


class TopicListings:
    """The older pages of a topic's list."""

    name = "topic-listings"
    template = "listing.html"

    def __init__(self, settings: TopicSettings) -> None:
        self.settings = settings

    def plan(self, archive: Archive, scopes: Collection[str] | None = None) -> Iterator[Page]:
        for row in topic_rows(archive, scopes):
            slug, listing = row["slug"], Listing(f"topics/{row['slug']}", self.settings.LIST_LENGTH)
            stamps = [member["card_stamp"] for member in archive.ask(STAMPS, topic=row["title"])]
            for page in listing.plan(slug, stamps, newest=False):
                yield page._replace(scope=slug)

    def scopes_of(self, archive: Archive, path: str) -> list[str]:
        return touched(archive, path)

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        slug, _, number = key.partition("#")
        (row,) = archive.ask(TOPIC, slug=slug)
        heading = f"{row['title']}（第{number}页）"
        return {
            "page": {
                "title": heading,
                "description": f"专题“{row['title']}”的稿件。",
                "section": "topics",
                "feed": "",
            },
            "heading": heading,
            "parent": {"title": row["title"], "path": site_path(row["address"])},
            "list": listing(archive, row["title"], slug, self.settings.LIST_LENGTH, int(number)),
        }


class TopicIndex:
    """All topics, each with its lead and newest articles."""

    name = "topic-index"
    template = "topics.html"

    def plan(self, archive: Archive) -> Iterator[Page]:
        yield Page("topics/index.html", "", digest(self.inputs(archive, "")))

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        return {
            "page": {"title": "专题", "description": "按专题阅读全部稿件。", "section": "topics", "feed": ""},
            "topics": [
                topic | {"cards": archive.cards(NEWEST, topic=topic["title"], limit=3)}
                for topic in archive.fetch("topics.all")
            ],
        }
