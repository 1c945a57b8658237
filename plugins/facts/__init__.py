"""Figures: fact boxes, the ledger of every figure on the site, and facts.json."""

from typing import Any

from plugins.archive import Feature, features

from .pages import FactsJson, LedgerIndex, LedgerPages
from .settings import FactsSettings
from .tables import QUERIES, TABLES, keep


def feature() -> Feature:
    """What this room brings."""
    return Feature(
        name="facts",
        settings=FactsSettings,
        tables=TABLES,
        keep=keep,
        queries=QUERIES,
        families=lambda settings: [LedgerIndex(settings), LedgerPages(settings), FactsJson()],
    )


def _join(_: Any) -> Feature:
    return feature()


def register() -> None:
    """Joins when the press asks for features: before that, nothing of the site is read."""
    features.connect(_join)
