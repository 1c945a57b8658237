"""Every address of its own that the site writes leads somewhere: pages, pictures, styles, feeds, fragments.

Absolute addresses that begin with the site's own (canonical, feeds, sitemap) count as inner ones. Other sites
are not asked. Fragments are looked up when the page that they point into has been seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from sys import intern
from typing import Any

from plugins.checks.addresses import file_of
from plugins.checks.feeds import addresses_of, json_addresses
from plugins.checks.site import Page, Site
from plugins.checks.styles import addresses_in_css
from plugins.checks.types import Finding, Findings, Place, Rule

SPOTS = (
    "//a/@href | //area/@href | //link/@href | //form/@action | //use/@href"
    " | //img/@src | //script/@src | //source/@src | //video/@src | //audio/@src | //track/@src"
    " | //iframe/@src | //embed/@src | //object/@data | //video/@poster"
)
SETS = "//img/@srcset | //source/@srcset"
REFRESH = re.compile(r"""url\s*=\s*['"]?([^'"]+)""", re.IGNORECASE)
EVERYWHERE = frozenset({"", "top"})  # fragments that any page has


class LinksResolve(Rule):
    """An address that leads nowhere is a promise broken in front of the reader."""

    name = "links_resolve"

    def __init__(self, site: Site) -> None:
        super().__init__(site)
        self.ids: dict[str, frozenset[str]] = {}
        self.pending: dict[tuple[str, str], Place] = {}

    def page(self, page: Page) -> Findings:
        self.ids[page.path] = frozenset(intern(name) for name in page.ids)
        for element, written in links_of(page):
            yield from self.follow(page.path, written, page.place(element, written))

    def follow(self, base: str, written: str, place: Place) -> Findings:
        """One address, found at `place` of the file at site path `base`."""
        target = self.site.resolve(base, written)
        if target.stray:
            yield self.fault("stray", place, written=written, base=self.site.addresses.base or "/")
        elif target.path and not self.site.has(target.path):
            yield self.fault("missing", place, written=written, target=target.path)
        elif target.path and target.fragment not in EVERYWHERE:
            self.pending.setdefault((file_of(target.path), target.fragment), place)

    def close(self) -> Iterator[Finding]:
        for path in self.site.named(".css"):
            for written, place in addresses_in_css(path, self.site.text_of(path)):
                yield from self.follow(path, written, place)
        for path in self.site.named(".xml", "robots.txt"):
            for written, place in addresses_of(path, self.site.text_of(path)):
                yield from self.follow(path, written, place)
        for path in self.site.json_feeds:
            for written, place in json_addresses(path, self.site.text_of(path)):
                yield from self.follow(path, written, place)
        for (target, fragment), place in self.pending.items():
            if target in self.ids and fragment.partition(":~:")[0] not in self.ids[target] | EVERYWHERE:
                yield self.fault("fragment", place, target=target, fragment=fragment)


def links_of(page: Page) -> Iterator[tuple[Any, str]]:
    """(element, address as written) of everything on the page that points somewhere."""
    for written in page.tree.xpath(SPOTS):
        yield written.getparent(), str(written)
    for listed in page.tree.xpath(SETS):
        for candidate in str(listed).split(","):
            yield listed.getparent(), candidate.split()[0] if candidate.split() else ""
    for content in page.tree.xpath("//meta[@http-equiv]/@content"):
        for match in REFRESH.finditer(str(content)):
            yield content.getparent(), match[1].strip()
