"""Opening a page asks no other host for anything: no script, style, picture, font or frame from outside.

A link that the reader chooses to follow is not a request; neither is a canonical address.
"""

from __future__ import annotations

from plugins.checks.site import Page
from plugins.checks.styles import addresses_in_css, requests_of
from plugins.checks.types import Findings, Rule

LOADED = (
    "//script/@src | //img/@src | //iframe/@src | //embed/@src | //object/@data | //source/@src"
    " | //video/@src | //video/@poster | //audio/@src"
    " | //track/@src | //use/@href | //image/@href"
)
SETS = "//img/@srcset | //source/@srcset"
FETCHING = frozenset(
    {
        "stylesheet",
        "icon",
        "apple-touch-icon",
        "mask-icon",
        "preload",
        "modulepreload",
        "prefetch",
        "manifest",
    }
    | {"preconnect", "dns-prefetch"}
)


class NoOutsideRequests(Rule):
    """A reader of this site is not shown to anyone else."""

    name = "no_outside_requests"

    def page(self, page: Page) -> Findings:
        for element, written in [*self.loaded(page), *self.linked(page), *self.styled(page)]:
            host = self.site.resolve(page.path, written).outside
            if host:
                yield self.fault("request", page.place(element, written), host=host, written=written)

    def loaded(self, page: Page) -> Pairs:
        found = [(written.getparent(), str(written)) for written in page.tree.xpath(LOADED)]
        for listed in page.tree.xpath(SETS):
            found += [(listed.getparent(), part.split()[0]) for part in str(listed).split(",") if part.split()]
        return found

    def linked(self, page: Page) -> Pairs:
        links = page.tree.xpath("//link[@href]")
        return [(link, link.get("href")) for link in links if FETCHING & set(link.get("rel", "").lower().split())]

    def styled(self, page: Page) -> Pairs:
        sheets = [(element, element.text or "") for element in page.tree.xpath("//style")]
        sheets += [(element, element.get("style")) for element in page.tree.xpath("//*[@style]")]
        return [(element, written) for element, css in sheets for _, written in requests_of(css)]

    def close(self) -> Findings:
        for path in self.site.named(".css"):
            for written, place in addresses_in_css(path, self.site.text_of(path)):
                host = self.site.resolve(path, written).outside
                if host:
                    yield self.fault("request", place, host=host, written=written)


Pairs = list[tuple[object, str]]
