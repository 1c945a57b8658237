"""The events as files for other programs: events.json and events.csv, written whole when an event changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.archive import APART, END, Archive, Page, cell, digest, heading

EVERY_STAMP = """
    SELECT group_concat(stamp, '') AS stamps FROM (SELECT stamp FROM events ORDER BY period, date, told, slug, place)
"""
LINES = "SELECT line FROM events ORDER BY date, told, slug, place"
CHUNK = 500
"""Events that are put together at a time."""
COLUMNS = (
    "id", "date", "precision", "text", "label", "sentence", "article", "anchor", "topics", "title", "published",
)  # fmt: skip
ROWS = f"""
    SELECT slug || '#' || anchor, date, precision, json_extract(said, '$.text'), label, sentence, page, anchor,
        (SELECT group_concat(value, '{APART}') FROM json_each(said, '$.topics')), title, substr(told, 1, 10)
    FROM (SELECT *, CAST(line AS TEXT) AS said FROM events) ORDER BY date, told, slug, place
"""


class _Whole:
    """What both kinds share: they hang on every event."""

    template = ""
    address = ""

    def plan(self, archive: Archive) -> Iterator[Page]:
        yield Page(self.address, "", digest(archive.ask(EVERY_STAMP)[0]["stamps"]), listed=False)

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        return {}


class EventsJson(_Whole):
    """events.json: every dated event of the site for machines."""

    name = "events-json"
    address = "data/events.json"

    def parts(self, archive: Archive, key: str) -> Iterator[bytes]:
        """One event a line."""
        del key
        cursor = archive.db.execute(LINES)
        before = b"[\n"
        while rows := cursor.fetchmany(CHUNK):
            yield before + b",\n".join([row["line"] for row in rows])
            before = b",\n"
        yield b"\n]\n" if before == b",\n" else b"[\n\n]\n"


class EventsSheet(_Whole):
    """The same as CSV."""

    name = "events-csv"
    address = "data/events.csv"

    def parts(self, archive: Archive, key: str) -> Iterator[bytes]:
        del key
        yield heading(COLUMNS)
        cursor = archive.db.execute(ROWS)
        while rows := cursor.fetchmany(CHUNK):
            yield b"".join([",".join([cell(value or "") for value in row]).encode() + END for row in rows])
