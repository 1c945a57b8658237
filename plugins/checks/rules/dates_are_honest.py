"""Dates of publication are not made up: 伪造发稿日期 is a veto of the inspection (国办秘函〔2019〕19号).

A built site can prove three things: that a date is still to come, that it is one day here and another there, and that
it is another than when the article was published before. A wrong one may be mended, with a printed correction.
"""

from __future__ import annotations

from plugins.checks.numerals.structured import nodes
from plugins.checks.site import Page
from plugins.checks.tags import CORRECTED, is_article, place_of, shown_day, tag
from plugins.checks.types import Findings, Rule

DAY = 10
"""Characters of 2026-11-23."""


class DatesAreHonest(Rule):
    """The day in the head, the tag PubDate and `datePublished` are one; none is to come; none has moved."""

    name = "dates_are_honest"

    def page(self, page: Page) -> Findings:
        if not is_article(page):
            return
        place, day = place_of(page, "PubDate"), shown_day(page)
        moment = tag(page, "PubDate") or day
        for written in self.others(page):
            if (day and written[:10] != day) or (len(moment) > DAY < len(written) and written[: len(moment)] != moment):
                yield self.fault("differ", place, shown=moment or day, written=written)
        production = self.site.production
        if production is None or not moment or tag(page, "robots") == "noindex":
            return
        if production.is_to_come(moment):
            yield self.fault("to_come", place, day=moment, now=production.now)
        before = production.before.get(page.path, moment)
        if before[:10] != moment[:10] and not page.tree.xpath(CORRECTED):
            yield self.fault("moved", place, day=moment, before=before)

    def others(self, page: Page) -> list[str]:
        """The dates that Open Graph and structured data give."""
        try:
            told = [node for _, node in nodes(page) if node.get("@type") == "NewsArticle"]
        except ValueError:  # `numerals_are_backed` says so
            told = []
        published = [str(node["datePublished"]) for node in told if node.get("datePublished")]
        graph = page.tree.xpath("//meta[@property='article:published_time']/@content")
        return [written.replace("T", " ") for written in [*published, *map(str, graph)]]
