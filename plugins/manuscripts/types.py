"""One compiled manuscript: what a file's bytes say, and nothing that needs another file, a clock or a disk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from plugins.zhtext.types import Event, Figure

Kind = Literal["article", "topic", "column", "page"]


class FigureEntry(NamedTuple):
    """A figure of the body, with the sentence that says it and the id of its element in `Manuscript.html`."""

    figure: Figure
    anchor: str
    sentence: str
    pinned: bool = False
    when: str = ""  # the time that it speaks of, see `dating`; "" when neither the text nor the editor says
    differs: str = ""  # why it is another than elsewhere, when the editor says so
    place: str = ""  # the division that it is about, see `whereabouts`; "" when nothing near it names one


class EventEntry(NamedTuple):
    """A dated event of the body, likewise."""

    event: Event
    anchor: str
    sentence: str


class Link(NamedTuple):
    """A reference to another file under content/, as the path of that file relative to content/."""

    target: str  # "articles/2026/x.md" or "images/x.png"
    fragment: str  # without "#"; "" when none
    written: str  # as the manuscript has it, to find the place of a fault
    image: bool


class Note(NamedTuple):
    """Something forgiven while reading (a BOM, CRLF, a full-width colon): said, not fatal."""

    line: int
    code: str


class Manuscript(NamedTuple):
    """A compiled manuscript. `front` holds the validated front matter as plain values (str, int, bool, list, dict)."""

    path: str  # POSIX, relative to content/
    kind: Kind
    front: dict[str, Any]
    html: str  # figures are <data>, event dates <time>; see docs/templates.md for the placeholders
    text: str  # the body's plain text, one block a line
    summary: str  # front matter's, or the body's first sentences; never cuts a figure
    han: int  # Han characters of the body
    headings: tuple[tuple[int, str, str], ...] = ()  # level, id, text
    figures: tuple[FigureEntry, ...] = ()
    events: tuple[EventEntry, ...] = ()
    links: tuple[Link, ...] = ()
    notes: tuple[Note, ...] = ()
    phrases: Mapping[str, str] = {}  # title and headings with the places where they break, see `typesetting`
