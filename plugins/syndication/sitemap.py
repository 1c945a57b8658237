"""The sitemap of every listed page in parts that one index names, and robots.txt that leads to the index.

Articles have a part a month, every other family one, and what has more than 10,000 addresses several, numbered from the
oldest: a new article changes one short file. The protocol (sitemaps.org) allows 50,000 addresses and 50 MiB.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from html import escape
from typing import Any
from urllib.parse import quote

from plugins.archive import Archive, Page, digest, grouped, site_path

from .settings import SyndicationSettings

LONGEST = 10_000
"""Addresses in one file."""
PUBLISHED = "kind = 'article' AND published = 1"
MONTHS = f"""
    WITH RECURSIVE months (month) AS (
        SELECT substr(MIN(date), 1, 7) FROM manuscripts WHERE {PUBLISHED} UNION ALL
        SELECT (SELECT substr(MIN(date), 1, 7) FROM manuscripts WHERE {PUBLISHED} AND date > month || '~')
        FROM months WHERE month IS NOT NULL
    )
    SELECT month FROM months WHERE month IS NOT NULL
"""
"""From month to month along the index, without a look at every article. "~" sorts behind every digit and hyphen."""
MONTH = "SELECT substr(date, 1, 7) AS month FROM manuscripts WHERE path = :path AND kind = 'article' AND published = 1"
OF_MONTH = f"SELECT address FROM manuscripts WHERE {PUBLISHED} AND date >= :month AND date < :end ORDER BY date, slug"
OTHERS = """
    SELECT family, address FROM planned WHERE family < 'articles' AND listed UNION ALL
    SELECT family, address FROM planned WHERE family > 'articles' AND listed ORDER BY family, address
"""
PARTS = "SELECT address FROM planned WHERE family IN ('sitemap-articles', 'sitemap-families') ORDER BY address"
OF_FAMILY = "SELECT address FROM planned WHERE family = :family AND listed ORDER BY address LIMIT :length OFFSET :start"

SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def part(name: str) -> str:
    """The address of a part."""
    return f"sitemaps/{name}.xml"


class _Map:
    """What the parts and their index share: addresses in, XML out."""

    template = ""
    tags = ("urlset", "url")

    def __init__(self, settings: SyndicationSettings, longest: int = LONGEST) -> None:
        self.settings = settings
        self.longest = longest

    def render(self, inputs: dict[str, Any]) -> str:
        """One address a line."""
        whole, one = self.tags
        urls = (self.settings.SITEURL + quote(site_path(address)) for address in inputs["addresses"])
        entries = "".join(f"<{one}><loc>{escape(url, quote=False)}</loc></{one}>\n" for url in urls)
        return f'<?xml version="1.0" encoding="utf-8"?>\n<{whole} xmlns="{SPACE}">\n{entries}</{whole}>\n'


class ArticleMaps(_Map):
    """The articles, a part for each month."""

    name = "sitemap-articles"

    def plan(self, archive: Archive, scopes: Collection[str] | None = None) -> Iterator[Page]:
        months = [row["month"] for row in archive.ask(MONTHS)] if scopes is None else scopes
        for month in months:
            for number, addresses in self._parts(archive, month):
                address = part(_numbered(f"articles-{month}", number))
                yield Page(address, f"{month}#{number}", digest(addresses), listed=False, scope=month)

    def scopes_of(self, archive: Archive, path: str) -> Iterable[str]:
        return [row["month"] for row in archive.ask(MONTH, path=path)]

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        month, _, number = key.partition("#")
        return {"addresses": dict(self._parts(archive, month))[int(number)]}

    def _parts(self, archive: Archive, month: str) -> list[tuple[int, list[str]]]:
        """Number and addresses of each part of a month; a month has as a rule one."""
        every = [row["address"] for row in archive.ask(OF_MONTH, month=month, end=month + "~")]
        starts = range(0, len(every), self.longest)
        return [(number, every[start : start + self.longest]) for number, start in enumerate(starts, 1)]


class FamilyMaps(_Map):
    """Every other family's pages, in a part of its own. Planned behind them: it lists what they have planned."""

    name = "sitemap-families"

    def plan(self, archive: Archive) -> Iterator[Page]:
        for family, addresses in grouped(archive.ask(OTHERS)):
            for start in range(0, len(addresses), self.longest):
                number = start // self.longest + 1
                stamp = digest(addresses[start : start + self.longest])
                yield Page(part(_numbered(family, number)), f"{family}#{number}", stamp, listed=False)

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        family, _, number = key.partition("#")
        start = (int(number) - 1) * self.longest
        rows = archive.ask(OF_FAMILY, family=family, length=self.longest, start=start)
        return {"addresses": [row["address"] for row in rows]}


def _numbered(family: str, number: int) -> str:
    return family if number == 1 else f"{family}-{number}"


class Sitemap(_Map):
    """sitemap.xml: the parts by name. Planned behind them."""

    name = "sitemap"
    tags = ("sitemapindex", "sitemap")

    def plan(self, archive: Archive) -> Iterator[Page]:
        yield Page("sitemap.xml", "", digest(self.inputs(archive, "")), listed=False)

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        return {"addresses": [row["address"] for row in archive.ask(PARTS)]}


class Robots:
    """robots.txt: everything may be read; drafts are not for search engines.

    It names the sitemap where the site has an address: a relative one means nothing to whoever reads it.
    """

    name = "robots"
    template = ""

    def __init__(self, settings: SyndicationSettings) -> None:
        self.settings = settings

    def plan(self, archive: Archive) -> Iterator[Page]:
        yield Page("robots.txt", "", digest(self.settings.SITEURL), listed=False)

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        return {}

    def render(self, inputs: dict[str, Any]) -> str:
        address = self.settings.SITEURL
        return "User-agent: *\nDisallow: /drafts/\n" + (f"Sitemap: {address}/sitemap.xml\n" if address else "")
