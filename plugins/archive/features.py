"""How a feature joins: its tables, what it keeps of a manuscript, its named queries and its pages."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from blinker import signal

from plugins.manuscripts.types import Manuscript
from plugins.settings import RoomSettings

from .families import Family
from .records import rows

features = signal("hub_features")
"""Sent once a build; every feature's `register()` connects a function that returns its `Feature`."""

Rows = Iterable[tuple[str, Sequence[object]]]
Piece = Callable[[sqlite3.Row], dict[str, Any]]
Gather = Callable[[Iterable[dict[str, Any]]], list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Query:
    """A named query. Parameters are named (`:topic`); `piece` turns a row into what templates get, and `gather`, where
    one is given, the pieces of all rows into fewer or others."""

    sql: str
    piece: Piece = dict
    gather: Gather = list


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature as the archive and the press see it.

    `tables` is SQL that creates its tables: each has a `path` column, the manuscript's, and rows are removed with it.
    `keep` names the rows of one manuscript: (table, values in the order of its columns). `styles` is what
    it adds to the style sheet. Of `inward` tables no page but the manuscript's own shows anything, and those of
    families that say that they are `inward`.
    """

    name: str
    settings: type[RoomSettings] | None = None
    tables: str = ""
    inward: tuple[str, ...] = ()
    keep: Callable[[Manuscript], Rows] | None = None
    queries: Mapping[str, Query] = field(default_factory=dict)
    families: Callable[[Any], Sequence[Family]] | None = None
    styles: Callable[[Any], str] | None = None


def manuscript_rows(manuscript: Manuscript, joined: Sequence[Feature]) -> Iterator[tuple[str, Sequence[object]]]:
    """All rows of a compiled manuscript: the archive's own and the features', as (table, values)."""
    yield from rows(manuscript)
    for feature in joined:
        if feature.keep is not None:
            yield from feature.keep(manuscript)
