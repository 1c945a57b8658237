"""Topic pages (专题): lead, leading figures, timeline, articles by date, neighbours; and the index of topics."""

from typing import Any

from plugins.archive import Feature, features

from .charts import TopicCharts
from .packs import StudyPacks
from .pages import TopicIndex, TopicListings, TopicPages
from .settings import TopicSettings
from .tables import QUERIES


def feature() -> Feature:
    """What this room brings."""
    return Feature(
        name="topics",
        settings=TopicSettings,
        queries=QUERIES,
        families=lambda settings: [
            TopicIndex(),
            TopicPages(settings),
            TopicCharts(settings),
            TopicListings(settings),
            StudyPacks(settings),
        ],
    )


def _join(_: Any) -> Feature:
    return feature()


def register() -> None:
    """Joins when the press asks for features: before that, nothing of the site is read."""
    features.connect(_join)
