"""Articles' own pages and share cards, the archive by month and series."""

from typing import Any

from plugins.archive import Feature, features

from .archives import ArchiveIndex, MonthPages
from .pages import ArticlePages
from .series import SeriesPages
from .settings import ArticleSettings
from .share_cards import ShareCards


def feature() -> Feature:
    """What this room brings."""
    return Feature(
        name="articles",
        settings=ArticleSettings,
        families=lambda settings: [
            ArticlePages(settings),
            ShareCards(settings),
            MonthPages(),
            ArchiveIndex(settings),
            SeriesPages(settings),
        ],
    )


def _join(_: Any) -> Feature:
    return feature()


def register() -> None:
    """Joins when the press asks for features: before that, nothing of the site is read."""
    features.connect(_join)
