"""The front page: what is new, the leading figures with their sentences, topics and the chronicle's newest days."""

from typing import Any

from plugins.archive import Feature, features

from .pages import HomePage
from .settings import HomeSettings


def feature() -> Feature:
    """What this room brings."""
    return Feature(name="home", settings=HomeSettings, families=lambda settings: [HomePage(settings)])


def _join(_: Any) -> Feature:
    return feature()


def register() -> None:
    """Joins when the press asks for features: before that, nothing of the site is read."""
    features.connect(_join)
