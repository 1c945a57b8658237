"""The reader's search: an index of short stretches of text in small files, texts to show, and the page that asks."""

from typing import Any

from plugins.archive import Feature, features

from .pages import SearchPage
from .settings import SearchSettings
from .shards import GramFiles, KindFiles, TextFiles
from .tables import INWARD, TABLES, keep


def feature() -> Feature:
    """What this room brings."""
    return Feature(
        name="search",
        settings=SearchSettings,
        tables=TABLES,
        inward=INWARD,
        keep=keep,
        families=lambda settings: [
            SearchPage(settings),
            GramFiles(settings),
            TextFiles(settings),
            KindFiles(settings),
        ],
    )


def _join(_: Any) -> Feature:
    return feature()


def register() -> None:
    """Joins when the press asks for features: before that, nothing of the site is read."""
    features.connect(_join)
