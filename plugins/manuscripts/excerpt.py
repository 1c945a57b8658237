"""A line of a manuscript in a terminal: what it is wide, and a caret that lines up under Han characters.

Full-width characters take two columns (East Asian Width W and F), combining and format characters none. Tabs are
expanded. A long line is shown as a window around the place, because a paragraph is one line.
"""

from __future__ import annotations

import unicodedata

TAB = 4
BEFORE, AFTER = 36, 36
"""Columns shown on each side of the place, at least."""


def width(text: str) -> int:
    """Columns that `text` takes."""
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def marked(line: str, column: int, length: int) -> tuple[str, str]:
    """The line, cut to a window around its place and without tabs, and the line of carets under it."""
    at = min(column - 1, len(line))
    before, place, after = line[:at], line[at : at + length], line[at + length :]
    before, after = _tail(before), _head(after)
    shown, start = _expand(before)
    shown_place, end = _expand(place, start)
    return shown + shown_place + _expand(after, end)[0], " " * start + "^" * max(end - start, 1)


def _tail(text: str) -> str:
    kept = len(text)
    while kept and width(text[kept:]) < BEFORE:
        kept -= 1
    return text if not kept else "…" + text[kept:]


def _head(text: str) -> str:
    kept = 0
    while kept < len(text) and width(text[:kept]) < AFTER:
        kept += 1
    return text if kept == len(text) else text[:kept] + "…"


def _expand(text: str, start: int = 0) -> tuple[str, int]:
    """The text with tabs as spaces, and the column behind it."""
    shown, column = [], start
    for char in text:
        piece = " " * (TAB - column % TAB) if char == "\t" else _visible(char)
        shown.append(piece)
        column += width(piece)
    return "".join(shown), column


def _visible(char: str) -> str:
    """A control character could do anything to a terminal."""
    return "\ufffd" if unicodedata.category(char) == "Cc" else char
