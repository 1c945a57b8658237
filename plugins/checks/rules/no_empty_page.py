"""No page without content, no site without pages: an empty page is what a broken template leaves behind."""

from __future__ import annotations

from plugins.checks.site import Page, Site
from plugins.checks.types import Findings, Place, Rule


class NoEmptyPage(Rule):
    """Each page but a redirect has a `main` with words in it."""

    name = "no_empty_page"

    def __init__(self, site: Site) -> None:
        super().__init__(site)
        self.seen = 0

    def page(self, page: Page) -> Findings:
        self.seen += 1
        if page.is_redirect:
            return
        mains = page.tree.xpath("//main")
        if len(mains) != 1:
            yield self.fault("no_main", Place(page.file), count=len(mains))
        elif not mains[0].xpath("normalize-space(.)"):
            yield self.fault("empty", page.place(mains[0]))

    def close(self) -> Findings:
        if not self.seen:
            yield self.fault("no_pages", Place("index.html"))
