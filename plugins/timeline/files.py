"""The events as files for other programs: events.json and events.csv. Both are spliced, a part a month (or a year)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.archive import END, Archive, Page, cell, digest, heading

from .tables import IN_ORDER, ROWS

STAMPS = """
    SELECT period, group_concat({column}, '') FROM (
        SELECT period, {column} FROM events ORDER BY period, date, told, slug, place
    ) GROUP BY period ORDER BY period
"""
LINES = f"SELECT line FROM events {IN_ORDER}"
COLUMNS = (
    "id", "date", "precision", "text", "label", "sentence", "article", "anchor", "topics", "title", "published",
)  # fmt: skip


class _Spliced:
    """What both kinds share: they hang on every event."""

    template = ""
    address = ""
    stamp = "stamp"  # the column of what is shown in the file

    def plan(self, archive: Archive) -> Iterator[Page]:
        yield Page(self.address, "", digest(self.parts(archive, "")), listed=False)

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        return {}

    def parts(self, archive: Archive, key: str) -> list[tuple[str, str]]:
        """The months and years that have events, oldest first, each with a stamp of all of them."""
        del key
        return [(period, digest(stamps)) for period, stamps in archive.ask(STAMPS.format(column=self.stamp))]


class EventsJson(_Spliced):
    """events.json: every dated event of the site for machines."""

    name = "events-json"
    address = "data/events.json"
    stamp = "line_stamp"
    frame = (b"[\n", b",\n", b"\n]\n")

    def part(self, archive: Archive, name: str) -> bytes:
        """One event a line."""
        return b",\n".join([row["line"] for row in archive.ask(LINES, period=name)])


class EventsSheet(_Spliced):
    """The same as CSV."""

    name = "events-csv"
    address = "data/events.csv"
    frame = (heading(COLUMNS), END, END)

    def part(self, archive: Archive, name: str) -> bytes:
        rows = archive.ask(ROWS, period=name)
        return END.join([",".join([cell(value or "") for value in row]).encode() for row in rows])
