"""What the exports say of a figure or an event, its article says: JSON, CSV and SQLite under `data/`, and JSON-LD.

An entry names an article and an anchor in it. The element there has the same words and the same value; the sentence
stands in the article and holds the words; value, bound and unit are what the recogniser reads there; the label has no
numeral that the article has not. All entries of one anchor say the same.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from plugins.checks.numerals.own import Own, own, quoted_cell
from plugins.checks.numerals.quoting import is_quoted, missing
from plugins.checks.numerals.spotting import bare, figures
from plugins.checks.numerals.structured import as_entry, nodes
from plugins.checks.site import Page, Site
from plugins.checks.types import Findings, Place, Rule

Entry = dict[str, Any]
READ = ("value", "high", "bound", "unit")
OWN_WORDS = ("label", "title", "published")
SAME = (*READ, *OWN_WORDS, "text", "sentence", "as_of", "date", "place")


class ExportsAreBacked(Rule):
    """Each entry against its article, when that comes by."""

    name = "exports_are_backed"

    def __init__(self, site: Site) -> None:
        super().__init__(site)
        self.seen: set[str] = set()

    def page(self, page: Page) -> Findings:
        entries = [*self.site.exports.about(page.path), *structured(page, self.site)]
        if not entries or page.is_redirect:
            return
        self.seen.add(page.path)
        told, known = own(page), dict[str, tuple[Place, Entry]]()
        for place, entry in entries:
            anchor = str(entry.get("anchor"))
            if anchor not in known:
                known[anchor] = place, dict(entry)
                yield from self.entry(place, entry, page, told)
            else:
                yield from self.another(place, entry, told, known[anchor])

    def another(self, place: Place, entry: Entry, told: Own, known: tuple[Place, Entry]) -> Findings:
        """A further entry of an anchor: what it shares with those before is the same, what it adds is looked at."""
        at, before = known
        for name in SAME:
            if name in entry and name in before and not same(entry[name], before[name], day=name == "as_of"):
                at_line = f"{at.path}:{at.line}"
                yield self.fault("told_otherwise", place, name=name, said=entry[name], other=before[name], at=at_line)
        if added := {name: entry[name] for name in OWN_WORDS if name in entry and name not in before}:
            yield from self.about(place, added, told)
            before |= added
        yield from self.named(place, entry)

    def entry(self, place: Place, entry: Entry, page: Page, told: Own) -> Findings:
        """One entry against its article."""
        anchor = str(entry.get("anchor", ""))
        element = page.ids.get(anchor)
        text, sentence = (bare(str(entry.get(name, ""))) for name in ("text", "sentence"))
        if element is None:
            yield self.fault("no_anchor", place, words=text, article=page.path, anchor=anchor)
            return
        if (said := bare(element.text_content())) != text:
            yield self.fault("differs", place, words=text, said=said, article=page.path, anchor=anchor)
        if "sentence" not in entry:
            sentence = told.body.replace("\n", "")
        if not text or text not in sentence:
            yield self.fault("not_in_sentence", place, words=text, sentence=sentence)
        elif not (sentence in told.body.replace("\n", "") or sentence in quoted_cell(element)):
            yield self.fault("no_sentence", place, sentence=sentence, article=page.path)
        elif unread := misread(entry, element, sentence, told):
            yield self.fault("misread", place, words=text, name=unread, said=entry[unread])
        yield from self.about(place, entry, told)
        yield from self.named(place, entry)

    def about(self, place: Place, entry: Entry, told: Own) -> Findings:
        """What an entry says in words of its own, and of its article."""
        label, title = bare(str(entry.get("label") or "")), bare(str(entry.get("title") or ""))
        if lacking := missing(label, told.text):
            yield self.fault("label", place, words=lacking.text, label=label)
        if title and not is_quoted(title, told.text):
            yield self.fault("title", place, title=title)
        if (published := entry.get("published")) and published != told.day:
            yield self.fault("published", place, said=published, day=told.day)

    def named(self, place: Place, entry: Entry) -> Findings:
        """An entry's id ends with its anchor."""
        if (name := entry.get("id")) and str(name).partition("#")[2] != entry.get("anchor"):
            yield self.fault("other_id", place, id=name, anchor=entry.get("anchor"))

    def close(self) -> Findings:
        for place in self.site.exports.unreadable:
            yield self.fault("no_export", place)
        for path in self.site.exports.pages():
            if path not in self.seen:
                for place, entry in self.site.exports.about(path):
                    yield self.fault("no_article", place, words=entry.get("text", ""), article=path)


def structured(page: Page, site: Site) -> Iterator[tuple[Place, Entry]]:
    """The entries of a page's structured data that speak of the page itself."""
    try:
        for script, node in nodes(page):
            entry = as_entry(page, site, node)
            if entry and entry["article"] == page.path:
                yield page.place(script), entry
    except ValueError:
        return  # numerals_are_backed says so


def same(one: Any, other: Any, *, day: bool = False) -> bool:
    """Equal; numbers but for the last binary digit, days as far as both say them."""
    if day:
        return str(one).startswith(str(other)) or str(other).startswith(str(one))
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return math.isclose(one, other, rel_tol=1e-9)
    return bool(one == other)


def misread(entry: Entry, element: Any, sentence: str, told: Own) -> str:
    """The field that is not what the element and the recogniser have, or "". An editor's own figure is not read."""
    for name, attribute in (("value", "value"), ("high", "data-high"), ("date", "datetime")):
        if name in entry and (marked := element.get(attribute)) is not None and not _marked(entry[name], str(marked)):
            return name
    unlike = unlike_read(entry, sentence)
    return unlike and unlike_read(entry, told.body)


def unlike_read(entry: Entry, text: str) -> str:
    """The field that no figure of these words in the text has; "" if one has all, or if none is read there."""
    words = bare(str(entry["text"]))
    wrong = [
        next((name for name in READ if name in entry and not same(entry[name], getattr(one, name))), "")
        for one in figures(text)
        if one.text == words
    ]
    return "" if not wrong or "" in wrong else wrong[0]


def _marked(said: Any, attribute: str) -> bool:
    if isinstance(said, (int, float)):
        return same(said, float(attribute))
    return said is not None and str(said).partition("/")[0].removeprefix("--") == attribute
