"""facts.sqlite: the figures and events as tables for SQLite and Datasette, and metadata.json, which Datasette reads.

The rows are those of the CSVs. The file is made anew each time, in a settled order, and copied by VACUUM INTO, so that
the same content gives the same bytes, however it came about (with the same SQLite, whose number stands in the file).
"""

from __future__ import annotations

import csv
import json
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from io import StringIO
from pathlib import Path
from typing import Any

from plugins.archive import APART, Archive, Page, digest

from .package import tables
from .settings import DatasetSettings

ADDRESS, METADATA = "data/facts.sqlite", "data/metadata.json"
TYPES = {"number": "NUMERIC"}
"""Of SQLite, by those of Table Schema: whole numbers stay whole. Everything else is text."""
INDEXES = """
    CREATE INDEX facts_by_unit ON facts (unit, value);
    CREATE INDEX facts_by_place ON facts (place);
    CREATE INDEX facts_by_article ON facts (article);
    CREATE INDEX events_by_date ON events (date);
    CREATE INDEX article_topics_by_topic ON article_topics (topic);
"""
ARTICLE_TOPICS = """
    CREATE TABLE article_topics (article TEXT NOT NULL, topic TEXT NOT NULL, PRIMARY KEY (article, topic)) WITHOUT ROWID
"""
PAGE_SIZE = 4096


def is_made(archive: Archive, settings: DatasetSettings) -> bool:
    """Whether there is such a file: it costs time at every edit, so that large sites have it made for a release."""
    figures: int = archive.fetch("facts.count")[0]["figures"]
    return 0 < figures <= settings.DATABASE_FIGURES


class Database:
    """The file itself. It is held whole, and so has a limit."""

    name = "facts-sqlite"
    template = ""

    def __init__(self, settings: DatasetSettings) -> None:
        self.settings = settings

    def plan(self, archive: Archive) -> Iterator[Page]:
        if is_made(archive, self.settings):
            stamps = [archive.fetch(f"{room}.stamp")[0]["stamp"] for room in ("facts", "timeline")]
            yield Page(ADDRESS, "", digest(stamps), listed=False)

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        with tempfile.TemporaryDirectory(prefix="hub-") as folder:
            made, copied = Path(folder) / "made", Path(folder) / "copied"
            with closing(sqlite3.connect(made, isolation_level=None)) as db:
                db.executescript(
                    f"PRAGMA page_size = {PAGE_SIZE}; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                )
                _fill(db, archive)
                db.execute("VACUUM INTO ?", (str(copied),))
            return {"data": copied.read_bytes()}

    def render(self, inputs: dict[str, Any]) -> bytes:
        """The bytes as they are."""
        data: bytes = inputs["data"]
        return data


def _fill(db: sqlite3.Connection, archive: Archive) -> None:
    db.execute("BEGIN")
    for name in ("facts", "events"):
        db.execute(_creation(name))
    db.execute(ARTICLE_TOPICS)
    for year in archive.fetch("facts.years"):
        for part in archive.fetch("facts.sheets", year=year["year"], end=year["year"] + "~"):
            _add(db, "facts", csv.reader(StringIO(part["sheet"].decode(), newline=""), strict=True))
    for period in archive.fetch("timeline.periods"):
        _add(db, "events", (list(row.values()) for row in archive.fetch("timeline.rows", period=period["period"])))
    for statement in INDEXES.split(";"):
        db.execute(statement)
    db.execute("COMMIT")


def _creation(name: str) -> str:
    columns = [f"{column['name']} {_type(column)}" for column in tables()[name]["columns"]]
    return f"CREATE TABLE {name} ({', '.join(columns)}, PRIMARY KEY (id))"


def _type(column: dict[str, Any]) -> str:
    needed = " NOT NULL" if column["type"] != "number" or column.get("constraints", {}).get("required") else ""
    return TYPES.get(column["type"], "TEXT") + needed


def _add(db: sqlite3.Connection, name: str, rows: Iterator[Any]) -> None:
    """Rows as they stand in the CSV; of numbers none is NULL, of texts an empty one."""
    columns = tables()[name]["columns"]
    numbers = [place for place, column in enumerate(columns) if column["type"] == "number"]
    article, topics = ([column["name"] for column in columns].index(field) for field in ("article", "topics"))
    told = [[value or "" for value in row] for row in rows]
    for row in told:
        for place in numbers:
            row[place] = row[place] or None
    marks = ", ".join("?" * len(columns))
    db.executemany(f"INSERT INTO {name} VALUES ({marks})", told)
    every = {(row[article], topic) for row in told if row[topics] for topic in row[topics].split(APART)}
    db.executemany("INSERT OR IGNORE INTO article_topics VALUES (?, ?)", sorted(every))


class Metadata:
    """metadata.json: titles and descriptions for `datasette facts.sqlite --metadata metadata.json`."""

    name = "datasette-metadata"
    template = ""

    def __init__(self, settings: DatasetSettings) -> None:
        self.settings = settings

    def plan(self, archive: Archive) -> Iterator[Page]:
        if is_made(archive, self.settings):
            yield Page(METADATA, "", "", listed=False)

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        return {}

    def render(self, inputs: dict[str, Any]) -> str:
        """Descriptions are those of the data package."""
        shown = {
            "facts": {"sort_desc": "published", "facets": ["unit", "place", "bound"], "size": 50},
            "events": {"sort_desc": "date", "facets": ["precision"], "size": 50},
        }
        described = {
            name: {
                "title": table["title"],
                "description": table["description"],
                "columns": {column["name"]: _described(column) for column in table["columns"]},
                **shown[name],
            }
            for name, table in tables().items()
        }
        topics = {"title": "稿件所属专题", "columns": {"article": "稿件地址：站内地址。", "topic": "专题"}}
        source = {"source": self.settings.SITENAME, "source_url": f"{self.settings.SITEURL}/data/"}
        metadata = {
            "title": f"{self.settings.SITENAME}数据台账",
            **(source if self.settings.SITEURL else {}),
            "databases": {"facts": {"tables": described | {"article_topics": topics}}},
        }
        return json.dumps(metadata, ensure_ascii=False, indent=1) + "\n"


def _described(column: dict[str, Any]) -> str:
    description = column.get("description", "")
    return f"{column['title']}：{description}" if description else f"{column['title']}"
