"""A draft of a rule as a finding: its words found in the files, its message worded."""

from __future__ import annotations

from collections.abc import Callable

from plugins.manuscripts import Place as Found
from plugins.manuscripts import line_at, locate_field, locate_text

from .types import MESSAGES, Draft, Finding, Place, Spot


def located(draft: Draft, source: Callable[[str], bytes], shown: Callable[[str], str]) -> Finding:
    """`source` gives the bytes of an article, `shown` its path as the editor knows it."""
    related = tuple(_place(spot, source, shown) for spot in draft.related)
    values = dict(draft.values)
    if related:
        other = related[0]
        values |= {"there": f"{other.path}:{other.line}", "said_there": other.sentence}
    place = _place(draft.spot, source, shown)
    values |= {"words": draft.spot.words, "said": place.sentence}
    words = MESSAGES.wording(draft.rule, draft.code, values)
    return Finding(draft.rule, draft.code, words.level, place, words.message, words.why, words.mend, related)


def _place(spot: Spot, source: Callable[[str], bytes], shown: Callable[[str], str]) -> Place:
    data = source(spot.path)
    found = locate_text(data, spot.words, spot.nth) if spot.part == "body" else _in_field(data, spot)
    line = line_at(data, found.line)
    return Place(shown(spot.path), found.line, found.column, found.length, line, spot.sentence.strip())


def _in_field(data: bytes, spot: Spot) -> Found:
    """The words within the field that has them; a summary that nobody wrote comes from the body."""
    field = locate_field(data, (spot.part,))
    line = line_at(data, field.line)
    column = line.find(spot.words, max(0, field.column - 1))
    if column >= 0:
        return Found(field.line, column + 1, len(spot.words))
    return locate_text(data, spot.words) if spot.part == "summary" else field
