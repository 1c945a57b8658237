"""What a page has to be counted: its figures, accounts of events and articles, and the pages that make one list."""

from __future__ import annotations

from itertools import count
from sys import intern
from typing import Any, NamedTuple

from plugins.checks.addresses import file_of
from plugins.checks.site import Page, Site

KINDS = ("figures", "accounts", "articles")
ITEMS = {"figures": "figure", "accounts": "chronicle__article"}
"""The class of what is counted; an event of which several articles tell has as many accounts.

Articles are counted by their cards, one that stands twice once.
"""
_ALL = "descendant::*[contains(concat(' ', normalize-space(@class), ' '), ' {} ')]"
_PATHS = {kind: _ALL.format(name) for kind, name in ITEMS.items()}
_CARDS = f"{_ALL.format('card__title')}//a/@href"


class Items(NamedTuple):
    """What one page shows."""

    figures: int
    accounts: int
    articles: frozenset[str]

    def number(self, kind: str) -> int:
        return len(self.articles) if kind == "articles" else int(getattr(self, kind))


def items(page: Page, site: Site, within: Any) -> Items:
    """What stands in an element. A figure in the prose is no item: only what has a value and a link is."""
    links = (site.resolve(page.path, str(link)) for link in within.xpath(_CARDS))
    figures = sum(one.tag != "data" for one in within.xpath(_PATHS["figures"]))
    return Items(figures, len(within.xpath(_PATHS["accounts"])), frozenset(intern(file_of(one.path)) for one in links))


def around(page: Page, site: Site, element: Any, kind: str) -> int:
    """How many there are in the nearest element around that has any."""
    for outer in element.iterancestors():
        if number := items(page, site, outer).number(kind):
            return number
    return 0


def of_list(address: str, pages: dict[str, Items]) -> Items:
    """What a list has on all its pages: index.html is the newest, the others are numbered from the oldest, 1."""
    folder = address.removesuffix("index.html")
    numbered = (f"{folder}{number}.html" for number in count(1))
    parts = [pages[address]] if address in pages else []
    if folder != address:
        for part in numbered:
            if part not in pages:
                break
            parts.append(pages[part])
    articles: frozenset[str] = frozenset().union(*(part.articles for part in parts))
    return Items(sum(part.figures for part in parts), sum(part.accounts for part in parts), articles)
