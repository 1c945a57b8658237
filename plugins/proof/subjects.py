"""What every figure of the site counts, kept from run to run beside the archive, so that a run costs what has changed.

An article's rows are made anew when the stamp of what they hang on differs. What is only supposed to be in the archive
is taken back with it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from plugins.archive import Archive
from plugins.zhtext.counted import Counted

from .sheets import Reading, Sheet, sheets_of

TABLES = """
CREATE TABLE version (version TEXT);
CREATE TABLE seen (path TEXT PRIMARY KEY, stamp TEXT, published INTEGER) WITHOUT ROWID;
CREATE TABLE readings (
    subject TEXT, unit TEXT, place TEXT, manner TEXT, moment TEXT,
    path TEXT, day TEXT, start INTEGER, text TEXT, value REAL, high REAL, bound TEXT, around TEXT, within TEXT,
    widened TEXT  -- what the row leaves out that its figure says: "whole" for 累计, "year" for 今年
);
CREATE INDEX by_subject ON readings (subject, unit, place, manner, moment, value, high, bound, path);
CREATE INDEX by_path ON readings (path);
"""
STAMPS = """
    SELECT path, body_stamp || date || title AS stamp, published FROM manuscripts WHERE kind = 'article'
"""
YEAR = len("2026")
DAY = len("2026-11-23")
NAME = "proof.sqlite"


class Subjects:
    """The rows of all articles. A file that is damaged or of another version of the code is made anew."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        path = archive.path.with_name(NAME)
        try:
            self.db = self._opened(path)
        except sqlite3.DatabaseError:
            path.unlink(missing_ok=True)
            self.db = self._opened(path)
        self.db.execute("BEGIN")
        self.stale = self._sorted_out()

    def _opened(self, path: Path) -> sqlite3.Connection:
        db = sqlite3.connect(path, isolation_level=None)
        db.row_factory = sqlite3.Row
        db.executescript("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY;")
        tables = {row["name"] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        known = [row["version"] for row in db.execute("SELECT version FROM version")] if "version" in tables else []
        if known != [self.archive.version]:
            db.executescript("".join(f"DROP TABLE {name};" for name in tables) + TABLES)
            db.execute("INSERT INTO version VALUES (?)", (self.archive.version,))
        return db

    def _sorted_out(self) -> dict[str, tuple[str, int]]:
        """Drops the rows of what is gone or has changed; gives stamps and standing of what has no rows now."""
        now = {row["path"]: (row["stamp"], row["published"]) for row in self.archive.ask(STAMPS)}
        seen = {row["path"]: (row["stamp"], row["published"]) for row in self.db.execute("SELECT * FROM seen")}
        old = [(path,) for path, mark in seen.items() if now.get(path) != mark]
        for table in ("seen", "readings"):
            self.db.executemany(f"DELETE FROM {table} WHERE path = ?", old)
        return {path: mark for path, mark in now.items() if seen.get(path) != mark}

    def keep(self, sheet: Sheet) -> None:
        """Notes what each figure of an article counts, if that isn't known."""
        if (mark := self.stale.pop(sheet.path, None)) is None:
            return
        named = [(one, key) for one, key in sheet.counted if not key.loose or len(one.when) == DAY]
        rows = [row for one, key in named for row in _rows(sheet, one, key)]
        self.db.execute("INSERT INTO seen VALUES (?, ?, ?)", (sheet.path, *mark))
        self.db.executemany(f"INSERT INTO readings VALUES ({', '.join('?' * 15)})", rows)

    def complete(self) -> None:
        """Notes all the rest."""
        for sheet in sheets_of(self.archive, list(self.stale)):
            self.keep(sheet)

    def ask(self, sql: str, **values: object) -> Iterator[sqlite3.Row]:
        return self.db.execute(sql, values)

    def close(self) -> None:
        """Keeps it all for the next run, unless the archive will not keep what it shows now."""
        self.db.execute("ROLLBACK" if self.archive.supposes else "COMMIT")
        self.db.close()


def _rows(sheet: Sheet, one: Reading, key: Counted) -> Iterator[tuple[object, ...]]:
    """A figure's row, and those under which others may tell of the same: 累计 or 今年 need not be said."""
    said = sheet.path, sheet.date, one.start, one.text, one.value, one.high, one.bound
    yield *key[:4], one.when, *said, key.around, key.within, ""
    if key.whole:  # 先锋书屋 + 藏书 where others have it in one
        yield key.whole, *key[1:4], one.when, *said, "", "", ""
    if key.loose:
        return
    if key.manner == "whole" and not one.when:
        yield *key[:3], "", "", *said, key.around, key.within, "whole"
    if one.when == sheet.date[:YEAR]:
        yield *key[:4], "", *said, key.around, key.within, "year"
