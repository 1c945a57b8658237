"""Each Atom feed is one that a reader's programme accepts (RFC 4287): well-formed, complete, no id twice."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from plugins.checks.feeds import ATOM, is_atom, tree_of
from plugins.checks.types import Findings, Place, Rule

NEEDED = ("id", "title", "updated")


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
