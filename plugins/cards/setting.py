"""Lines of Chinese: nothing closes at the start of a line or opens at its end, no figure and no word is torn apart."""

from __future__ import annotations

from collections.abc import Callable

from plugins.zhtext import read

CLOSING = frozenset("，。、；：？！”’）》】〉」』%％…—～·")
OPENING = frozenset("“‘（《【〈「『")
LONGEST_WORD = 6
BROKEN = 0.2
"""What a break behind no mark weighs: as much as a line that is so much of the measure too long or too short."""
Measure = Callable[[str], float]
"""How wide a text is, in pixels."""


def pieces(text: str) -> list[str]:
    """A text in the pieces that a line may not break: figures, words, a character with its marks."""
    within = {place for figure in read(text).figures for place in range(figure.start + 1, figure.end)} | _in_words(text)
    found: list[str] = []
    for place, char in enumerate(text):
        if found and (place in within or _sticks(found[-1], char)):
            found[-1] += char
        else:
            found.append(char)
    return found


def _in_words(text: str) -> set[int]:
    """The places of a text that are inside a word: 课堂 stands on one line."""
    import rjieba  # takes a tenth of a second to wake

    found: set[int] = set()
    at = 0
    for word in rjieba.cut(text):
        found.update(range(at + 1, at + len(word)) if len(word) <= LONGEST_WORD else ())
        at += len(word)
    return found


def _sticks(before: str, char: str) -> bool:
    if char in CLOSING or char.isspace() or before.rstrip()[-1:] in OPENING:
        return True
    return _is_latin(char) and _is_latin(before[-1])


def _is_latin(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char in ".-")


def lines(text: str, wide: float, measure: Measure) -> list[str]:
    """The text in as few lines as are as wide as this: about as long as each other, ending at marks where that goes."""
    parts = pieces(text.strip())
    widths = [measure(part) for part in parts]
    few = _count(widths, wide)
    found = ["".join(parts[start:end]).rstrip() for start, end in _best(parts, widths, wide, few)]
    return [line for line in found if line]


def _count(widths: list[float], wide: float) -> int:
    """The fewest lines."""
    count, room = 0, -1.0
    for width in widths:
        room -= width
        if room < 0:
            count, room = count + 1, wide - width
    return count


def _best(parts: list[str], widths: list[float], wide: float, few: int) -> list[tuple[int, int]]:
    """Start and end of each line of the `few`, by what is least: how uneven they are, and breaks that no mark precedes.

    A piece that is too wide has a line for itself.
    """
    even = sum(widths) / max(few, 1)
    ways: dict[int, tuple[float, list[tuple[int, int]]]] = {0: (0.0, [])}
    for _ in range(few):
        longer: dict[int, tuple[float, list[tuple[int, int]]]] = {}
        for start, (cost, lines_so_far) in ways.items():
            width = 0.0
            for end in range(start + 1, len(parts) + 1):
                width += widths[end - 1]
                if width > wide and end > start + 1:
                    break
                free = end == len(parts) or parts[end - 1].rstrip()[-1:] in CLOSING
                now = cost + (width - even) ** 2 + (0 if free else (BROKEN * wide) ** 2)
                if end not in longer or now < longer[end][0]:
                    longer[end] = now, [*lines_so_far, (start, end)]
        ways = longer
    return ways[len(parts)][1] if len(parts) in ways else []
