"""The site's exports as the checks read them: JSON, CSV and SQLite files under `data/` in, entries by article out.

An entry says something of a figure or an event: it names an `article` and an `anchor` in it. Fields of a CSV come in
the types that JSON gives them. What holds no such entries yields none.
"""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Any

from plugins.checks.addresses import file_of
from plugins.checks.numerals.spool import Spool
from plugins.checks.types import Place
from plugins.zhtext.places import upwards

if TYPE_CHECKING:
    from plugins.checks.site import Site

Entry = dict[str, Any]
Numbered = Iterator[tuple[int, Any]]
FOLDER = "/data/"
PROMISED = ("/data/facts.json", "/data/events.json")
"""These must be there, and must be lists."""
NUMBERS = ("value", "high")
LISTED = ("anchor", "text", "value", "high", "bound", "unit", "label", "place", "as_of")
"""A figure in the files of the ledger's search, whose items are articles."""
SHEETS = re.compile(r"/data/facts.*\.csv")
"""The sheets of the figures: they alone say of which place a figure is."""


class Exports:
    """Every entry of every export, kept on disk, by the page that it speaks of."""

    def __init__(self, site: Site) -> None:
        self.unreadable: list[Place] = []
        self.counts: dict[str, int] = {}
        self.sorts: Counter[str] = Counter()  # figures in the sheets by sort: "unit 元", "place 章丘区", "year 2026"
        self._spool = Spool()
        found = [path for path in site.files if path.startswith(FOLDER) and path.endswith(tuple(_READERS))]
        for path in sorted({*found, *PROMISED}, key=lambda path: (path not in PROMISED, path)):
            try:
                self._read(site, path)
            except (ValueError, OSError, KeyError, sqlite3.DatabaseError):
                self.unreadable.append(Place(path.removeprefix("/")))

    def _read(self, site: Site, path: str) -> None:
        reader = _READERS[f".{path.rpartition('.')[2]}"]
        for number, entry in ((number, entry) for number, found in reader(site, path) for entry in _entries(found)):
            if entry.get("article") and "anchor" in entry:
                page = file_of(site.resolve("/", str(entry["article"])).path)
                self._spool.say(page, [path.removeprefix("/"), number, entry])
                self.counts[path] = self.counts.get(path, 0) + 1
                if SHEETS.fullmatch(path):
                    self.sorts.update(_sorts(entry))

    def about(self, page: str) -> list[tuple[Place, Entry]]:
        """What is said of a page's figures and events, each with its place: its line, or its number in a table."""
        return [(Place(path, number), entry) for path, number, entry in self._spool.about(page)]

    def pages(self) -> list[str]:
        """The pages of which something is said."""
        return self._spool.pages()


def _entries(found: Any) -> list[Entry]:
    """What an item of a list says: an entry, or those of an article, whose figures are lists."""
    if not isinstance(found, dict):
        return []
    if not isinstance(figures := found.get("figures"), list):
        return [found]
    shared = {"article": f"/articles/{found['slug']}.html", "title": found["title"], "published": found["date"]}
    return [{**dict(zip(LISTED, figure, strict=True)), **shared} for figure in figures]


def _sorts(entry: Entry) -> list[str]:
    """A figure's unit, its year, and its place with those that this is part of."""
    places = [f"place {name}" for name in upwards(str(entry.get("place", "")))]
    return [f"unit {entry.get('unit', '')}", f"year {str(entry.get('as_of'))[:4]}", *places]


def _of_list(site: Site, path: str) -> Numbered:
    """An entry a line, as ours are written and read line by line, or any list of JSON."""
    with (site.root / path.removeprefix("/")).open(encoding="utf-8") as file:
        if file.readline() == "[\n" and file.readline().rstrip(",\n").endswith(("}", "]")):
            file.seek(2)
            for number, line in enumerate(file, 2):
                if (entry := line.rstrip().removesuffix(",")) and entry != "]":
                    yield number, json.loads(entry)
            return
    found = json.loads(site.text_of(path))
    if isinstance(found, list):
        yield from enumerate(found, 1)
    elif path in PROMISED:
        raise ValueError(path)


def _of_sheet(site: Site, path: str) -> Numbered:
    with (site.root / path.removeprefix("/")).open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            entry: Entry = dict(row)
            yield reader.line_num, _typed(entry)


def _typed(entry: Entry) -> Entry:
    told = {name: json.loads(entry[name]) if entry[name] else None for name in NUMBERS if name in entry}
    return entry | told


def _of_database(site: Site, path: str) -> Numbered:
    """The rows of every table and view that names an article and an anchor."""
    with closing(sqlite3.connect(f"file:{site.root}{path}?mode=ro&immutable=1", uri=True)) as database:
        database.row_factory = sqlite3.Row
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')").fetchall():
            quoted = name.replace('"', '""')
            columns = {row["name"] for row in database.execute(f'PRAGMA table_info("{quoted}")')}
            if {"article", "anchor"} <= columns:
                yield from enumerate(map(dict, database.execute(f'SELECT * FROM "{quoted}"')), 1)


_READERS: dict[str, Callable[[Site, str], Numbered]] = {
    ".json": _of_list, ".csv": _of_sheet, ".sqlite": _of_database, ".sqlite3": _of_database, ".db": _of_database,
}  # fmt: skip
