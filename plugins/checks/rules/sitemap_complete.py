"""The sitemap lists every page that readers may find, and nothing else (the sitemaps.org protocol).

Left out are 404, redirects and pages that say `noindex`.
"""

from __future__ import annotations

from plugins.checks.addresses import file_of
from plugins.checks.feeds import is_sitemap, locations, tree_of
from plugins.checks.site import Page, Site
from plugins.checks.types import Findings, Place, Rule

SITEMAP_FILE = "/sitemap.xml"
APART = frozenset({"/404.html"})
NOINDEX = "//meta[@name='robots'][contains(@content, 'noindex')]"


class SitemapComplete(Rule):
    """Pages and sitemap are the same list."""

    name = "sitemap_complete"

    def __init__(self, site: Site) -> None:
        super().__init__(site)
        self.wanted: set[str] = set()

    def page(self, page: Page) -> Findings:
        if page.path not in APART and not page.is_redirect and not page.tree.xpath(NOINDEX):
            self.wanted.add(page.path)
        return iter(())

    def close(self) -> Findings:
        if not self.site.has(SITEMAP_FILE):
            yield self.fault("none", Place("sitemap.xml"))
            return
        listed: set[str] = set()
        for path in self.maps():
            root = tree_of(self.site.text_of(path))
            for written, place in locations(root, path) if root is not None else ():
                target = file_of(self.site.resolve(path, written).path)
                if target in listed:
                    yield self.fault("twice", place, written=written)
                elif target.endswith(".html") and target not in self.wanted:
                    yield self.fault("unwanted", place, written=written)
                listed.add(target)
        for missing in sorted(self.wanted - listed):
            yield self.fault("missing", Place(missing.removeprefix("/")))

    def maps(self) -> list[str]:
        """The sitemap, or the parts that it names."""
        root = tree_of(self.site.text_of(SITEMAP_FILE))
        if root is None or not is_sitemap(root) or root.tag.endswith("urlset"):
            return [SITEMAP_FILE]
        parts = [self.site.resolve(SITEMAP_FILE, written).path for written, _ in locations(root, SITEMAP_FILE)]
        return [part for part in parts if self.site.has(part)]
