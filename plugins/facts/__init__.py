"""Figures: fact boxes, the ledgers of topics, facts.json and its like as CSV."""

from typing import Any

from plugins.archive import Feature, features

from .files import FactsJson, FactsSheets
from .pages import LedgerPages
from .queries import QUERIES
from .settings import FactsSettings
from .tables import TABLES, keep


def feature() -> Feature:
    """What this room brings."""
    return Feature(
        name="facts",
        settings=FactsSettings,
        tables=TABLES,
        keep=keep,
        queries=QUERIES,
        families=lambda settings: [LedgerPages(settings), FactsJson(), FactsSheets()],
    )


def _join(_: Any) -> Feature:
    return feature()


def register() -> None:
    """Joins when the press asks for features: before that, nothing of the site is read."""
    features.connect(_join)
