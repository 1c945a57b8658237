"""A feed's words as notes: each entry's title, summary and day against the article that it leads to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lxml import html

from plugins.checks.addresses import file_of
from plugins.checks.feeds import ATOM, is_atom, tree_of
from plugins.checks.site import Site
from plugins.checks.types import Place

from .holding import Note
from .own import lines
from .spotting import bare, numerals

JSON_SAID = ("title", "description", "summary", "content_text")
SAID = ("title", "subtitle", "summary", "content", "rights")


def notes(site: Site) -> Iterator[Note]:
    """Of all feeds; of what has no numeral, none."""
    for path in site.named(".xml"):
        root = tree_of(site.text_of(path))
        if root is not None and is_atom(root):
            for element in [root, *root.iter(f"{ATOM}entry")]:
                yield from _of(path, element, site)


def json_notes(site: Site) -> Iterator[Note]:
    """Of all JSON feeds, likewise; an item stands on a line of its own, in the order in which they are listed."""
    for path in site.json_feeds:
        try:
            feed = json.loads(site.text_of(path))
            parts = [(feed.get("home_page_url"), feed), *((item.get("url"), item) for item in feed["items"])]
        except (ValueError, TypeError, KeyError, AttributeError):  # `feeds_valid` says so
            continue
        for number, (link, part) in enumerate(parts, 1):
            sources = (file_of(site.resolve(path, str(link)).path),)
            place = Place(path.removeprefix("/"), number)
            for text in filter(numerals, (bare(str(part.get(name, ""))) for name in JSON_SAID)):
                yield Note(place, text, sources, (), "")
            if day := str(part.get("date_published", ""))[:10]:
                yield Note(place, day, sources, (), day)


def _of(path: str, element: Any, site: Site) -> Iterator[Note]:
    """A feed, or an entry of one."""
    links = [
        str(link.get("href")) for link in element.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"
    ]
    sources = tuple(file_of(site.resolve(path, link).path) for link in links)
    for child in (child for name in SAID for child in element.findall(f"{ATOM}{name}")):
        for text in filter(numerals, _lines(child)):
            yield Note(_place(path, child), text, sources or (path,), (), "")
    for child in element.findall(f"{ATOM}published"):
        day = (child.text or "")[:10]
        yield Note(_place(path, child), day, sources or (path,), (), day)


def _place(path: str, element: Any) -> Place:
    return Place(path.removeprefix("/"), element.sourceline or 1)


def _lines(element: Any) -> Iterator[str]:
    """The words of a text construct, block by block, whatever its type."""
    text = "".join(element.itertext())
    if element.get("type") != "html" or not text.strip():
        return iter([bare(text)])
    return lines(html.fragment_fromstring(text, create_parent="div"))
