"""The room's data: word lists out of `lexicon/*.txt`, in the form in which the grammar looks things up.

A file holds sections, `[name]`, of words parted by white space; `#` begins a comment line. A `Prefixes` finds the
longest word that starts at a place of a text, a `Suffixes` the longest that ends there. Both know by one character
how long a word can be there, so that a look-up costs a slice or two, whatever the length of the list.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "lexicon"


@cache
def sections(name: str) -> dict[str, list[str]]:
    """The sections of one file: name of the section to its words, in order."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in (_FOLDER / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            current = found.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            current.extend(line.split())
    return found


def _lengths(words: Iterable[str], end: int) -> dict[str, tuple[int, ...]]:
    by_char: dict[str, set[int]] = {}
    for word in words:
        by_char.setdefault(word[end], set()).add(len(word))
    return {char: tuple(sorted(lengths, reverse=True)) for char, lengths in by_char.items()}


class Prefixes:
    """Finds the longest word of a list that starts at a place."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self.heads = _lengths(self.words, 0)  # a hot loop tests a character against it before it calls `at`

    def at(self, text: str, place: int) -> str:
        """The word that starts at `place`, or ""."""
        lengths = self.heads.get(text[place : place + 1])
        if lengths is None:
            return ""
        for length in lengths:
            word = text[place : place + length]
            if word in self.words:
                return word
        return ""


class Suffixes:
    """Finds the longest word of a list that ends at a place."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self.tails = _lengths(self.words, -1)  # a hot loop tests a character against it before it calls `at`

    def at(self, text: str, place: int) -> str:
        """The word whose last character is just before `place`, or ""."""
        lengths = self.tails.get(text[place - 1 : place])
        if lengths is None:
            return ""
        for length in lengths:
            if length <= place and (word := text[place - length : place]) in self.words:
                return word
        return ""


class Holders:
    """Finds the longest word that holds the numeral at a place: 统一, 进一步, 长三角.

    A word is filed under its first numeral together with the character before it or, when it begins with the
    numeral, behind it. `word!xyz` holds only where none of x, y, z follows.
    """

    def __init__(self, words: Iterable[str], numerals: frozenset[str]) -> None:
        self._filed: dict[str, list[tuple[int, str, str]]] = {}
        for entry in words:
            word, _, never = entry.partition("!")
            offset = next(n for n, char in enumerate(word) if char in numerals)
            key = word[:2] if offset == 0 else "<" + word[offset - 1 : offset + 1]
            self._filed.setdefault(key, []).append((offset, word, never))

    def end(self, text: str, place: int) -> int:
        """Where the longest such word ends, or 0."""
        best = 0
        for key in (text[place : place + 2], "<" + text[max(0, place - 1) : place + 1]):
            for offset, word, never in self._filed.get(key, ()):
                end = place - offset + len(word)
                if end > best and text.startswith(word, place - offset) and not _begins(text, end, never):
                    best = end
        return best


def _begins(text: str, place: int, chars: str) -> bool:
    return place < len(text) and text[place] in chars
