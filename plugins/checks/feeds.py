"""What the site feeds to programs, as the checks read it: feeds and sitemaps in, their addresses and entries out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from plugins.checks.types import Place

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ROBOTS = re.compile(r"^\s*sitemap\s*:\s*(\S+)", re.IGNORECASE | re.MULTILINE)


JSON_FEED = "https://jsonfeed.org/version/"
OPENING = 200
"""Bytes of a JSON file that tell whether it is a feed: exports may be large."""


def is_json_feed(opening: bytes) -> bool:
    """Whether a JSON file begins as a JSON Feed does."""
    return JSON_FEED.encode() in opening[:OPENING]


def json_addresses(path: str, text: str) -> Iterator[tuple[str, Place]]:
    """Every address in a JSON feed."""
    for match in re.finditer(r'"(?:home_page_url|feed_url|next_url|url|image|icon)": ?"((?:[^"\\\\]|\\\\.)*)"', text):
        yield json.loads(f'"{match[1]}"'), Place(path.removeprefix("/"), text[: match.start(1)].count("\n") + 1)


def tree_of(text: str) -> Any | None:
    """The root of an XML text, or None when it is not well-formed. Outside entities are not fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        return etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError:
        return None


def is_atom(root: Any) -> bool:
    return bool(root.tag == f"{ATOM}feed")


def is_sitemap(root: Any) -> bool:
    return bool(root.tag in {f"{SITEMAP}urlset", f"{SITEMAP}sitemapindex"})


def locations(root: Any, path: str) -> Iterator[tuple[str, Place]]:
    """The addresses that a sitemap lists."""
    for element in root.iter(f"{SITEMAP}loc"):
        yield (element.text or "").strip(), Place(path.removeprefix("/"), element.sourceline or 1)


def addresses_of(path: str, text: str) -> Iterator[tuple[str, Place]]:
    """Every address in a feed, a sitemap or robots.txt; those inside a feed's HTML too."""
    if path.endswith("robots.txt"):
        for match in ROBOTS.finditer(text):
            yield match[1], Place(path.removeprefix("/"), text[: match.start(1)].count("\n") + 1)
        return
    root = tree_of(text)
    if root is None:
        return
    yield from locations(root, path)
    for element in root.iter(f"{ATOM}link", f"{ATOM}content", f"{ATOM}summary"):
        place = Place(path.removeprefix("/"), element.sourceline or 1)
        for written in [element.get("href")] if element.get("href") else inner_addresses(element):
            yield written, place


def inner_addresses(element: Any) -> list[str]:
    """The links and pictures in a feed entry's own HTML."""
    if element.get("type") != "html" or not (element.text or "").strip():
        return []
    fragment = html.fragment_fromstring(element.text, create_parent="div")
    return [str(written) for written in fragment.xpath(".//a/@href | .//img/@src")]
