"""Plain pages (about, corrections policy …), the page for addresses that do not exist, and redirects from old ones."""

from typing import Any

from plugins.archive import Feature, features

from .pages import NotFound, PlainPages, Redirects
from .settings import PageSettings


def feature() -> Feature:
    """What this room brings."""
    return Feature(
        name="pages",
        settings=PageSettings,
        families=lambda settings: [PlainPages(settings), NotFound(), Redirects()],
    )


def _join(_: Any) -> Feature:
    return feature()


def register() -> None:
    """Joins when the press asks for features: before that, nothing of the site is read."""
    features.connect(_join)
