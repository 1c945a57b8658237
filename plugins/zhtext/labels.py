"""What a figure counts: the noun phrase beside it, before (征集党课151部) or behind (18个列席旁听小组)."""

from __future__ import annotations

from plugins.zhtext.judgement import CLAUSE_ENDS
from plugins.zhtext.quantities import Draft

_LONGEST = 24


def label(text: str, draft: Draft, floor: int) -> str:
    """The label of a draft; `floor` is where the figure before it ended."""
    behind = _behind(text, draft.end) if draft.kind in ("count", "noun", "") else ""
    return behind or _before(text, draft.start, floor)


def _behind(text: str, place: int) -> str:
    end = place
    while end < len(text) and end - place <= _LONGEST and text[end] not in CLAUSE_ENDS:
        end += 1
    return text[place:end] if end - place <= _LONGEST else ""


def _before(text: str, place: int, floor: int) -> str:
    start = place
    while start > floor and text[start - 1] not in CLAUSE_ENDS:
        start -= 1
    return text[start:place] if place - start <= _LONGEST else ""
