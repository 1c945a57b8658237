"""What the ledger can be looked through by: topics, units, places and years, each with how many figures it has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from plugins.archive import Archive, site_path
from plugins.zhtext.places import divisions, upwards

UNITS = "SELECT unit, year, SUM(figures) AS figures FROM ledger_groups GROUP BY unit, year"
OTHERS = """
    SELECT facet, name, substr(date, 1, 7) AS month, SUM(figures) AS figures
    FROM ledger_counts GROUP BY facet, name, month
"""
FOLDERS = {"unit": "units", "place": "places", "year": "years"}
"""The facets that have pages of their own; a topic has its ledger."""
UNITLESS = "无单位"
HOME = ("山东省", "济南市")


@dataclass(slots=True)
class Facets:
    """Figures by unit and year, and by topic, place, year and the month in which the article was published."""

    units: dict[str, dict[str, int]] = field(default_factory=dict)
    topic: dict[str, dict[str, int]] = field(default_factory=dict)
    place: dict[str, dict[str, int]] = field(default_factory=dict)
    year: dict[str, dict[str, int]] = field(default_factory=dict)

    def of(self, facet: str) -> dict[str, int]:
        """The names of one facet in the order in which they are listed, with how many figures each has."""
        found = {name: sum(of.values()) for name, of in self._named(facet).items()}
        return {name: found[name] for name in _ordered(facet, found)}

    def _named(self, facet: str) -> dict[str, dict[str, int]]:
        named: dict[str, dict[str, int]] = {"unit": self.units, "place": self.place, "year": self.year}[facet]
        return named

    def count(self, facet: str, name: str) -> int:
        """How many figures there are of one name."""
        return sum(self._named(facet).get(name, {}).values())


def _ordered(facet: str, found: dict[str, int]) -> Iterable[str]:
    """Units by how many there are, places as in the gazetteer with the nearest first, years from the newest."""
    if facet == "unit":
        return sorted(found, key=lambda name: (-found[name], name))
    if facet == "place":
        return _nearest_first(found)
    return sorted(found, reverse=True)


def _nearest_first(found: Iterable[str]) -> list[str]:
    """Each division in front of its parts, those first that the site is about: 山东省, 济南市 and its districts."""
    rank = {name: place for place, name in enumerate(divisions())} | dict.fromkeys(HOME, -1)
    return sorted(found, key=lambda name: [rank[part] for part in reversed(upwards(name))])


def facets(archive: Archive) -> Facets:
    """All of the site; asked for once a build."""
    found = Facets()
    for row in archive.ask(UNITS):
        found.units.setdefault(row["unit"], {})[row["year"]] = row["figures"]
    for row in archive.ask(OTHERS):
        getattr(found, row["facet"]).setdefault(row["name"], {})[row["month"]] = row["figures"]
    return found


def slug(name: str) -> str:
    """A name in an address: itself, or its characters by their numbers, so that no two names share one."""
    if name.isascii() and name.isdigit():
        return name
    return "-".join(f"{ord(char):x}" for char in name) or "none"


def address(facet: str, name: str) -> str:
    """Where the page of a unit, a place or a year is printed."""
    return f"data/{FOLDERS[facet]}/{slug(name)}.html"


def shown(facet: str, name: str) -> str:
    """What a link to a page of a facet says."""
    return f"{name}年" if facet == "year" else name or UNITLESS


def refs(found: Facets, facet: str) -> list[dict[str, object]]:
    """The pages of one facet as links, each with how many figures there are."""
    return [
        {
            "title": shown(facet, name),
            "path": site_path(address(facet, name)),
            "count": count,
            "facet": f"{facet} {name}",
        }
        for name, count in found.of(facet).items()
    ]
