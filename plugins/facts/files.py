"""The figures as files for other programs: facts.json, and a CSV a year. Both are spliced, a part an article."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from plugins.archive import END, Archive, Page, digest, heading

from .export import COLUMNS, lines, sheet

SETS = "SELECT group_concat(stamp, '') AS stamps FROM (SELECT stamp FROM figure_sets ORDER BY path)"
PUBLISHED = "m.kind = 'article' AND m.published = 1"
EXPORTED = "SELECT slug, stamp FROM figure_sets ORDER BY date, slug"
OF_YEAR = "SELECT slug, sheet_stamp FROM figure_sets WHERE date >= :year AND date < :end ORDER BY date, slug"
YEAR = f"SELECT substr(date, 1, 4) AS year FROM manuscripts m WHERE path = :path AND {PUBLISHED}"
ONE = "SELECT m.slug, {columns} FROM manuscripts m JOIN figure_rows f USING (path) WHERE m.kind = 'article'"
AS_JSON = ONE.format(columns="f.rows, f.more, f.ending") + " AND m.slug = :slug"
AS_CSV = ONE.format(columns="m.title, m.date, f.rows, f.more, f.ending") + " AND m.slug = :slug"


def sheet_address(year: str) -> str:
    """Where a year's CSV is printed."""
    return f"data/facts-{year}.csv"


def years(archive: Archive) -> list[str]:
    """The years that have a CSV, oldest first."""
    return [row["year"] for row in archive.fetch("facts.years")]


class _Spliced:
    """What both kinds share: the articles that have figures, each a part."""

    template = ""

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        return {}


class FactsJson(_Spliced):
    """facts.json: every figure of the site for machines, in the shape that design and docs promise."""

    name = "facts-json"
    frame = (b"[\n", b",\n", b"\n]\n")

    def plan(self, archive: Archive) -> Iterator[Page]:
        stamps = archive.ask(SETS)[0]["stamps"] or ""
        yield Page("data/facts.json", "", hashlib.blake2b(stamps.encode(), digest_size=12).hexdigest(), listed=False)

    def parts(self, archive: Archive, key: str) -> Iterable[tuple[str, str]]:
        """The articles that have figures, each with the stamp of what stands of it in the file."""
        return list(map(tuple, archive.ask(EXPORTED)))

    def part(self, archive: Archive, name: str) -> bytes:
        """One figure a line, so that a difference between two editions can be read."""
        (row,) = archive.ask(AS_JSON, slug=name)
        return lines(*row)


class FactsSheets(_Spliced):
    """The figures of a year's articles as CSV, a scope a year: those of years gone by stay as they are."""

    name = "facts-csv"
    frame = (heading(COLUMNS), END, END)

    def plan(self, archive: Archive, scopes: Collection[str] | None = None) -> Iterator[Page]:
        for year in archive.once("facts.years", years):
            if scopes is None or year in scopes:
                stamp = digest(self.parts(archive, year))
                yield Page(sheet_address(year), year, stamp, listed=False, scope=year)

    def scopes_of(self, archive: Archive, path: str) -> Iterable[str]:
        return [row["year"] for row in archive.ask(YEAR, path=path)]

    def parts(self, archive: Archive, key: str) -> list[tuple[str, str]]:
        """Likewise; the article's title stands in each row too."""
        return list(map(tuple, archive.ask(OF_YEAR, year=key, end=key + "~")))

    def part(self, archive: Archive, name: str) -> bytes:
        ((*article, rows, more, end),) = archive.ask(AS_CSV, slug=name)
        return sheet((article[0], article[1], article[2]), rows, more, end)
