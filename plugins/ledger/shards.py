"""Files that the ledger's script asks for: none has more than a year's figures of a unit, or a month's articles.

A line is an article: slug, title, date, topics, and its figures as lists (see `extract`). A search with a unit asks for
that unit's files, any other for months, the newest first, until a page is full.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from plugins.archive import Archive, Page, digest
from plugins.zhtext.places import divisions

from .facets import facets, slug

OF_UNITS = """
    SELECT unit, year, group_concat(stamp, '') AS stamps
    FROM (SELECT unit, year, stamp FROM ledger_groups {which} ORDER BY unit, year, slug) GROUP BY unit, year
"""
OF_MONTHS = """
    SELECT month, group_concat(stamp, '') AS stamps
    FROM (SELECT month, stamp FROM ledger_heads {which} ORDER BY month, slug) GROUP BY month
"""
UNIT_LINES = """
    SELECT group_concat(head || ',"figures":[' || rows || ']}', ',' || char(10)) AS lines FROM (
        SELECT head, rows FROM ledger_groups g CROSS JOIN ledger_heads h USING (path)
        WHERE g.unit = :unit AND g.year = :year ORDER BY g.slug
    )
"""
MONTH_LINES = """
    SELECT group_concat(head || ',"figures":[' || rows || ']}', ',' || char(10)) AS lines FROM (
        SELECT head, (SELECT group_concat(rows) FROM (
            SELECT rows FROM ledger_groups g WHERE g.path = h.path ORDER BY unit, year
        )) AS rows
        FROM ledger_heads h WHERE month = :month ORDER BY slug
    )
"""
"""The lines are put together where they are: in Python it would take three times as long."""
FOLDER = "data/ledger"


class _Shards:
    """What both kinds share: lines in, a list of JSON out."""

    template = ""

    def render(self, inputs: dict[str, Any]) -> str:
        """An article a line."""
        return f"[\n{inputs['lines']}\n]\n"


def _stamp(stamps: str) -> str:
    return hashlib.blake2b(stamps.encode(), digest_size=12).hexdigest()


class UnitShards(_Shards):
    """The figures of a unit that hold as of one year. A scope is such a file."""

    name = "ledger-units"

    def plan(self, archive: Archive, scopes: Collection[str] | None = None) -> Iterator[Page]:
        rows = archive.ask(OF_UNITS.format(which="")) if scopes is None else self._some(archive, scopes)
        for unit, year, stamps in rows:
            key = f"{year} {unit}"
            yield Page(f"{FOLDER}/units/{slug(unit)}-{year}.json", key, _stamp(stamps), listed=False, scope=key)

    def _some(self, archive: Archive, scopes: Iterable[str]) -> Iterator[Any]:
        for scope in scopes:
            year, _, unit = scope.partition(" ")
            yield from archive.ask(OF_UNITS.format(which="WHERE unit = :unit AND year = :year"), unit=unit, year=year)

    def scopes_of(self, archive: Archive, path: str) -> Iterable[str]:
        rows = archive.ask("SELECT unit, year FROM ledger_groups WHERE path = :path", path=path)
        return [f"{row['year']} {row['unit']}" for row in rows]

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        year, _, unit = key.partition(" ")
        return dict(archive.ask(UNIT_LINES, unit=unit, year=year)[0])


class MonthShards(_Shards):
    """The figures of a month's articles, which is a scope."""

    name = "ledger-months"

    def plan(self, archive: Archive, scopes: Collection[str] | None = None) -> Iterator[Page]:
        which = "WHERE month = :month"
        rows = (
            archive.ask(OF_MONTHS.format(which=""))
            if scopes is None
            else (row for month in scopes for row in archive.ask(OF_MONTHS.format(which=which), month=month))
        )
        for month, stamps in rows:
            yield Page(f"{FOLDER}/months/{month}.json", month, _stamp(stamps), listed=False, scope=month)

    def scopes_of(self, archive: Archive, path: str) -> Iterable[str]:
        return [row["month"] for row in archive.ask("SELECT month FROM ledger_heads WHERE path = :path", path=path)]

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        return dict(archive.ask(MONTH_LINES, month=key)[0])


class ShardIndex:
    """What there is to look for, how much of it, and in which files."""

    name = "ledger-index"
    template = ""

    def plan(self, archive: Archive) -> Iterator[Page]:
        yield Page(f"{FOLDER}/index.json", "", digest(self.inputs(archive, "")), listed=False)

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        found = archive.once("ledger.facets", facets)
        months: dict[str, dict[str, dict[str, int]]] = {}
        for facet in ("topic", "place", "year"):
            for name, of in getattr(found, facet).items():
                for month, count in of.items():
                    months.setdefault(month, {}).setdefault(facet, {})[name] = count
        counts = {month: sum(of["year"].values()) for month, of in months.items()}  # each figure is as of one year
        return {
            "total": sum(counts.values()),
            "topics": [group["title"] for group in archive.fetch("facts.groups") if group["topic"]],
            "units": [
                {"name": name, "slug": slug(name), "count": count, "years": sorted(found.units[name], reverse=True)}
                for name, count in found.of("unit").items()
            ],
            "places": [{"name": name, "parent": divisions()[name]} for name in found.of("place")],
            "years": list(found.of("year")),
            "months": [{"name": name, "count": counts[name], **months[name]} for name in sorted(months, reverse=True)],
        }

    def render(self, inputs: dict[str, Any]) -> str:
        return json.dumps(inputs, ensure_ascii=False, separators=(",", ":")) + "\n"
