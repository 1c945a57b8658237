"""Whether a piece of text is a quotation of another: letter for letter, and no figure cut at its ends.

4.8万堂 is no quotation of 4.8万余堂, and 70名 none of 近70名, though the letters stand there.
"""

from __future__ import annotations

from plugins.zhtext import read

from .spotting import NUMERAL, Numeral, figures, numerals

_ENDS = frozenset(("", *"\n。！？；，：“”《》"))
"""No figure reaches over these; a text begins and ends with nothing."""
_LOOK = 24
"""Characters on either side of an end that tell whether a figure is cut there."""


def is_quoted(piece: str, source: str) -> bool:
    """Whether a bare piece stands in a bare source, no figure of it cut."""
    place = source.find(piece)
    while place >= 0:
        if not _cuts(source, place) and not _cuts(source, place + len(piece)):
            return True
        place = source.find(piece, place + 1)
    return False


def _cuts(source: str, place: int) -> bool:
    """Whether a figure reaches over a place. Most places have no numeral near."""
    if source[place - 1 : place] in _ENDS or source[place : place + 1] in _ENDS:
        return False
    near = source[max(0, place - 8) : place + 8]
    if not NUMERAL.search(near):
        return False
    if source[place - 1 : place].isdigit() and source[place : place + 1].isdigit():
        return True
    start = max(source.rfind("\n", 0, place) + 1, place - _LOOK)
    end = source.find("\n", place, place + _LOOK)
    around = source[start : place + _LOOK if end < 0 else end]
    return any(one.start < place - start < one.end for one in read(around).figures)


def missing(piece: str, source: str) -> Numeral | None:
    """The first numeral of a bare piece that the source does not have, as written or as an equal figure."""
    for numeral in numerals(piece):
        if not is_quoted(numeral.text, source) and not (numeral.kind == "figure" and _equal(numeral, piece, source)):
            return numeral
    return None


def _equal(numeral: Numeral, piece: str, source: str) -> bool:
    """八成 for 80%: the same value, bound and unit in other letters."""
    (said,) = (one for one in figures(piece) if one.start == numeral.start)
    return any(one[3:7] == said[3:7] for one in figures(source))
