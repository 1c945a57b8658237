"""Every figure that is shown has its sentence: boxes, ledgers and exports against the articles they quote.

In go elements with the class `figure` (fact boxes, topic pages, ledger, home), `data/facts.json` and
`data/events.json`; each names an article and an anchor in it. The element there must say the same, letter for
letter, and the exported sentence must stand in the article. White space does not count: Chinese has none.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from sys import intern
from typing import Any

from plugins.checks.addresses import file_of
from plugins.checks.site import Page, Site, squeezed
from plugins.checks.types import Finding, Findings, Place, Rule

EXPORTS = ("/data/facts.json", "/data/events.json")
# In a body the figure is an anchor itself, `<data class="figure" id=…>`; anywhere else it must lead to one.
SHOWN = "//*[not(self::data[@id])][contains(concat(' ', normalize-space(@class), ' '), ' figure ')]"
VALUE = "descendant::*[contains(concat(' ', normalize-space(@class), ' '), ' figure__value ')]"
ANCHORS = "//data[@id] | //time[@id] | //span[@id]"  # a span is a date that <time> can't say, such as 上半年
# A footnote's mark stands in the middle of a sentence that the export gives without it.
PROSE = "//main//text()[not(ancestor::sup or ancestor::script or ancestor::style)]"


class FiguresAreBacked(Rule):
    """What is shown is what the article says, at the place that is named."""

    name = "figures_are_backed"

    def __init__(self, site: Site) -> None:
        super().__init__(site)
        self.said: dict[tuple[str, str], str] = {}  # (page, anchor) → the words there
        self.shown: list[tuple[Place, str, str, str]] = []  # place, page, anchor, words
        self.exported: defaultdict[str, list[tuple[Place, dict[str, Any]]]] = defaultdict(list)
        self.unreadable: list[Place] = []
        for path in EXPORTS:
            self.read(path)

    def read(self, path: str) -> None:
        """Sorts an export's entries by the article that they quote."""
        place = Place(path.removeprefix("/"))
        try:
            entries = json.loads(self.site.text_of(path)) if self.site.has(path) else None
        except ValueError:
            entries = None
        if not isinstance(entries, list):
            self.unreadable.append(place)
            return
        for number, entry in enumerate(entries, 1):
            target = self.site.resolve("/", str(entry.get("article", "")))
            self.exported[file_of(target.path)].append((Place(place.path, number), entry))

    def page(self, page: Page) -> Findings:
        for element in page.tree.xpath(ANCHORS):
            self.said[page.path, intern(element.get("id"))] = intern(squeezed(element.text_content()))
        for element in page.tree.xpath(SHOWN):
            yield from self.note(page, element)
        if page.path in self.exported:
            body = squeezed("".join(page.tree.xpath(PROSE)))
            for place, entry in self.exported.pop(page.path):
                cell = quoted_cell(page.ids.get(str(entry.get("anchor", ""))))
                yield from self.entry(place, entry, page.path, [body, cell])

    def note(self, page: Page, element: Any) -> Findings:
        """Remembers what a box shows, until the article that it names has been seen."""
        words = squeezed("".join(value.text_content() for value in element.xpath(VALUE)[:1]))
        links = element.xpath("descendant-or-self::a/@href")
        target = self.site.resolve(page.path, str(links[0])) if links else None
        if target is None or not words or not target.fragment:
            yield self.fault("no_link", page.place(element), words=words or squeezed(element.text_content()))
            return
        place = page.place(element, str(links[0]))
        self.shown.append((place, file_of(target.path), intern(target.fragment), intern(words)))

    def entry(self, place: Place, entry: dict[str, Any], path: str, said: list[str]) -> Findings:
        """One entry of an export against its article."""
        text, sentence = squeezed(str(entry.get("text", ""))), squeezed(str(entry.get("sentence", "")))
        yield from self.compare(place, path, str(entry.get("anchor", "")), text)
        if not text or text not in sentence:
            yield self.fault("not_in_sentence", place, words=text, sentence=sentence)
        elif not any(sentence in words for words in said):
            yield self.fault("no_sentence", place, sentence=sentence, article=path)

    def compare(self, place: Place, path: str, anchor: str, words: str) -> Findings:
        said = self.said.get((path, anchor))
        if said is None:
            yield self.fault("no_anchor", place, words=words, article=path, anchor=anchor)
        elif said != words:
            yield self.fault("differs", place, words=words, said=said, article=path, anchor=anchor)

    def close(self) -> Iterator[Finding]:
        for place in self.unreadable:
            yield self.fault("no_export", place)
        for place, path, anchor, words in self.shown:
            yield from self.compare(place, path, anchor, words)
        for path, entries in self.exported.items():
            for place, entry in entries:
                yield self.fault("no_article", place, words=entry.get("text", ""), article=path)


def quoted_cell(element: Any) -> str:
    """A table cell as a sentence quotes it: the heads of its row and column before it; "" outside tables."""
    cells = element.xpath("ancestor::*[self::td or self::th][1]") if element is not None else []
    if not cells:
        return ""
    (cell,) = cells
    number = len(cell.xpath("preceding-sibling::*"))
    heads = cell.xpath("preceding-sibling::*[last()]")
    if cell.tag == "td":
        heads += cell.xpath("ancestor::table[1]//tr[1]/th")[number : number + 1]
    return squeezed("".join(part.text_content() for part in [*heads, cell]))
