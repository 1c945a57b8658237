"""The archive as an object: opening, filling and asking it.

A file that is not ours, is from another version of the code or is damaged is thrown away and made anew: everything in
it can be rebuilt from content/.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar, cast

from plugins.manuscripts.types import Manuscript

from .bodies import TARGETS, resolve
from .families import site_path
from .features import Feature, Query
from .records import rows
from .tables import INDEXES, OWN_TABLES, TABLES

Result = TypeVar("Result")


def discard(path: Path) -> None:
    """Removes an archive's file; the next opening makes a new one."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


class Archive:
    """One SQLite file and the features that keep their tables in it."""

    def __init__(self, path: Path, features: Sequence[Feature], version: str) -> None:
        self.path = path
        self.features = features
        self.version = version
        self.queries: dict[str, Query] = {
            f"{feature.name}.{name}": query for feature in features for name, query in feature.queries.items()
        }
        self._known: dict[str, object] = {}
        self.db = self._open()

    # Opening

    def _open(self) -> sqlite3.Connection:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            db = self._connect()
            if self._is_ours(db):
                return db
            db.close()
        except sqlite3.DatabaseError:
            pass  # cut off, or no database at all: made anew below
        discard(self.path)
        db = self._connect()
        self._create(db)
        return db

    def _connect(self) -> sqlite3.Connection:
        db = sqlite3.connect(self.path, isolation_level=None)
        db.row_factory = sqlite3.Row
        db.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;")
        return db

    def _is_ours(self, db: sqlite3.Connection) -> bool:
        if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'version'").fetchone():
            return False
        row = db.execute("SELECT version FROM version").fetchone()
        return row is not None and row[0] == self.version

    def _create(self, db: sqlite3.Connection) -> None:
        own = TABLES + "".join(feature.tables for feature in self.features) + INDEXES
        db.executescript(f"BEGIN; {own} CREATE TABLE version (version TEXT); COMMIT;")
        db.execute("INSERT INTO version VALUES (?)", (self.version,))

    def again(self) -> Archive:
        """The same archive through a connection of its own, for another process."""
        other = Archive(self.path, self.features, self.version)
        other._known = dict(self._known)
        return other

    def close(self) -> None:
        self.db.close()

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Filling

    def begin(self) -> None:
        self.db.execute("BEGIN IMMEDIATE")

    def commit(self) -> None:
        self.db.execute("COMMIT")

    @cached_property
    def tables(self) -> tuple[str, ...]:
        """Every table with rows of manuscripts."""
        rows = self.db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
        own = {"files", "plan", "planned", "printed", "version"}
        return tuple(name for name, _ in rows if name in OWN_TABLES or name not in own)

    def forget(self, paths: Iterable[str]) -> None:
        """Removes all rows of these manuscripts."""
        keys = [(path,) for path in paths]
        for table in self.tables:
            self.db.executemany(f"DELETE FROM {table} WHERE path = ?", keys)

    def keep(self, manuscript: Manuscript) -> None:
        """Adds the rows of a compiled manuscript, the features' among them."""
        tables = defaultdict[str, list[Sequence[object]]](list)
        for table, values in self._rows(manuscript):
            tables[table].append(values)
        for table, rows_of_it in tables.items():
            marks = ", ".join("?" * len(rows_of_it[0]))
            self.db.executemany(f"INSERT INTO {table} VALUES ({marks})", rows_of_it)

    def _rows(self, manuscript: Manuscript) -> Iterator[tuple[str, Sequence[object]]]:
        yield from rows(manuscript)
        for feature in self.features:
            if feature.keep is not None:
                yield from feature.keep(manuscript)

    # Asking

    def ask(self, sql: str, **values: object) -> list[sqlite3.Row]:
        """All rows of a query of the caller's own tables."""
        return self.db.execute(sql, values).fetchall()

    def fetch(self, name: str, **values: object) -> list[dict[str, Any]]:
        """The pieces that a named query of any feature yields: `archive.fetch("facts.of_topic", topic="乡村振兴")`."""
        query = self.queries[name]
        return [query.piece(row) for row in self.db.execute(query.sql, values)]

    def cards(self, sql: str, **values: object) -> list[dict[str, Any]]:
        """Cards of the manuscripts whose `card` column a query selects, in its order."""
        return [self.as_card(row["card"]) for row in self.db.execute(sql, values)]

    def as_card(self, stored: str) -> dict[str, Any]:
        """A stored card with its column and topics as refs."""
        card: dict[str, Any] = json.loads(stored)
        columns, topics = self.sections["column"], self.sections["topic"]
        card["column"] = (
            {"title": card["column"], "path": columns[card["column"]]} if card["column"] in columns else None
        )
        card["topics"] = [{"title": title, "path": topics[title]} for title in card["topics"] if title in topics]
        return card

    def resolve(self, path: str, html: str, root: str) -> str:
        """A manuscript's body with the addresses of the files under content/ that it links to and shows."""
        if "hub:" not in html:
            return html
        targets = {row["target"]: site_path(row["address"]) for row in self.ask(TARGETS, path=path)}
        return resolve(html, targets, root)

    def once(self, name: str, make: Callable[[Archive], Result]) -> Result:
        """What a feature works out of the whole archive for many pages: asked for once, until manuscripts change."""
        if name not in self._known:
            self._known[name] = make(self)
        return cast(Result, self._known[name])

    @property
    def sections(self) -> dict[str, dict[str, str]]:
        """Site paths of topics, columns and plain pages by title: the part of the site that every page leads to."""
        return self.once("archive.sections", _sections)

    def settled(self) -> None:
        """To be called when the manuscripts have changed: what was remembered of them is asked for again."""
        self._known.clear()


def _sections(archive: Archive) -> dict[str, dict[str, str]]:
    sections: dict[str, dict[str, str]] = {"topic": {}, "column": {}, "page": {}}
    for row in archive.ask("SELECT kind, title, address FROM manuscripts WHERE kind <> 'article' ORDER BY slug"):
        sections[row["kind"]][row["title"]] = site_path(row["address"])
    return sections
