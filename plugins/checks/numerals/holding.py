"""A piece of text held against what it may quote: the words of its article, and what the exports say of its figure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from plugins.checks.types import Place

from . import dates
from .own import Own
from .quoting import is_quoted, missing
from .spotting import bare, numerals

Entry = dict[str, Any]
LINKED = ("text", "label", "sentence")
"""What a link to a figure or an event may say of it."""


class Note(NamedTuple):
    """What is shown somewhere: the text, the pages that it may quote, the anchors it links to, its day if it is one."""

    place: Place
    text: str
    sources: tuple[str, ...]
    anchors: tuple[tuple[str, str], ...]
    when: str
    linked: bool = False  # it is itself a link to an anchor

    def packed(self) -> list[Any]:
        """As JSON can hold it."""
        return [[self.place.path, self.place.line, self.place.column], *self[1:]]

    @classmethod
    def unpacked(cls, packed: list[Any]) -> Note:
        place, text, sources, anchors, when, linked = packed
        return cls(Place(*place), text, tuple(sources), tuple((page, name) for page, name in anchors), when, linked)


class Sources:
    """A page that is quoted, others that may be, and what the exports say of the page's figures and events."""

    def __init__(self, page: str, ask: Callable[[str], Own | None], exported: Callable[[str], list[Entry]]) -> None:
        self.page = page
        self.own = ask(page)
        self.entries = exported(page)
        self._ask, self._exported = ask, exported

    def told(self, page: str) -> Own | None:
        return self.own if page == self.page else self._ask(page)

    def about(self, note: Note) -> list[Entry]:
        """What the exports say of the figures and events that are linked to."""
        return [
            entry
            for page, anchor in note.anchors
            for entry in (self.entries if page == self.page else self._exported(page))
            if entry.get("anchor") == anchor
        ]


def holds(note: Note, sources: Sources) -> str:
    """Nothing if the text is said where it claims to be; else the words that are not."""
    known = [told for told in map(sources.told, note.sources) if told]
    if note.when:
        return "" if _is_its_day(note, sources, known) else note.text
    text = note.text.strip("《》")
    if (verdict := _by_exports(text, note, sources)) is not None:
        return "" if verdict else text
    as_of = dates.AS_OF.search(text)
    of_itself = as_of is not None and note.place.path == sources.page.removeprefix("/")
    if not of_itself and any(is_quoted(text, one.text) for one in known):
        return ""
    if as_of is None:
        return _in_other_words(text, note, sources, known)
    if not _is_day_of(as_of[1], sources.about(note) or sources.entries, known):
        return as_of[1]
    text = text[: as_of.start()]
    return holds(note._replace(text=text), sources) if numerals(text) else ""


def _by_exports(text: str, note: Note, sources: Sources) -> bool | None:
    """What the exports decide: a date beside an event, the words of a link to either. None where they do not."""
    about = sources.about(note)
    if dates.SHOWN.fullmatch(text) and (days := [str(one["date"]) for one in about if one.get("date")]):
        return all(dates.agrees(text, day) for day in days)
    if note.linked and about and text == note.text:  # a title in 《》 is the article's
        return any(text == bare(str(one.get(name))) for one in about for name in LINKED)
    return None


def _in_other_words(text: str, note: Note, sources: Sources, known: list[Own]) -> str:
    """The label of a figure or an event, which is the one that the exports have."""
    if about := sources.about(note):
        return "" if any(text == bare(str(entry.get("label"))) for entry in about) else text
    if not note.anchors or not known:
        return text
    lacking = missing(text, known[0].text)
    return lacking.text if lacking else ""


def _is_its_day(note: Note, sources: Sources, known: list[Own]) -> bool:
    """Whether a day is that of the events that are linked to, or else of the article, or told in it."""
    exported = [str(one["date"]) for one in sources.about(note) if one.get("date")]
    if exported:
        return all(day.partition("/")[0] == note.when for day in exported)
    linked = [told.dates[name] for page, name in note.anchors if (told := sources.told(page)) and name in told.dates]
    if linked:
        return all(day == note.when for day in linked)
    return any(note.when in (one.day, *one.dates.values()) for one in known)


def _is_day_of(written: str, about: list[Entry], known: list[Own]) -> bool:
    days = [str(entry["as_of"]) for entry in about if entry.get("as_of")] or [one.day for one in known]
    return any(day and dates.agrees(written, day) for day in days)
