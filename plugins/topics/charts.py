"""The charts of topic pages: what the page shows of each, and the drawings, a file each."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from plugins.archive import Archive, Page, digest, site_path
from plugins.charts import Chart, chosen, draw, point, shown

from .settings import TopicSettings
from .tables import LATELY, TOUCHED_LATELY, topic_rows


def charts(archive: Archive, title: str, settings: TopicSettings) -> list[Chart]:
    """The charts of a topic, out of its newest articles."""

    def choose(archive: Archive) -> list[Chart]:
        figures = archive.fetch("facts.points_of_topic", topic=title, recent=settings.TOPIC_RECENT)
        return chosen([point(figure) for figure in figures], settings.TOPIC_CHARTS, settings.TOPIC_BARS)

    return archive.once(f"topics.charts {title}", choose)


def stamp(archive: Archive, title: str, settings: TopicSettings) -> str:
    """Of all that the charts of a topic are chosen from: to choose them takes longer than to plan the rest."""
    return digest(list(map(tuple, archive.ask(LATELY, topic=title, recent=settings.TOPIC_RECENT))))


def address(slug: str, number: int) -> str:
    return f"topics/{slug}/chart-{number}.svg"


def on_page(archive: Archive, title: str, slug: str, settings: TopicSettings) -> list[dict[str, Any]]:
    """The charts as the topic's page shows them."""
    found = charts(archive, title, settings)
    return [shown(chart, site_path(address(slug, number))) for number, chart in enumerate(found, 1)]


class TopicCharts:
    """The drawings of all topics. A drawing hangs on its bars alone: it stands until one of them changes."""

    name = "topic-charts"
    template = ""
    apart = True

    def __init__(self, settings: TopicSettings) -> None:
        self.settings = settings

    def plan(self, archive: Archive, scopes: Collection[str] | None = None) -> Iterator[Page]:
        for row in topic_rows(archive, scopes):
            for number, chart in enumerate(charts(archive, row["title"], self.settings), 1):
                key = f"{row['title']}#{number}"
                stamp = digest([chart.title, chart.bars, chart.last])
                yield Page(address(row["slug"], number), key, stamp, listed=False, scope=row["slug"])

    def scopes_of(self, archive: Archive, path: str) -> list[str]:
        """The topics whose newest articles it is one of."""
        rows = archive.ask(TOUCHED_LATELY, path=path, recent=self.settings.TOPIC_RECENT)
        return [row["slug"] for row in rows]

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        title, _, number = key.rpartition("#")
        return {"chart": charts(archive, title, self.settings)[int(number) - 1]}

    def render(self, inputs: dict[str, Any]) -> str:
        return draw(inputs["chart"])
