"""One h1 a page, and no level skipped on the way down: the outline that a screen reader walks."""

from __future__ import annotations

from plugins.checks.site import Page
from plugins.checks.types import Findings, Place, Rule

HEADINGS = "//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"


class HeadingsInOrder(Rule):
    """The outline begins with its only h1 and steps down one level at a time."""

    name = "headings_in_order"

    def page(self, page: Page) -> Findings:
        if page.is_redirect:
            return
        headings = page.tree.xpath(HEADINGS)
        count = sum(heading.tag == "h1" for heading in headings)
        if count != 1:
            last = page.place([h for h in headings if h.tag == "h1"][-1]) if count else Place(page.file)
            yield self.fault("one_h1", last, count=count)
        before = 0
        for heading in headings:
            level, words = int(heading.tag[1]), " ".join(heading.text_content().split())
            if level > before + 1:
                yield self.fault("skipped", page.place(heading), words=words, level=level, before=before)
            if not words and not heading.xpath(".//img[@alt]"):
                yield self.fault("empty", page.place(heading), level=level)
            before = level
