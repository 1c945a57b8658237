"""What waits for its article to be seen: kept in a file that has no name, so that memory doesn't grow with the site.

SQLite's own temporary database: rows in, and at the end all that is said of a page together.
"""

from __future__ import annotations

import json
import sqlite3
from typing import Any


class Spool:
    """Notes about pages, each a value that JSON can hold."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("")  # a private file, deleted when it is closed
        self._db.execute("CREATE TABLE own (page TEXT PRIMARY KEY, note TEXT) WITHOUT ROWID")
        self._db.execute("CREATE TABLE said (page TEXT, note TEXT)")
        self._db.execute("CREATE INDEX by_page ON said (page)")

    def __del__(self) -> None:
        self._db.close()

    def own(self, page: str, note: Any) -> None:
        """What a page tells of itself."""
        self._db.execute("INSERT OR REPLACE INTO own VALUES (?, ?)", (page, _packed(note)))

    def of(self, page: str) -> Any | None:
        """What a page told of itself, or None if there is no such page."""
        row = self._db.execute("SELECT note FROM own WHERE page = ?", (page,)).fetchone()
        return None if row is None else json.loads(row[0])

    def say(self, page: str, note: Any) -> None:
        """What is said of a page elsewhere."""
        self._db.execute("INSERT INTO said VALUES (?, ?)", (page, _packed(note)))

    def about(self, page: str) -> list[Any]:
        """All that is said of a page, in the order in which it came."""
        rows = self._db.execute("SELECT note FROM said WHERE page = ? ORDER BY rowid", (page,))
        return [json.loads(note) for (note,) in rows]

    def pages(self) -> list[str]:
        """The pages of which something is said."""
        return [page for (page,) in self._db.execute("SELECT DISTINCT page FROM said ORDER BY page")]


def _packed(note: Any) -> str:
    return json.dumps(note, ensure_ascii=False, separators=(",", ":"))
