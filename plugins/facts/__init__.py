"""Figures: fact boxes, the ledger of every figure on the site, facts.json and its like as CSV."""

from typing import Any

from plugins.archive import Feature, features

from .files import FactsJson, FactsSheets
from .pages import LedgerIndex, LedgerPages
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
        families=lambda settings: [LedgerIndex(settings), LedgerPages(settings), FactsJson(), FactsSheets()],
    )


def _join(_: Any) -> Feature:
    return feature()


def register() -> None:
    """Joins when the press asks for features: before that, nothing of the site is read."""
    features.connect(_join)
