"""The chronicle's pages: the newest months, and a page for each month or year."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from typing import Any

from plugins.archive import Archive, Page, around, digest, site_path
from plugins.charts import FEWEST, Bar, Chart, draw, shown

from .extract import in_chinese, told_once
from .settings import TimelineSettings

DRAWING = "timeline/chart.svg"
PERIODS = """
    WITH RECURSIVE steps (period) AS (
        SELECT MIN(period) FROM events WHERE period > '' UNION ALL
        SELECT (SELECT MIN(period) FROM events e WHERE e.period > steps.period) FROM steps WHERE period IS NOT NULL
    )
    SELECT period FROM steps WHERE period IS NOT NULL
"""
"""From one to the next along the index, without a look at every event."""
COUNTS = "SELECT period, COUNT(*) AS count FROM events WHERE period > '' GROUP BY period ORDER BY period"
STAMPS = """
    SELECT group_concat(stamp, '') AS stamps
    FROM (SELECT stamp FROM events WHERE period = :period ORDER BY date, told, slug, place)
"""
PERIODS_OF = "SELECT DISTINCT period FROM events WHERE path = :path AND period <> ''"


def _periods(archive: Archive) -> list[str]:
    """The months and years that have events, oldest first."""
    return [row["period"] for row in archive.ask(PERIODS)]


def _counts(archive: Archive) -> dict[str, int]:
    """How many events each of them has."""
    return {row["period"]: row["count"] for row in archive.ask(COUNTS)}


def _stamps(archive: Archive, period: str) -> str:
    return str(archive.ask(STAMPS, period=period)[0]["stamps"])


def _chart(periods: dict[str, int], longest: int) -> Chart | None:
    """How many events each of the newest months has. The page counts them itself."""
    months = [period for period in periods if len(period) == len("2026-01")][-longest:]
    bars = [Bar(in_chinese(month, year=True), f"{periods[month]}件", periods[month]) for month in months]
    return Chart("各月大事", "本站大事记各月所记的件数。", tuple(bars)) if len(bars) >= FEWEST else None


def _ref(period: str | None) -> dict[str, str] | None:
    return {"title": in_chinese(period, year=True), "path": site_path(f"timeline/{period}.html")} if period else None


class TimelineIndex:
    """The newest months with their events, and all the others by year."""

    name = "timeline"
    template = "timeline.html"

    def __init__(self, settings: TimelineSettings) -> None:
        self.settings = settings

    def plan(self, archive: Archive) -> Iterator[Page]:
        periods = archive.once("timeline.counts", _counts)
        stamps = [_stamps(archive, period) for period in self._newest(periods)]
        yield Page("timeline/index.html", "", digest([list(periods.items()), stamps]))

    def _newest(self, periods: dict[str, int]) -> list[str]:
        return list(reversed(periods))[: self.settings.TIMELINE_MONTHS]

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        periods = archive.once("timeline.counts", _counts)
        months = [
            {"title": in_chinese(period, year=True), "path": site_path(f"timeline/{period}.html"),
             "events": told_once(archive.fetch("timeline.of_period", period=period))[::-1]}
            for period in self._newest(periods)
        ]  # fmt: skip
        refs = [
            {"title": in_chinese(period, year=False), "path": site_path(f"timeline/{period}.html"),
             "count": count, "year": period[:4]}
            for period, count in reversed(periods.items())
        ]  # fmt: skip
        chart = _chart(periods, self.settings.TIMELINE_BARS)
        return {
            "page": {
                "title": "大事记", "description": "按日期排列的大事，每条都有原句。", "section": "timeline", "feed": "",
            },
            "drawn": shown(chart, site_path(DRAWING)) if chart else None,
            "months": months,
            "years": [{"year": year, "months": list(of)} for year, of in groupby(refs, key=lambda ref: ref["year"])],
        }  # fmt: skip


class TimelineChart:
    """The drawing of the events of each month."""

    name = "timeline-chart"
    template = ""
    apart = True

    def __init__(self, settings: TimelineSettings) -> None:
        self.settings = settings

    def plan(self, archive: Archive) -> Iterator[Page]:
        if chart := self.inputs(archive, "")["chart"]:
            yield Page(DRAWING, "", digest(chart.bars), listed=False)

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        return {"chart": _chart(archive.once("timeline.counts", _counts), self.settings.TIMELINE_BARS)}

    def render(self, inputs: dict[str, Any]) -> str:
        return draw(inputs["chart"])


class TimelinePages:
    """A page for every month (and for a year's coarser dates), which is a scope of its own."""

    name = "timeline-months"
    template = "timeline-month.html"

    def plan(self, archive: Archive, scopes: Collection[str] | None = None) -> Iterator[Page]:
        periods = archive.once("timeline.periods", _periods)
        for period in periods:
            if scopes is None or period in scopes:
                stamp = digest([_stamps(archive, period), around(periods, period)])
                yield Page(f"timeline/{period}.html", period, stamp, scope=period)

    def scopes_of(self, archive: Archive, path: str) -> Iterable[str]:
        """The periods of an article's events, and their neighbours: these lead to them, if there are any."""
        periods = archive.once("timeline.periods", _periods)
        own = [row["period"] for row in archive.ask(PERIODS_OF, path=path)]
        near = {other for period in own for other in around(periods, period) if other}
        return near.union(own)

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        older, newer = around(archive.once("timeline.periods", _periods), key)
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
