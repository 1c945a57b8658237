"""Structured data of a page (JSON-LD): its observations as entries of an export, its other words as pieces of text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from plugins.checks.addresses import file_of
from plugins.checks.site import Page, Site

SCRIPTS = "//script[@type='application/ld+json']"
NAMES = {
    "disambiguatingDescription": "text", "name": "label", "description": "sentence", "unitText": "unit",
    "value": "value", "minValue": "value", "observationDate": "as_of",
}  # fmt: skip
"""What schema.org calls the fields of an entry."""
UNSPOKEN = frozenset({
    "@context", "@id", "@type", "url", "identifier", "image", "logo", "sameAs", "inLanguage", "item", "urlTemplate",
    "query-input", "position",
})  # fmt: skip
"""Addresses, kinds and places in a list."""
DAYS = frozenset({"datePublished", "dateModified", "dateCreated"})


def nodes(page: Page) -> Iterator[tuple[Any, dict[str, Any]]]:
    """(script, object) of every object in the page's structured data. Raises ValueError where it is no JSON."""
    for script in page.tree.xpath(SCRIPTS):
        yield from ((script, node) for node in _objects(json.loads(script.text or "null")))


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _objects(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _objects(inner)


def as_entry(page: Page, site: Site, node: dict[str, Any]) -> dict[str, Any] | None:
    """An object that leads to an anchor, as an export's entry; None for any other."""
    target = site.resolve(page.path, str(node.get("url") or ""))
    if not node.get("url") or not target.fragment:
        return None
    entry = {field: node[name] for name, field in NAMES.items() if name in node}
    if "value" in entry:
        entry["high"] = node.get("maxValue") if "minValue" in node else None
    elif "maxValue" in node:
        entry |= {"value": node["maxValue"], "high": None}
    return entry | {"article": file_of(target.path), "anchor": target.fragment}


def miscounted(node: dict[str, Any]) -> str:
    """The places of a list's items, where they are not one after another from the first; "" otherwise."""
    items = [item for item in node.get("itemListElement") or () if isinstance(item, dict)]
    places = [item.get("position") for item in items]
    return "" if places == list(range(1, len(places) + 1)) else "、".join(map(str, places))


def words(node: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """(name, text) of what an object says itself."""
    for name, value in node.items():
        if name not in UNSPOKEN:
            for one in value if isinstance(value, list) else [value]:
                if isinstance(one, (str, int, float)) and not isinstance(one, bool):
                    yield name, str(one)
