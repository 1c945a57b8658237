"""A page's tags (`<meta name=…>`) and what kind of page it is, as the rules of the norms ask for them."""

from __future__ import annotations

import re
from typing import Any

from plugins.checks.site import Page, squeezed
from plugins.checks.types import Place

COLUMN = re.compile(r"/columns/[^/]+/(?:index|\d+)\.html")
HEAD = "//*[contains(concat(' ', normalize-space(@class), ' '), ' article-head ')]"
CORRECTED = "//*[contains(concat(' ', normalize-space(@class), ' '), ' corrections ')]"


def metas(page: Page, name: str) -> list[Any]:
    """The elements of all tags of this very name."""
    return page.metas.get(name, [])


def tags(page: Page, name: str) -> list[str]:
    """The contents of all tags of this very name."""
    return [str(element.get("content") or "").strip() for element in metas(page, name)]


def place_of(page: Page, name: str) -> Place:
    """Where the last tag of this name stands; the page, where there is none."""
    found = metas(page, name)
    return page.place(found[-1]) if found else Place(page.file)


def tag(page: Page, name: str) -> str:
    """The content of the tag, "" where there is none."""
    return next(iter(tags(page, name)), "")


def is_article(page: Page) -> bool:
    return bool(page.tree.xpath(HEAD))


def is_column(page: Page) -> bool:
    return bool(COLUMN.fullmatch(page.path))


def days(element: Any) -> list[str]:
    """The days of all `<time>` below an element."""
    return [str(moment)[:10] for moment in element.xpath(".//time/@datetime") if re.match(r"\d{4}-\d\d-\d\d", moment)]


def shown_day(page: Page) -> str:
    """The day that an article's head shows; "" where it shows none."""
    found = [day for head in page.tree.xpath(HEAD) for day in days(head)]
    return found[0] if found else ""


def heading(page: Page) -> str:
    """The page's first heading without white space."""
    return squeezed(page.tree.xpath("string(//h1)"))
