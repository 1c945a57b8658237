"""The ledger as one searches it: its first page, pages by unit, place and year, and the files its script asks for."""

from typing import Any

from plugins.archive import Feature, features

from .pages import FacetPages, LedgerIndex
from .settings import LedgerSettings
from .shards import MonthShards, ShardIndex, UnitShards
from .tables import TABLES, keep


def feature() -> Feature:
    """What this room brings."""
    return Feature(
        name="ledger",
        settings=LedgerSettings,
        tables=TABLES,
        keep=keep,
        families=lambda settings: [
            LedgerIndex(settings),
            FacetPages(settings),
            ShardIndex(),
            UnitShards(),
            MonthShards(),
        ],
    )


def _join(_: Any) -> Feature:
    return feature()


def register() -> None:
    """Joins when the press asks for features: before that, nothing of the site is read."""
    features.connect(_join)
