"""Whatever is published says when: every article, and every article in a list (政府网站检查指标 asks for 发布时间).

In a list that goes by days, the day's heading dates what stands under it.
"""

from __future__ import annotations

from typing import Any

from plugins.checks.site import Page, squeezed
from plugins.checks.tags import days, is_article, shown_day
from plugins.checks.types import Findings, Place, Rule

CARDS = "//main//article[contains(concat(' ', normalize-space(@class), ' '), ' card ')]"


class ItemsAreDated(Rule):
    """A `<time datetime>` in an article's head, in a card, or in the heading above it."""

    name = "items_are_dated"

    def page(self, page: Page) -> Findings:
        if is_article(page) and not shown_day(page):
            yield self.fault("article", Place(page.file))
        for card in page.tree.xpath(CARDS):
            if not days(card) and not _dated_above(card):
                yield self.fault("card", page.place(card), title=squeezed(card.xpath("string(.//a)")))


def _dated_above(card: Any) -> bool:
    """Whether the nearest section has a heading with a day in it."""
    return any(days(head) for section in card.xpath("ancestor::section[1]") for head in section.xpath("./h2 | ./h3"))
