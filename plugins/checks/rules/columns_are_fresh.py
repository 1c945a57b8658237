"""No column is empty or stale: 栏目不更新, 空白栏目 are vetoes of the inspection when many (国办秘函〔2019〕19号).

Each is named; the counts at which the site as a whole fails are the inspection's. Of a site in production only.
"""

from __future__ import annotations

from plugins.checks.production import NEWS, NOTICES
from plugins.checks.site import Page, Site
from plugins.checks.tags import days, is_column, tag
from plugins.checks.types import Findings, Place, Rule

WATCHED_MOST = 5
"""Columns of news and notices that may not be stale."""
OTHERS_MOST = 10
EMPTY_MOST = 5
NEWEST = "/index.html"
INDEX = "columns/index.html"


class ColumnsAreFresh(Rule):
    """Every column's own page has an article, and a new one."""

    name = "columns_are_fresh"

    def __init__(self, site: Site) -> None:
        super().__init__(site)
        self.empty = self.watched = self.others = 0

    def page(self, page: Page) -> Findings:
        production = self.site.production
        if production is None or not is_column(page) or not page.path.endswith(NEWEST):
            return
        name = tag(page, "ColumnName") or page.path
        kind = f"{name} {tag(page, 'ColumnType')}"
        found = [day for main in page.tree.xpath("//main") for day in days(main) if not production.is_to_come(day)]
        if not found:
            self.empty += 1
            yield self.fault("empty", Place(page.file), column=name)
        elif (age := production.age(max(found))) > (most := production.most(kind)):
            watched = bool(NEWS.search(kind) or NOTICES.search(kind))
            self.watched += watched
            self.others += not watched
            yield self.fault("stale", Place(page.file), column=name, day=max(found), age=age, most=most)

    def close(self) -> Findings:
        counted = ((self.watched, WATCHED_MOST), (self.others, OTHERS_MOST))
        if any(count >= most for count, most in counted):
            yield self.fault("many_stale", Place(INDEX), watched=self.watched, others=self.others)
        if self.empty >= EMPTY_MOST:
            yield self.fault("many_empty", Place(INDEX), count=self.empty)
