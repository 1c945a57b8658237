"""Every figure that is shown has its sentence: fact boxes, topic pages, ledgers, charts' tables, the front page.

In go elements with the class `figure`; each has a value and a link to an anchor in an article. The element there must
say the same, letter for letter. White space does not count: Chinese has none.
"""

from __future__ import annotations

from collections.abc import Iterator
from sys import intern
from typing import Any

from plugins.checks.addresses import file_of
from plugins.checks.site import Page, Site, squeezed
from plugins.checks.types import Finding, Findings, Place, Rule

# In a body the figure is an anchor itself, `<data class="figure" id=…>`; anywhere else it must lead to one.
SHOWN = "//*[not(self::data[@id])][contains(concat(' ', normalize-space(@class), ' '), ' figure ')]"
VALUE = "descendant::*[contains(concat(' ', normalize-space(@class), ' '), ' figure__value ')]"
ANCHORS = "//data[@id] | //time[@id] | //span[@id]"  # a span is a date that <time> can't say, such as 上半年


class FiguresAreBacked(Rule):
    """What is shown is what the article says, at the place that is named."""

    name = "figures_are_backed"

    def __init__(self, site: Site) -> None:
        super().__init__(site)
        self.said: dict[tuple[str, str], str] = {}  # (page, anchor) → the words there
        self.shown: list[tuple[Place, str, str, str]] = []  # place, page, anchor, words

    def page(self, page: Page) -> Findings:
        for element in page.tree.xpath(ANCHORS):
            self.said[page.path, intern(element.get("id"))] = intern(squeezed(element.text_content()))
        for element in page.tree.xpath(SHOWN):
            yield from self.note(page, element)

    def note(self, page: Page, element: Any) -> Findings:
        """Remembers what a box shows, until the article that it names has been seen."""
        values = element.xpath(VALUE)[:1]
        words = squeezed("".join(value.text_content() for value in values))
        links = element.xpath("descendant-or-self::a/@href")
        target = self.site.resolve(page.path, str(links[0])) if links else None
        if target is None or not words or not target.fragment:
            yield self.fault("no_link", page.place(element), words=words or squeezed(element.text_content()))
            return
        place = page.place(values[0], "figure__value")
        self.shown.append((place, file_of(target.path), intern(target.fragment), intern(words)))

    def compare(self, place: Place, path: str, anchor: str, words: str) -> Findings:
        said = self.said.get((path, anchor))
        if said is None:
            yield self.fault("no_anchor", place, words=words, article=path, anchor=anchor)
        elif said != words:
            yield self.fault("differs", place, words=words, said=said, article=path, anchor=anchor)

    def close(self) -> Iterator[Finding]:
        for place, path, anchor, words in self.shown:
            yield from self.compare(place, path, anchor, words)
