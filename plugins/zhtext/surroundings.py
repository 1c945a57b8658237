"""What stands beside a place of a text, for the rules that judge a quantity."""

from __future__ import annotations

from typing import Final

CLAUSE_ENDS: Final = frozenset('，。；！？：、,;!?:\n（）()”’」』"…—·')


def char_before(text: str, place: int) -> str:
    """The character before a place; a line's end where there is none."""
    return text[place - 1] if place > 0 else "\n"


def char_after(text: str, place: int) -> str:
    """The character at a place; a line's end where there is none."""
    return text[place] if place < len(text) else "\n"


def is_han(char: str) -> bool:
    """Whether a character is a common Han character."""
    return "一" <= char <= "龥"
