"""The ledger's first page, and a page for each unit, place and year with the figures that one would look at first."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any
from urllib.parse import quote

from plugins.archive import Archive, Page, digest, in_common
from plugins.zhtext.places import upwards

from .facets import FOLDERS, UNITLESS, address, facets, refs, slug
from .settings import LedgerSettings

LARGEST = """
    SELECT path, rows, (SELECT shown FROM ledger_heads h WHERE h.path = g.path) AS shown
    FROM ledger_groups g WHERE unit = :name ORDER BY top DESC, slug, year LIMIT :limit
"""
NEWEST = """
    SELECT path, (SELECT shown FROM ledger_heads h WHERE h.path = c.path) AS shown
    FROM ledger_counts c WHERE facet = :facet AND name = :name ORDER BY date DESC, slug LIMIT :limit
"""
OF_ARTICLE = "SELECT rows FROM ledger_groups WHERE path = :path"
AN_ARTICLE = 6
"""Figures of one article on the page of a place or a year: it shall not be one article's."""
FILES = (
    ("全部数字（JSON）", "facts.json"), ("全部大事（CSV）", "events.csv"), ("全部大事（JSON）", "events.json"),
    ("数据包说明（Frictionless）", "datapackage.json"),
)  # fmt: skip


DATABASE = (("数据库（SQLite）", "facts.sqlite"), ("数据库说明（Datasette）", "metadata.json"))


class LedgerIndex:
    """The first page: ways to search, the topics with their leading figures, and the downloads."""

    name = "ledger"
    template = "ledger.html"

    def __init__(self, settings: LedgerSettings) -> None:
        self.settings = settings

    def plan(self, archive: Archive) -> Iterator[Page]:
        yield Page("data/index.html", "", digest(self.inputs(archive, "")))

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        among = {"recent": self.settings.LEDGER_RECENT, "limit": self.settings.LEDGER_LEADING}
        found, total = archive.once("ledger.facets", facets), archive.fetch("facts.count")[0]["figures"]
        return {
            "page": {
                "title": "数据台账", "description": "本站每个数字的原文、所在句子和稿件。",
                "section": "data", "feed": "",
            },
            "groups": [
                group | {"figures": figures, "figures_as_of": in_common(figures)}
                for group in archive.fetch("facts.groups")
                for figures in [archive.fetch("facts.leading_of_topic", topic=group["topic"], **among)]
            ],
            "facets": [
                {"title": title, "refs": refs(found, facet)}
                for facet, title in (("unit", "按单位"), ("place", "按地方"), ("year", "按截至年份"))
            ],
            "total": total,
            "downloads": self._downloads(archive, database=total <= self.settings.DATABASE_FIGURES),
        }  # fmt: skip

    def _downloads(self, archive: Archive, *, database: bool) -> list[dict[str, str]]:
        years = [row["year"] for row in archive.fetch("facts.years")][::-1]
        sheets = [(f"{int(year)}年稿件的数字（CSV）", f"facts-{year}.csv") for year in years]
        more = DATABASE if years and database else ()
        return [{"title": title, "path": f"/data/{file}"} for title, file in (*sheets, *FILES, *more)]


class FacetPages:
    """A unit's largest figures, a place's and a year's newest. Each page is a scope of its own."""

    name = "ledger-facets"
    template = "ledger-facet.html"

    def __init__(self, settings: LedgerSettings) -> None:
        self.settings = settings

    def plan(self, archive: Archive, scopes: Collection[str] | None = None) -> Iterator[Page]:
        found = archive.once("ledger.facets", facets)
        every = [f"{facet} {name}" for facet in FOLDERS for name in found.of(facet)] if scopes is None else scopes
        for key in every:
            facet, _, name = key.partition(" ")
            if count := found.count(facet, name):
                stamps = [row["shown"] for row in self._rows(archive, facet, name)]
                yield Page(address(facet, name), key, digest([count, stamps]), scope=key)

    def scopes_of(self, archive: Archive, path: str) -> Iterable[str]:
        units = archive.ask("SELECT DISTINCT unit FROM ledger_groups WHERE path = :path", path=path)
        others = archive.ask("SELECT facet, name FROM ledger_counts WHERE path = :path AND facet <> 'topic'", path=path)
        return [*(f"unit {row['unit']}" for row in units), *(f"{row['facet']} {row['name']}" for row in others)]

    def _rows(self, archive: Archive, facet: str, name: str) -> list[Any]:
        query = LARGEST if facet == "unit" else NEWEST
        named = {} if facet == "unit" else {"facet": facet}
        return archive.ask(query, name=name, limit=self.settings.LEDGER_FACET, **named)

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        facet, _, name = key.partition(" ")
        title, order = {
            "unit": (f"以“{name}”计的数字" if name else f"{UNITLESS}的数字", "数值最大"),
            "place": (f"{name}的数字", "最近发表"),
            "year": (f"截至{name}年的数字", "最近发表"),
        }[facet]
        figures = list(islice(self._figures(archive, facet, name), self.settings.LEDGER_FACET))
        found = archive.once("ledger.facets", facets)
        return {
            "page": {
                "title": title, "description": f"本站稿件里{title}，每个都连到原句。", "section": "data", "feed": "",
            },
            "count": found.count(facet, name),
            "facet": key,
            "order": order,
            "figures": figures,
            "search": f"/data/?{facet}={quote(name or slug(name))}",
        }  # fmt: skip

    def _figures(self, archive: Archive, facet: str, name: str) -> Iterator[dict[str, Any]]:
        rows = self._rows(archive, facet, name)
        if facet == "unit":
            every = [(figure, row["path"]) for row in rows for figure in json.loads(f"[{row['rows']}]")]
            every.sort(key=lambda one: -(one[0][2] if one[0][3] is None else one[0][3]))
            for figure, path in every[: self.settings.LEDGER_FACET]:
                yield from archive.fetch("facts.figure", path=path, anchor=figure[0])
            return
        for row in rows:
            groups = ",".join([group["rows"] for group in archive.ask(OF_ARTICLE, path=row["path"])])
            chosen = [figure[0] for figure in json.loads(f"[{groups}]") if _is_of(figure, facet, name)]
            found = [one for anchor in chosen for one in archive.fetch("facts.figure", path=row["path"], anchor=anchor)]
            yield from sorted(found, key=lambda figure: int(figure["place"]))[:AN_ARTICLE]


def _is_of(figure: list[Any], facet: str, name: str) -> bool:
    if facet == "place":
        return name in upwards(figure[7])
    return bool(figure[8][:4] == name)
