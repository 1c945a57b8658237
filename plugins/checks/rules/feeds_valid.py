"""Each feed is one that a reader's programme accepts: well-formed, complete, no id twice.

Atom after RFC 4287, JSON Feed after version 1.1 (https://www.jsonfeed.org/version/1.1/). A feed in both formats has the
same entries with the same ids.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from plugins.checks.feeds import ATOM, is_atom, tree_of
from plugins.checks.types import Findings, Place, Rule

NEEDED = ("id", "title", "updated")
TEXTS = ("content_text", "content_html")


class FeedsValid(Rule):
    """XML parses; feed and entries have id, title and date; no id twice; the feed names its own address."""

    name = "feeds_valid"

    def close(self) -> Findings:
        for path in self.site.named(".xml"):
            root = tree_of(self.site.text_of(path))
            if root is None:
                yield self.fault("malformed", Place(path.removeprefix("/")))
            elif is_atom(root):
                yield from self.feed(path, root)
        for path in self.site.json_feeds:
            yield from self.json_feed(path)

    def feed(self, path: str, root: Any) -> Findings:
        seen: set[str] = set()
        for element in [root, *root.iter(f"{ATOM}entry")]:
            place = Place(path.removeprefix("/"), element.sourceline or 1)
            yield from self.fields(element, place)
            written = words(element, "id")
            if written in seen:
                yield self.fault("twice", place, id=written)
            seen.add(written)
        yield from self.own_address(path, root)

    def fields(self, element: Any, place: Place) -> Findings:
        for field in NEEDED:
            if not words(element, field):
                yield self.fault("lacking", place, field=field)
        when = words(element, "updated")
        if when and not is_moment(when):
            yield self.fault("date", place, written=when)

    def json_feed(self, path: str) -> Findings:
        place = Place(path.removeprefix("/"))
        try:
            feed = json.loads(self.site.text_of(path))
            items = list(map(dict, feed["items"]))
        except (ValueError, TypeError, KeyError):
            yield self.fault("malformed", place)
            return
        if not feed.get("title"):
            yield self.fault("lacking", place, field="title")
        if self.site.resolve(path, str(feed.get("feed_url", ""))).path != path:
            yield self.fault("own_address", place, path=path)
        ids = [str(item.get("id", "")) for item in items]
        for item in items:
            yield from self.item(item, place)
        for written in sorted({one for one in ids if one and ids.count(one) > 1}):
            yield self.fault("twice", place, id=written)
        if (atom := path.replace(".json", ".xml")) in self.site.files and ids != self.entries(atom):
            yield self.fault("others", place, other=atom)

    def item(self, item: dict[str, Any], place: Place) -> Findings:
        for field in ("id", "url", "title", "date_published"):
            if not item.get(field):
                yield self.fault("lacking", place, field=field)
        if not any(item.get(field) for field in TEXTS):
            yield self.fault("lacking", place, field=TEXTS[0])
        when = item.get("date_published")
        if when and not is_moment(str(when)):
            yield self.fault("date", place, written=when)

    def entries(self, path: str) -> list[str]:
        """The ids of an Atom feed's entries."""
        root = tree_of(self.site.text_of(path))
        return [words(entry, "id") for entry in root.iter(f"{ATOM}entry")] if root is not None else []

    def own_address(self, path: str, root: Any) -> Findings:
        links = [link.get("href", "") for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
        if not any(self.site.resolve(path, link).path == path for link in links):
            yield self.fault("own_address", Place(path.removeprefix("/")), path=path)


def words(element: Any, field: str) -> str:
    """The text of a child element; "" when it is not there."""
    child = element.find(f"{ATOM}{field}")
    return "" if child is None else "".join(child.itertext()).strip()


def is_moment(written: str) -> bool:
    """Whether this is a moment with its offset from UTC, as RFC 3339 asks."""
    try:
        return datetime.fromisoformat(written).tzinfo is not None
    except ValueError:
        return False
