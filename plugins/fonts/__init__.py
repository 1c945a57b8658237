"""The headline font: a Song face that is installed where the site is built, cut to the characters of its headlines."""

from typing import Any

from plugins.archive import Feature, features

from .finding import found
from .pages import FontSlices
from .settings import FontSettings
from .slices import faces


def feature() -> Feature:
    """What this room brings: nothing where no font is found."""
    return Feature(
        name="fonts",
        settings=FontSettings,
        families=lambda settings: [FontSlices(settings, font) for font in found(settings.HEADLINE_FONT)],
        styles=lambda settings: "".join(faces() for _ in found(settings.HEADLINE_FONT)),
    )


def _join(_: Any) -> Feature:
    return feature()


def register() -> None:
    """Joins when the press asks for features: before that, nothing of the site is read."""
    features.connect(_join)
