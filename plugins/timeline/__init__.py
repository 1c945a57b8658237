"""The chronicle: every dated event of the site, by month, events.json and events.csv."""

from typing import Any

from plugins.archive import Feature, features

from .files import EventsJson, EventsSheet
from .pages import TimelineChart, TimelineIndex, TimelinePages
from .settings import TimelineSettings
from .tables import QUERIES, TABLES, keep


def feature() -> Feature:
    """What this room brings."""
    return Feature(
        name="timeline",
        settings=TimelineSettings,
        tables=TABLES,
        keep=keep,
        queries=QUERIES,
        families=lambda settings: [
            TimelineIndex(settings), TimelineChart(settings), TimelinePages(), EventsJson(), EventsSheet(),
        ],
    )  # fmt: skip


def _join(_: Any) -> Feature:
    return feature()


def register() -> None:
    """Joins when the press asks for features: before that, nothing of the site is read."""
    features.connect(_join)
