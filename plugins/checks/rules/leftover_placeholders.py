"""Nothing that was to be replaced goes out: braces, `hub:` addresses, the fact box's mark, a 待核."""

from __future__ import annotations

import re

from plugins.checks.site import Page
from plugins.checks.types import Findings, Place, Rule

MARKS = re.compile(
    r"""\bhub:[\w./-]+|<!--\s*factbox\s*-->|\[\[数说\]\]|\{\{|\{%"""
    # 待核 as an editor's note; 待核实的 and the like are ordinary prose unless they stand in brackets.
    r"""|[【（(［\[]\s*待核[^】）)］\]]{0,12}[】）)］\]]|待核(?![实查准对定销减发])"""
)


class LeftoverPlaceholders(Rule):
    """No mark of unfinished work in a page, a feed or an export."""

    name = "leftover_placeholders"

    def page(self, page: Page) -> Findings:
        for match in MARKS.finditer(page.source):
            yield self.fault("mark", page.place_at(match.start()), mark=match[0])

    def close(self) -> Findings:
        for path in self.site.named(".xml", ".json", ".txt", ".svg"):
            text = self.site.text_of(path)
            for match in MARKS.finditer(text):
                before = text[: match.start()]
                place = Place(path.removeprefix("/"), before.count("\n") + 1, match.start() - before.rfind("\n"))
                yield self.fault("mark", place, mark=match[0])
