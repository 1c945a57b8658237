"""The ledger: every figure of the site with its sentence and article, grouped by topic, and facts.json."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from plugins.archive import Archive, Listing, Page, digest, grouped, site_path, slices

from .settings import FactsSettings

OTHERS = "未归专题"
"""Where figures of articles without a topic stand."""

GROUPS = """
    SELECT t.title, t.slug, COALESCE(SUM(s.figures), 0) AS figures FROM manuscripts t
    LEFT JOIN memberships k ON k.topic = t.title AND k.published = 1
    LEFT JOIN figure_sets s ON s.path = k.path WHERE t.kind = 'topic' GROUP BY t.path ORDER BY t.slug
"""
LOOSE = """
    SELECT COALESCE(SUM(figures), 0) AS figures FROM figure_sets JOIN manuscripts USING (path)
    WHERE published AND path NOT IN (SELECT path FROM memberships)
"""
MEMBERS = """
    SELECT k.topic, m.title || m.address || s.stamp AS stamp FROM memberships k JOIN manuscripts m USING (path)
    JOIN figure_sets s USING (path) WHERE m.published AND s.figures > 0 ORDER BY k.topic, m.date, m.slug
"""
LOOSE_MEMBERS = """
    SELECT m.title || m.address || s.stamp FROM manuscripts m JOIN figure_sets s USING (path)
    WHERE m.published AND s.figures > 0 AND path NOT IN (SELECT path FROM memberships) ORDER BY m.date, m.slug
"""
ENTRIES = """
    SELECT COALESCE(k.topic, :others) AS topic, m.path, m.title, m.address FROM manuscripts m
    JOIN figure_sets s USING (path) LEFT JOIN memberships k USING (path)
    WHERE m.published AND s.figures > 0 ORDER BY 1, m.date, m.slug
"""
STAMPS = """
    SELECT s.export_stamp FROM figure_sets s JOIN manuscripts m USING (path)
    WHERE m.published AND s.figures > 0 ORDER BY m.date, m.slug
"""
EXPORTS = """
    SELECT e.lines FROM figure_exports e JOIN manuscripts m USING (path) WHERE m.published ORDER BY m.date, m.slug
"""


def folder(slug: str) -> str:
    return f"data/{slug}"


def entries(archive: Archive) -> dict[str, list[Any]]:
    """The articles of each group that have figures, oldest first."""
    rows = archive.ask(ENTRIES, others=OTHERS)
    return {topic: list(members) for topic, members in groupby(rows, key=lambda row: str(row["topic"]))}


def groups(archive: Archive) -> list[dict[str, Any]]:
    """Topics that have figures, in order of their slugs, and the rest."""
    rows = [(row["title"], row["slug"], row["figures"]) for row in archive.ask(GROUPS)]
    rows.append((OTHERS, "others", archive.ask(LOOSE)[0]["figures"]))
    return [
        {"title": title, "path": site_path(f"{folder(slug)}/index.html"), "count": count, "slug": slug}
        for title, slug, count in rows
        if count
    ]


class LedgerIndex:
    """The ledger's first page: the groups with their leading figures, and the downloads."""

    name = "ledger"
    template = "ledger.html"

    def __init__(self, settings: FactsSettings) -> None:
        self.settings = settings

    def plan(self, archive: Archive) -> Iterator[Page]:
        yield Page("data/index.html", "", digest(self.inputs(archive, "")))

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        among = {"recent": self.settings.LEDGER_RECENT, "limit": self.settings.LEDGER_LEADING}
        return {
            "page": {
                "title": "数据台账", "description": "本站每个数字的原文、所在句子和稿件。",
                "section": "data", "feed": "",
            },
            "groups": [
                group | {"figures": archive.fetch("facts.leading_of_topic", topic=group["title"], **among)}
                for group in archive.once("facts.groups", groups)
            ],
            "total": archive.fetch("facts.count")[0]["figures"],
            "downloads": [
                {"title": "全部数字（JSON）", "path": "/data/facts.json"},
                {"title": "全部大事（JSON）", "path": "/data/events.json"},
            ],
        }  # fmt: skip


class LedgerPages:
    """A topic's figures, article by article, in pages numbered from the oldest."""

    name = "ledger-topic"
    template = "ledger-topic.html"

    def __init__(self, settings: FactsSettings) -> None:
        self.settings = settings

    def plan(self, archive: Archive) -> Iterator[Page]:
        stamps = dict(grouped(archive.ask(MEMBERS))) | {OTHERS: [row[0] for row in archive.ask(LOOSE_MEMBERS)]}
        every = archive.once("facts.groups", groups)
        house = [[group["title"], group["path"]] for group in every]
        for group in every:
            listing = Listing(folder(group["slug"]), self.settings.LEDGER_LENGTH)
            for page in listing.plan(group["slug"], stamps[group["title"]], group["count"]):
                yield Page(page.address, page.key, digest([page.stamp, house]))

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        slug, _, number = key.partition("#")
        every = archive.once("facts.groups", groups)
        (group,) = (group for group in every if group["slug"] == slug)
        members = archive.once("facts.entries", entries)[group["title"]]
        parts = slices(len(members), self.settings.LEDGER_LENGTH)
        part = parts[int(number) - 1]
        links = Listing(folder(slug), self.settings.LEDGER_LENGTH).links(parts, part.number)
        return {
            "page": {
                "title": f"数据台账：{group['title']}", "description": f"“{group['title']}”稿件里的每个数字。",
                "section": "data", "feed": "",
            },
            "group": group if part.newest else group | {"count": 0},
            "entries": [
                {"article": {"title": row["title"], "path": site_path(row["address"])},
                 "figures": archive.fetch("facts.of_article", path=row["path"])}
                for row in reversed(members[part.start : part.end])
            ],
            "siblings": [
                {"title": other["title"], "path": other["path"]} for other in every if other["slug"] != slug
            ],
            **links,
        }  # fmt: skip


class FactsJson:
    """facts.json: every figure of the site for machines, in the shape that design and docs promise."""

    name = "facts-json"
    template = ""

    def plan(self, archive: Archive) -> Iterator[Page]:
        yield Page("data/facts.json", "", digest([row[0] for row in archive.ask(STAMPS)]), listed=False)

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        return {"articles": [row["lines"] for row in archive.ask(EXPORTS)]}

    def render(self, inputs: dict[str, Any]) -> str:
        """One figure a line, so that a difference between two editions can be read."""
        return "[\n" + ",\n".join(inputs["articles"]) + "\n]\n"
