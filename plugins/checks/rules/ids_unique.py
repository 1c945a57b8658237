"""An id stands once on its page: a link to `#id` must not depend on which of two a browser likes better."""

from __future__ import annotations

from plugins.checks.site import Page
from plugins.checks.types import Findings, Rule


class IdsUnique(Rule):
    """No id twice, none empty, none with white space in it."""

    name = "ids_unique"

    def page(self, page: Page) -> Findings:
        for element in page.tree.xpath("//*[@id]"):
            written = element.get("id")
            if not written or written.split() != [written]:
                yield self.fault("malformed", page.place(element, f'id="{written}'), id=written)
            elif page.ids[written] is not element:
                first = page.place(page.ids[written], f'id="{written}"')
                yield self.fault("twice", page.place(element, f'id="{written}"'), id=written, first=first.line)
