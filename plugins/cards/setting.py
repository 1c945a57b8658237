"""Lines of Chinese: nothing closes at the start of a line or opens at its end, and no figure is torn apart."""

from __future__ import annotations

from collections.abc import Callable

from plugins.zhtext import read

CLOSING = frozenset("，。、；：？！”’）》】〉」』%％…—～·")
OPENING = frozenset("“‘（《【〈「『")
Measure = Callable[[str], float]
"""How wide a text is, in pixels."""


def pieces(text: str) -> list[str]:
    """A text in the pieces that a line may not break: figures, words in Latin letters, a character with its marks."""
    within = {place for figure in read(text).figures for place in range(figure.start + 1, figure.end)}
    found: list[str] = []
    for place, char in enumerate(text):
        if found and (place in within or _sticks(found[-1], char)):
            found[-1] += char
        else:
            found.append(char)
    return found


def _sticks(before: str, char: str) -> bool:
    if char in CLOSING or char.isspace() or before.rstrip()[-1:] in OPENING:
        return True
    return _is_latin(char) and _is_latin(before[-1])


def _is_latin(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char in ".-")


def lines(text: str, wide: float, measure: Measure) -> list[str]:
    """The text in as few lines as are as wide as this, each about as long as the others."""
    parts = pieces(text.strip())
    few = len(_filled(parts, wide, measure))
    narrow, enough = max((measure(part) for part in parts), default=0.0), wide
    while enough - narrow > 1:  # the narrowest measure that still needs no more lines
        middle = (narrow + enough) / 2
        narrow, enough = (narrow, middle) if len(_filled(parts, middle, measure)) <= few else (middle, enough)
    return _filled(parts, enough, measure)


def _filled(parts: list[str], wide: float, measure: Measure) -> list[str]:
    found: list[str] = []
    for part in parts:
        if found and measure(found[-1] + part) <= wide:
            found[-1] += part
        else:
            found.append(part)
    return [line.rstrip() for line in found]
