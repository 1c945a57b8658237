"""The archive as an object: opening, filling and asking it.

A file that is not ours, is from another version of the code or is damaged is thrown away and made anew: everything in
it can be rebuilt from content/.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar, cast
from urllib.parse import quote

from plugins.images.markup import placed
from plugins.images.sheets import Sheet
from plugins.images.shelf import Shelf

from .bodies import SHEETS, TARGETS, as_sheet, resolve
from .families import site_path
from .features import Feature, Query
from .tables import INDEXES, INWARD, OUTWARD, OWN_TABLES, TABLES

Result = TypeVar("Result")

PAGE_SIZE = 4096  # bytes: rows of some kilobytes overflow, and larger pages would be half empty
CACHE_KIB = 16384
STATEMENTS = 256


def discard(path: Path) -> None:
    """Removes an archive's file; the next opening makes a new one."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


class ArchiveError(Exception):
    """An archive that this process can't use and must not make anew; the message says what to do."""


class Archive:
    """One SQLite file and the features that keep their tables in it.

    A new file is filled without a journal and has its indexes and its version last: one whose filling was broken off
    has no version, and is made anew.
    """

    def __init__(self, path: Path, features: Sequence[Feature], version: str, *, reading: bool = False) -> None:
        self.path = path
        self.features = features
        self.version = version
        self.queries: dict[str, Query] = {
            f"{feature.name}.{name}": query for feature in features for name, query in feature.queries.items()
        }
        self._known: dict[str, object] = {}
        self.fresh = False
        self.supposes = False  # whether there are rows in it for the time being
        self.db = self._open_for_reading() if reading else self._open()

    # Opening

    def _open_for_reading(self) -> sqlite3.Connection:
        """For a worker: it must neither write into what another process fills, nor throw it away."""
        try:
            db = self._connect(f"file:{quote(str(self.path))}?mode=ro")
            if self._is_ours(db):
                return db
        except sqlite3.DatabaseError as error:
            raise ArchiveError(f"读不了 {self.path}：{error}。各台机器要能用同一路径读到缓存。") from error
        raise ArchiveError(f"{self.path} 不是这一版程序做的。各台机器上的程序、Python 和软件包要完全一样。")

    def _open(self) -> sqlite3.Connection:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            db = self._connect()
            if self._is_ours(db):
                db.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;")
                return db
            db.close()
        except sqlite3.DatabaseError:
            pass  # cut off, or no database at all: made anew below
        discard(self.path)
        self.fresh = True
        db = self._connect()
        db.executescript(f"PRAGMA page_size = {PAGE_SIZE}; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        db.executescript(f"BEGIN; {';'.join(self._statements('CREATE TABLE'))}; COMMIT;")
        return db

    def _connect(self, address: str = "") -> sqlite3.Connection:
        place = address or str(self.path)
        db = sqlite3.connect(place, isolation_level=None, cached_statements=STATEMENTS, uri=bool(address))
        db.row_factory = sqlite3.Row
        db.executescript(f"PRAGMA temp_store = MEMORY; PRAGMA cache_size = -{CACHE_KIB};")
        return db

    def _is_ours(self, db: sqlite3.Connection) -> bool:
        if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'version'").fetchone():
            return False
        row = db.execute("SELECT version FROM version").fetchone()
        return row is not None and row[0] == self.version

    def _statements(self, kind: str) -> list[str]:
        """The statements of one kind that make the tables and indexes, the features' among them."""
        own = TABLES + "".join(feature.tables for feature in self.features) + INDEXES
        return [statement for statement in own.split(";") if statement.strip().startswith(kind)]

    def let_others_read(self) -> None:
        """Puts all into the one file, for machines that reach it through a shared folder, where WAL does not work."""
        self.db.execute("PRAGMA journal_mode = DELETE")

    def close(self) -> None:
        self.db.close()

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Filling

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it, or nothing."""
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if not self.fresh:  # which has no journal to go back by, and will be made anew
                self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")

    @contextmanager
    def filling(self) -> Iterator[None]:
        """A transaction in which manuscripts change: there may be faults between them now. Completes a new file."""
        with self.transaction():
            self.db.execute("DELETE FROM clean")
            yield
        if self.fresh:
            self._complete()

    def _complete(self) -> None:
        self.db.executescript(f"BEGIN; {';'.join(self._statements('CREATE INDEX'))}; COMMIT;")
        self.db.execute("INSERT INTO version VALUES (?)", (self.version,))
        self.db.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;")
        self.fresh = False

    @cached_property
    def tables(self) -> tuple[str, ...]:
        """Every table with rows of manuscripts."""
        theirs = "".join(feature.tables for feature in self.features)
        return (*OWN_TABLES, *re.findall(r"CREATE TABLE (\w+)", theirs))

    def files(self) -> dict[str, int]:
        """The manuscripts' files, each with the signature of its stat when it was taken in."""
        return dict(self.db.execute("SELECT path, stat FROM files").fetchall())

    def digests(self, paths: Iterable[str]) -> dict[str, str]:
        """The digests of the bytes of those of these files that were taken in."""
        rows = self.ask(
            "SELECT path, digest FROM files WHERE path IN (SELECT value FROM json_each(:paths))",
            paths=json.dumps(list(paths)),
        )
        return {row["path"]: row["digest"] for row in rows}

    def phrases(self, paths: Iterable[str]) -> dict[str, dict[str, str]]:
        """How the titles and headings of these files break, of those that were taken in."""
        rows = self.ask(
            "SELECT path, json_extract(details, '$.phrases') AS phrases FROM bodies "
            "WHERE path IN (SELECT value FROM json_each(:paths))",
            paths=json.dumps(list(paths)),
        )
        return {row["path"]: json.loads(row["phrases"]) for row in rows}

    def shown_elsewhere(self, path: str) -> list[tuple[object, ...]]:
        """All of a manuscript that any page but its own, and those of `inward` families, can show."""
        inward = {*INWARD, *(table for feature in self.features for table in feature.inward)}
        own = self.db.execute(f"SELECT {OUTWARD} FROM manuscripts WHERE path = ?", (path,)).fetchall()
        others = [
            (table, *row)
            for table in self.tables
            if table != "manuscripts" and table not in inward
            for row in self.db.execute(f"SELECT * FROM {table} WHERE path = ?", (path,))
        ]
        return [tuple(row) for row in own] + others

    def note(self, files: Iterable[tuple[str, int, str]]) -> None:
        """Notes of files (path, signature, digest) that they are in the archive."""
        self.db.executemany("REPLACE INTO files VALUES (?, ?, ?)", files)

    def drop(self, paths: Iterable[str]) -> None:
        """Removes manuscripts and what is noted of their files."""
        paths = list(paths)
        self.forget(paths)
        self.db.executemany("DELETE FROM files WHERE path = ?", [(path,) for path in paths])

    def forget(self, paths: Iterable[str]) -> None:
        """Removes all rows of these manuscripts."""
        self._known.clear()
        keys = [(path,) for path in paths]
        for table in self.tables if keys else ():
            self.db.executemany(f"DELETE FROM {table} WHERE path = ?", keys)

    def keep(self, rows: Mapping[str, Sequence[Sequence[object]]]) -> None:
        """Adds rows of compiled manuscripts by table."""
        self._known.clear()
        for table, values in rows.items():
            marks = ", ".join("?" * len(values[0]))
            self.db.executemany(f"INSERT INTO {table} VALUES ({marks})", values)

    @contextmanager
    def supposing(self, slugs: Sequence[str], rows: Iterable[tuple[str, Sequence[object]]]) -> Iterator[None]:
        """As if these rows were in the archive and the articles of these slugs were not; then as before."""
        self.db.execute("BEGIN")
        self.supposes = True
        try:
            among = "slug IN (SELECT value FROM json_each(:slugs))"
            those = self.ask(
                f"SELECT path FROM manuscripts WHERE kind = 'article' AND {among}", slugs=json.dumps(slugs)
            )
            self.forget([row["path"] for row in those])
            for table, row in rows:
                self.keep({table: [row]})
            yield
        finally:
            self.supposes = False
            self.db.execute("ROLLBACK")
            self._known.clear()

    # Asking

    def ask(self, sql: str, **values: object) -> list[sqlite3.Row]:
        """All rows of a query of the caller's own tables."""
        return self.db.execute(sql, values).fetchall()

    def fetch(self, name: str, **values: object) -> list[dict[str, Any]]:
        """The pieces that a named query of any feature yields: `archive.fetch("facts.of_topic", topic="乡村振兴")`."""
        query = self.queries[name]
        return query.gather(map(query.piece, self.db.execute(query.sql, values)))

    def cards(self, sql: str, **values: object) -> list[dict[str, Any]]:
        """Cards of the manuscripts whose `card` column a query selects, in its order."""
        stored = ",".join([row["card"] for row in self.db.execute(sql, values)])
        return self._placed(json.loads(f"[{stored}]"))

    def as_card(self, stored: str) -> dict[str, Any]:
        """A stored card with its column and topics as refs."""
        return self._placed([json.loads(stored)])[0]

    def _placed(self, cards: list[dict[str, Any]]) -> list[dict[str, Any]]:
        columns, topics = self.sections["column"], self.sections["topic"]
        for card in cards:
            column = card["column"]
            card["column"] = {"title": column, "path": columns[column]} if column in columns else None
            card["topics"] = [{"title": title, "path": topics[title]} for title in card["topics"] if title in topics]
        return cards

    def resolve(self, path: str, html: str, root: str, *, eager: bool = True) -> str:
        """A manuscript's body with the addresses of the files under content/ that it links to, and its pictures.

        `eager` says whether its first picture is the first of the page.
        """
        if "hub:" not in html:
            return html
        targets = {row["target"]: site_path(row["address"]) for row in self.ask(TARGETS, path=path)}
        if '"hub:images/' in html:
            sheets = self.pictures(path)
            html = placed(html, sheets, root, eager=eager)
            targets |= {target: f"/images/{sheet.largest}" for target, sheet in sheets.items()}
        return resolve(html, targets, root)

    @cached_property
    def shelf(self) -> Shelf:
        """Where encoded pictures are kept."""
        return Shelf(self.path.parent / "images")

    def pictures(self, path: str) -> dict[str, Sheet]:
        """The pictures that a manuscript shows, by their paths under content/."""
        return {row["path"]: as_sheet(row["sheet"]) for row in self.ask(SHEETS, path=path)}

    def once(self, name: str, make: Callable[[Archive], Result]) -> Result:
        """What a feature works out of the whole archive for many pages: asked for once, until manuscripts change."""
        if name not in self._known:
            self._known[name] = make(self)
        return cast(Result, self._known[name])

    @property
    def sections(self) -> dict[str, dict[str, str]]:
        """Site paths of topics, columns and plain pages by title: the part of the site that every page leads to."""
        return self.once("archive.sections", _sections)


def _sections(archive: Archive) -> dict[str, dict[str, str]]:
    sections: dict[str, dict[str, str]] = {"topic": {}, "column": {}, "page": {}}
    for row in archive.ask("SELECT kind, title, address FROM manuscripts WHERE kind <> 'article' ORDER BY slug"):
        sections[row["kind"]][row["title"]] = site_path(row["address"])
    return sections
