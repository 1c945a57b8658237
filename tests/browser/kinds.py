"""The kinds of page that the site has, by the shape of their addresses; one of each is visited.

An address of a new shape has no kind, and `test_pages.py` fails until it is given one here.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree

SLUG, MONTH = r"[a-z0-9]+(?:-[a-z0-9]+)*", r"\d{4}-\d{2}"
KINDS = {
    "home": r"/index\.html",
    "article": rf"/articles/{SLUG}\.html",
    "topics": r"/topics/index\.html",
    "topic": rf"/topics/{SLUG}/index\.html",
    "columns": r"/columns/index\.html",
    "column": rf"/columns/{SLUG}/index\.html",
    "archive": r"/archive/index\.html",
    "month": rf"/archive/{MONTH}\.html",
    "series": rf"/series/{SLUG}\.html",
    "ledger": r"/data/index\.html",
    "ledger-topic": rf"/data/{SLUG}/index\.html",
    "ledger-unit": r"/data/units/[0-9a-f-]+\.html",
    "ledger-place": r"/data/places/[0-9a-f-]+\.html",
    "ledger-year": r"/data/years/\d{4}\.html",
    "search": r"/search/index\.html",
    "timeline": r"/timeline/index\.html",
    "timeline-year": r"/timeline/\d{4}\.html",  # events of which only the year is known
    "timeline-month": rf"/timeline/{MONTH}\.html",
    "guide": r"/sitemap/index\.html",
    "page": rf"/pages/{SLUG}\.html",
}
# Filled only when a list outgrows one page.
OVERFLOW = {
    "older-list": rf"/(?:topics|columns)/{SLUG}/\d+\.html",
    "older-ledger": rf"/data/(?!units/|places/|years/){SLUG}/\d+\.html",
}
APART = {"404": "/404.html", "offline": "/offline/index.html"}  # no sitemap lists them


def listed(site: Path) -> list[str]:
    """The site paths in the sitemap's parts."""
    paths = [path for part in _locations(site / "sitemap.xml") for path in _locations(site / part[1:])]
    return [path + "index.html" if path.endswith("/") else path for path in paths]


def _locations(file: Path) -> list[str]:
    """The site paths that one file of the sitemap names."""
    return [urlsplit(element.text.strip()).path for element in etree.parse(file).getroot().iter("{*}loc")]


def kinds_of(path: str) -> list[str]:
    """The kinds whose shape an address has; exactly one, when all is well."""
    return [kind for kind, shape in (KINDS | OVERFLOW).items() if re.fullmatch(shape, path)]


def page_of(site: Path, kind: str) -> str:
    """The site path of the longest page of a kind: it has the most that could go wrong."""
    if kind in APART:
        return APART[kind]
    paths = [path for path in listed(site) if kinds_of(path) == [kind]]
    return max(paths, key=lambda path: ((site / path[1:]).stat().st_size, path))
