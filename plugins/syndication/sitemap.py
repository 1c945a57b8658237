"""The sitemap of every listed page, and robots.txt that leads to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote
from xml.sax.saxutils import escape

from plugins.archive import Archive, Page, digest, site_path

from .settings import SyndicationSettings

LISTED = "SELECT address FROM planned WHERE listed ORDER BY address"


class Sitemap:
    """sitemap.xml. It must be planned last: it lists what the other families have planned."""

    name = "sitemap"
    template = ""

    def __init__(self, settings: SyndicationSettings) -> None:
        self.settings = settings

    def plan(self, archive: Archive) -> Iterator[Page]:
        yield Page("sitemap.xml", "", digest(self.inputs(archive, "")), listed=False)

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        return {"addresses": [row["address"] for row in archive.ask(LISTED)]}

    def render(self, inputs: dict[str, Any]) -> str:
        urls = (self.settings.SITEURL + quote(site_path(address)) for address in inputs["addresses"])
        entries = "".join(f"<url><loc>{escape(url)}</loc></url>\n" for url in urls)
        space = "http://www.sitemaps.org/schemas/sitemap/0.9"
        return f'<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="{space}">\n{entries}</urlset>\n'


class Robots:
    """robots.txt: everything may be read; drafts are not for search engines."""

    name = "robots"
    template = ""

    def __init__(self, settings: SyndicationSettings) -> None:
        self.settings = settings

    def plan(self, archive: Archive) -> Iterator[Page]:
        yield Page("robots.txt", "", digest(self.settings.SITEURL), listed=False)

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        return {}

    def render(self, inputs: dict[str, Any]) -> str:
        return f"User-agent: *\nDisallow: /drafts/\nSitemap: {self.settings.SITEURL}/sitemap.xml\n"
