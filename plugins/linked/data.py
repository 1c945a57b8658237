"""What pages say of themselves to search engines, beside articles: where they stand, what they list, how to search.

The properties are those that https://schema.org has for BreadcrumbList, CollectionPage and WebSite, and of these what
search engines ask for. Addresses are absolute where the site has one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from markupsafe import Markup

CONTEXT = "https://schema.org"
_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def script(data: Mapping[str, Any]) -> str:
    """An object as the text of a script element. What is empty is left out; no tag can end the script."""
    return _compact({name: value for name, value in data.items() if value}).replace("<", "\\u003c")


class Linked:
    """The site's own data, for templates: each method gives the text of one script."""

    def __init__(self, site: Mapping[str, Any], absolute: Callable[[str], str]) -> None:
        self._name = str(site["name"])
        self._tagline = str(site["tagline"])
        self._absolute = absolute

    def breadcrumb(self, refs: Iterable[Mapping[str, str]], here: str) -> Markup:
        """The way to a page: `refs` (title, path) from the front page on, and the page's own title."""
        steps = [{"name": ref["title"], "item": self._absolute(ref["path"])} for ref in refs] + [{"name": here}]
        items = [{"@type": "ListItem", "position": at, **step} for at, step in enumerate(steps, 1)]
        return _marked({"@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": items})

    def collection(self, page: Mapping[str, Any], cards: Iterable[Mapping[str, Any]] = ()) -> Markup:
        """A page that gathers others: its title, description and address, and the articles on it in their order."""
        items = [
            {"@type": "ListItem", "position": at, "url": self._absolute(card["path"])}
            for at, card in enumerate(cards, 1)
        ]
        return _marked({
            "@context": CONTEXT, "@type": "CollectionPage", "name": page["title"], "description": page["description"],
            "url": self._absolute(page["path"]), "inLanguage": "zh-CN",
            "isPartOf": {"@type": "WebSite", "name": self._name, "url": self._absolute("/")},
            "mainEntity": items and {"@type": "ItemList", "itemListElement": items},
        })  # fmt: skip

    def website(self, search: str = "") -> Markup:
        """The site, and how to search it: `search` is the site path of a page that takes `?q=`."""
        action = {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{self._absolute(search)}?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        }
        return _marked({
            "@context": CONTEXT, "@type": "WebSite", "name": self._name, "description": self._tagline,
            "url": self._absolute("/"), "inLanguage": "zh-CN", "potentialAction": action if search else None,
        })  # fmt: skip


def _marked(data: Mapping[str, Any]) -> Markup:
    return Markup(script(data))  # noqa: S704 - JSON without a "<" can end no script
