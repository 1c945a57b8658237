"""What a page says that it has, it has: every number in an element with `data-counts` is counted again.

The attribute names what is counted: `figures`, `accounts` (of events) or `articles` in the nearest element around, or
in the list whose address `data-of` gives, all its pages together; the site's own address stands for the whole site.
`exported`: figures in the CSVs of the sort that `data-of` names, such as `unit 元`. `shared`: articles in both this
page's list and that one. `characters`: Han characters of the article; `minutes`: those by `data-per`.
"""

from __future__ import annotations

from typing import Any

from plugins.checks.addresses import file_of
from plugins.checks.numerals.counts import KINDS, Items, around, items, of_list
from plugins.checks.numerals.fragments import COUNTED
from plugins.checks.numerals.own import lines
from plugins.checks.site import Page, Site
from plugins.checks.types import Findings, Place, Rule
from plugins.zhtext import count_han

HOME = "/index.html"
FACTS = "/data/facts.json"
PROSE = "//article//*[@class='prose']"


class CountsAreTrue(Rule):
    """Counted again, it is the same number."""

    name = "counts_are_true"

    def __init__(self, site: Site) -> None:
        super().__init__(site)
        self.pages: dict[str, Items] = {}
        self.articles = 0
        self.said: list[
            tuple[Place, str, str, str, str]
        ] = []  # place, what, number as shown, of which list, on which page

    def page(self, page: Page) -> Findings:
        if page.is_redirect or page.is_pack:
            return
        for main in page.tree.xpath("//main")[:1]:
            if any(found := items(page, self.site, main)):
                self.pages[page.path] = found
        self.articles += bool(page.tree.xpath("//main//article[contains(@class, 'article')]//*[@class='article-head']"))
        for element in page.tree.xpath(f"//*[@{COUNTED}]"):
            yield from self.counted(page, element)

    def counted(self, page: Page, element: Any) -> Findings:
        """One number: at once where it is about its own page."""
        kind, shown = str(element.get(COUNTED)), str(element.text_content()).strip()
        place = page.place(element)
        if kind == "exported":
            yield from self.compare(place, shown, self.site.exports.sorts[str(element.get("data-of"))])
        elif listed := element.get("data-of"):
            address = file_of(self.site.resolve(page.path, str(listed)).path)
            self.said.append((place, kind, shown, address, page.path))
        elif kind in KINDS:
            yield from self.compare(place, shown, around(page, self.site, element, kind))
        elif kind == "characters":
            yield from self.compare(place, shown, characters(page))
        elif kind == "minutes":
            pace = float(element.get("data-per") or 1)
            yield from self.compare(place, shown, max(1, round(characters(page) / pace)))
        else:
            yield self.fault("unknown", place, kind=kind)

    def compare(self, place: Place, shown: str, counted: int) -> Findings:
        if shown != str(counted):
            yield self.fault("differs", place, shown=shown, counted=counted)

    def close(self) -> Findings:
        for place, kind, shown, address, page in self.said:
            if kind == "shared":
                both = of_list(page, self.pages).articles & of_list(address, self.pages).articles
                yield from self.compare(place, shown, len(both))
            elif kind not in KINDS:
                yield self.fault("unknown", place, kind=kind)
            elif address != HOME:
                yield from self.compare(place, shown, of_list(address, self.pages).number(kind))
            else:
                yield from self.compare(place, shown, self.whole(kind))

    def whole(self, kind: str) -> int:
        """Of all the site: its articles' pages, and its figures as they are exported."""
        return self.articles if kind == "articles" else self.site.exports.counts.get(FACTS, 0)


def characters(page: Page) -> int:
    """Han characters of an article's prose."""
    return sum(count_han(line) for part in page.tree.xpath(PROSE) for line in lines(part))
