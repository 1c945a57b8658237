"""The measures of a drawing, in pixels, and how wide a text is on it: reckoned, not measured.

A drawing must come out the same on every machine, whatever fonts it has, so nothing of its layout is left to them. It
is as wide as the text of a small phone, and may be shown larger.
"""

from __future__ import annotations

import unicodedata

WIDTH = 340
HEAD = 6
NAME = 15
"""The size of names and figures."""
LINE = 22
BAR = 12
GAP = 12
OPEN = 20
"""How far the open end of 以上 goes on."""
BESIDE = 6
"""Between a bar's end and its figure."""
MOST_LINES = 2


def width(text: str) -> float:
    """How wide a text is at most: a Han character is a square, any other not wider than three fifths of one."""
    return sum(NAME if unicodedata.east_asian_width(char) in "WFA" else 0.6 * NAME for char in text)


def lines(name: str) -> list[str]:
    """A name in lines; what is too long for them ends in …, and is whole in the table beside the chart."""
    found: list[str] = []
    rest = name
    while rest and len(found) < MOST_LINES:
        end = _fitting(rest)
        found.append(rest[:end])
        rest = rest[end:]
    if rest:
        found[-1] = found[-1][:-1] + "…"
    return found


def _fitting(text: str) -> int:
    """How many characters stand on a line; no closing mark begins the next."""
    room, end = float(WIDTH - BESIDE), 0
    while end < len(text) and (room := room - width(text[end])) >= 0:
        end += 1
    while 1 < end < len(text) and text[end] in "”》）、，。":
        end -= 1
    return max(end, 1)


def row_height(name: str) -> int:
    return len(lines(name)) * LINE + BAR + GAP
