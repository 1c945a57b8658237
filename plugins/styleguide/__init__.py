"""The styleguide: every component with its examples, in light, dark, enlarged and narrow; for who builds the site."""

from typing import Any

from plugins.archive import Feature, features

from .pages import StyleguidePage
from .settings import StyleguideSettings


def feature() -> Feature:
    """What this room brings: nothing in production."""
    return Feature(
        name="styleguide",
        settings=StyleguideSettings,
        families=lambda settings: [StyleguidePage(settings)] if settings.STYLEGUIDE else [],
    )


def _join(_: Any) -> Feature:
    return feature()


def register() -> None:
    """Joins when the press asks for features: before that, nothing of the site is read."""
    features.connect(_join)
