"""What was read stays readable without a network: the service worker, and the page that lists what is kept."""

from typing import Any

from plugins.archive import Feature, features

from .pages import OfflinePage, Worker


def feature() -> Feature:
    """What this room brings."""
    return Feature(name="offline", families=lambda _: [OfflinePage(), Worker()])


def _join(_: Any) -> Feature:
    return feature()


def register() -> None:
    """Joins when the press asks for features: before that, nothing of the site is read."""
    features.connect(_join)
