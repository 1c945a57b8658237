"""Every page has the page tags of 《政府网站发展指引》 (国办发〔2017〕47号, annex), and they say what the page says.

The site's on every page, the column's on its pages and its articles', the article's on its own. What the norm requires
and the editors have left blank is asked for in production alone.
"""

from __future__ import annotations

import re

from plugins.checks.site import Page, Site, squeezed
from plugins.checks.tags import heading, is_article, is_column, place_of, shown_day, tag, tags
from plugins.checks.types import Findings, Place, Rule

ONCE = (
    "SiteName", "SiteDomain", "SiteIDCode", "ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType",
    "ArticleTitle", "PubDate", "ContentSource", "Keywords", "Author", "Description", "Image", "Url",
)  # fmt: skip
ARTICLE = ("ArticleTitle", "PubDate", "ContentSource")
COLUMN = ("ColumnDescription", "ColumnKeywords", "ColumnType")
MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d)?")
MINUTE = 16  # characters of 2026-11-23 09:50


class PageTagsPresent(Rule):
    """What machines of the inspection read first."""

    name = "page_tags_present"

    def __init__(self, site: Site) -> None:
        super().__init__(site)
        self.columns: dict[str, set[str]] = {}

    def page(self, page: Page) -> Findings:
        for name in [*self.of_site(), *self.of_kind(page)]:
            if not tag(page, name):
                yield self.fault("lacking", place_of(page, name), tag=name)
        for name in ONCE:
            if len(tags(page, name)) > 1:
                yield self.fault("twice", place_of(page, name), tag=name)
        for name, shown in self.told(page).items():
            written = tag(page, name)
            if shown and written and squeezed(written) != shown:
                yield self.fault("differs", place_of(page, name), tag=name, written=written, shown=shown)
        yield from self.moment(page)
        if name := tag(page, "ColumnName"):
            self.columns.setdefault(name, set()).update(one for one in COLUMN if not tag(page, one))

    def of_site(self) -> list[str]:
        """The code of a site is asked for where it is known to have one."""
        production = self.site.production
        known = production is not None and production.identity.get("网站标识码", "").strip()
        return ["SiteName", *(["SiteDomain"] if self.site.addresses.host else []), *(["SiteIDCode"] if known else [])]

    def of_kind(self, page: Page) -> list[str]:
        return [
            *(["ColumnName"] if is_column(page) or is_article(page) else []),
            *(ARTICLE if is_article(page) else []),
        ]

    def told(self, page: Page) -> dict[str, str]:
        """What the page itself says of what stands in its tags."""
        address = tag(page, "Url")
        return {
            "SiteDomain": self.site.addresses.host.partition(":")[0],
            "ArticleTitle": heading(page),
            "Url": address
            and (squeezed(address) if self.site.resolve(page.path, address).path == page.path else page.path),
        }

    def moment(self, page: Page) -> Findings:
        moment, day, place = tag(page, "PubDate"), shown_day(page), place_of(page, "PubDate")
        if moment and not MOMENT.fullmatch(moment):
            yield self.fault("form", place, written=moment)
        elif moment and day and moment[:10] != day:
            yield self.fault("differs", place, tag="PubDate", written=moment, shown=day)
        elif moment and len(moment) < MINUTE and self.site.production:
            yield self.fault("no_minute", place, written=moment)

    def close(self) -> Findings:
        if self.site.production:
            for column, blank in sorted(self.columns.items()):
                for name in sorted(blank):
                    yield self.fault("column_blank", Place("columns/index.html"), column=column, tag=name)
