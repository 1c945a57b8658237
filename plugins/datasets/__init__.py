"""The figures and events as data sets for other tools: a description of the CSVs, an SQLite file for Datasette."""

from typing import Any

from plugins.archive import Feature, features

from .database import Database, Metadata
from .package import DataPackage
from .settings import DatasetSettings


def feature() -> Feature:
    """What this room brings."""
    return Feature(
        name="datasets",
        settings=DatasetSettings,
        families=lambda settings: [DataPackage(settings), Database(settings), Metadata(settings)],
    )


def _join(_: Any) -> Feature:
    return feature()


def register() -> None:
    """Joins when the press asks for features: before that, nothing of the site is read."""
    features.connect(_join)
