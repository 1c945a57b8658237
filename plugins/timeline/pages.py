"""The chronicle's pages: the newest months, a page for each month or year, and events.json."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from plugins.archive import Archive, Page, around, digest, grouped, site_path

from .extract import in_chinese, told_once
from .settings import TimelineSettings

PERIODS = """
    SELECT period, COUNT(*) AS count FROM events JOIN manuscripts m USING (path)
    WHERE m.published AND period <> '' GROUP BY period ORDER BY period
"""
STAMPS = """
    SELECT period, stamp FROM events e JOIN manuscripts m USING (path)
    WHERE m.published ORDER BY period, e.date, m.date, m.slug, place
"""
EVENTS = """
    SELECT e.*, m.address, (SELECT json_group_array(topic) FROM
        (SELECT topic FROM memberships k WHERE k.path = e.path ORDER BY rank)) AS topics
    FROM events e JOIN manuscripts m USING (path) WHERE m.published ORDER BY e.date, m.date, m.slug, place
"""


def _ref(period: str | None) -> dict[str, str] | None:
    return {"title": in_chinese(period, year=True), "path": site_path(f"timeline/{period}.html")} if period else None


class TimelineIndex:
    """The newest months with their events, and all the others by year."""

    name = "timeline"
    template = "timeline.html"

    def __init__(self, settings: TimelineSettings) -> None:
        self.settings = settings

    def plan(self, archive: Archive) -> Iterator[Page]:
        yield Page("timeline/index.html", "", digest(self.inputs(archive, "")))

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        rows = list(reversed(archive.ask(PERIODS)))
        months = [
            {"title": in_chinese(row["period"], year=True), "path": site_path(f"timeline/{row['period']}.html"),
             "events": told_once(archive.fetch("timeline.of_period", period=row["period"]))[::-1]}
            for row in rows[: self.settings.TIMELINE_MONTHS]
        ]  # fmt: skip
        refs = [
            {"title": in_chinese(row["period"], year=False), "path": site_path(f"timeline/{row['period']}.html"),
             "count": row["count"], "year": row["period"][:4]}
            for row in rows
        ]  # fmt: skip
        return {
            "page": {
                "title": "大事记", "description": "按日期排列的大事，每条都有原句。", "section": "timeline", "feed": "",
            },
            "months": months,
            "years": [{"year": year, "months": list(of)} for year, of in groupby(refs, key=lambda ref: ref["year"])],
        }  # fmt: skip


class TimelinePages:
    """A page for every month (and for a year's coarser dates)."""

    name = "timeline-months"
    template = "timeline-month.html"

    def plan(self, archive: Archive) -> Iterator[Page]:
        groups = [(period, stamps) for period, stamps in grouped(archive.ask(STAMPS)) if period]
        periods = [period for period, _ in groups]
        for period, stamps in groups:
            yield Page(f"timeline/{period}.html", period, digest([stamps, around(periods, period)]))

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        older, newer = around([row["period"] for row in archive.ask(PERIODS)], key)
        title = in_chinese(key, year=True)
        return {
            "page": {
                "title": f"{title}大事记",
                "description": f"{title}的大事。",
                "section": "timeline",
                "feed": "",
            },
            "month": {"title": title, "date": key},
            "events": told_once(archive.fetch("timeline.of_period", period=key)),
            "older": _ref(older),
            "newer": _ref(newer),
        }


class EventsJson:
    """events.json: every dated event of the site for machines."""

    name = "events-json"
    template = ""

    def plan(self, archive: Archive) -> Iterator[Page]:
        stamps = [tuple(row) for row in archive.ask(STAMPS)]
        topics = [tuple(row) for row in archive.ask("SELECT path, topic FROM memberships ORDER BY path, rank")]
        yield Page("data/events.json", "", digest([stamps, topics]), listed=False)

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        return {"rows": archive.ask(EVENTS)}

    def render(self, inputs: dict[str, Any]) -> str:
        """One event a line."""
        return "[\n" + ",\n".join(json.dumps(_event(row), ensure_ascii=False) for row in inputs["rows"]) + "\n]\n"


def _event(row: Any) -> dict[str, Any]:
    return {
        **{name: row[name] for name in ("date", "precision", "text", "label", "sentence")},
        "article": site_path(row["address"]),
        "anchor": row["anchor"],
        "topics": json.loads(row["topics"]),
    }
