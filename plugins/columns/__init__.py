"""Columns (栏目): a page for each with its articles by date, and the index of columns."""

from typing import Any

from plugins.archive import Feature, features

from .pages import ColumnIndex, ColumnListings, ColumnPages
from .settings import ColumnSettings


def feature() -> Feature:
    """What this room brings."""
    return Feature(
        name="columns",
        settings=ColumnSettings,
        families=lambda settings: [ColumnIndex(), ColumnPages(settings), ColumnListings(settings)],
    )


def _join(_: Any) -> Feature:
    return feature()


def register() -> None:
    """Joins when the press asks for features: before that, nothing of the site is read."""
    features.connect(_join)
