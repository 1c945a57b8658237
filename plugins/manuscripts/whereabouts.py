"""Which place a figure is about: what its label, its sentence or the article's title names. Pure.

In a sentence the place named last before the figure counts, else the first behind it. Places named in one breath
(章丘、平阴共有…) stand together for the smallest division that they are part of, or for none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from plugins.zhtext.places import Place, in_common, places

from .types import FigureEntry

_END: Final = tuple("。！？\n")
_TOGETHER: Final = frozenset({"、", "和", "与", "及", "以及", "，", "／", "/", "—", "等"})
_START: Final = attrgetter("start")


def placed(text: str, title: str, entries: Sequence[FigureEntry]) -> tuple[FigureEntry, ...]:
    """The entries, each with its place, "" where nothing names one; `text` is the body's."""
    named, of_title = places(text), _together(places(title))
    labelled = places("\n".join([entry.figure.label for entry in entries]))
    if not (named or of_title or labelled):
        return tuple(entries)
    found = []
    for entry in entries:
        label = entry.figure.label if labelled else ""
        ways = (_together(places(label)), _nearest(text, named, entry), of_title)
        own = next((way for way in ways if way is not None), "")
        found.append(entry._replace(place=own) if own else entry)
    return tuple(found)


def _together(named: Sequence[Place]) -> str | None:
    """What places named together come to; None if there are none."""
    return in_common([place.name for place in named]) if named else None


def _nearest(text: str, named: Sequence[Place], entry: FigureEntry) -> str | None:
    """The place of the figure's own sentence."""
    start, end = entry.figure.start, entry.figure.end
    at = bisect_left(named, start, key=_START)
    if at and not _parted(text, named[at - 1].end, start):
        first = at - 1
        while first and text[named[first - 1].end : named[first].start] in _TOGETHER:
            first -= 1
        return _together(named[first:at])
    if at < len(named) and not _parted(text, end, named[at].start):
        last = at + 1
        while last < len(named) and text[named[last - 1].end : named[last].start] in _TOGETHER:
            last += 1
        return _together(named[at:last])
    return None


def _parted(text: str, start: int, end: int) -> bool:
    between = text[start:end]
    return any(mark in between for mark in _END)
