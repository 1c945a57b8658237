"""The room's data: word lists out of `lexicon/*.txt`, in the form in which the grammar looks things up.

A file holds sections, `[name]`, of words parted by white space; `#` begins a comment line. A `Prefixes` finds the
longest word that starts at a place of a text, a `Suffixes` the longest that ends there. Both know by two characters
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


def _lengths(words: Iterable[str], pair: slice) -> dict[str, list[int]]:
    """How long the words of two and more characters are, by the two at one end; the longest first."""
    found: dict[str, list[int]] = {}
    for length, key in sorted({(-len(word), word[pair]) for word in words if len(word) > 1}):
        found.setdefault(key, []).append(-length)
    return found


class Prefixes:
    """Finds the longest word of a list that starts at a place."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self.heads = frozenset(word[0] for word in self.words)  # for a look at one character before `at` is called
        self.longer = _lengths(self.words, slice(2))

    def at(self, text: str, place: int) -> str:
        """The word that starts at `place`, or ""."""
        if (lengths := self.longer.get(text[place : place + 2])) is not None:
            for length in lengths:
                if (word := text[place : place + length]) in self.words:
                    return word
        return head if (head := text[place : place + 1]) in self.words else ""


class Suffixes:
    """Finds the longest word of a list that ends at a place."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self.tails = frozenset(word[-1] for word in self.words)  # for a look at one character before `at` is called
        self.longer = _lengths(self.words, slice(-2, None))

    def at(self, text: str, place: int) -> str:
        """The word whose last character is just before `place`, or ""."""
        if (lengths := self.longer.get(text[place - 2 : place])) is not None:
            for length in lengths:
                if length <= place and (word := text[place - length : place]) in self.words:
                    return word
        return tail if (tail := text[place - 1 : place]) in self.words else ""


class Holders:
    """Finds the longest word that holds the numeral at a place: 统一, 进一步, 长三角.

    A word is filed under its first numeral together with the character before it or, when it begins with the
    numeral, behind it. `word!xyz` holds only where none of x, y, z follows.
    """

    def __init__(self, words: Iterable[str], numerals: frozenset[str]) -> None:
        entries = [entry.partition("!") for entry in dict.fromkeys(words)]
        self._opening: dict[str, list[tuple[str, str]]] = {}  # by their first two characters, the longest first
        self._inside: dict[str, list[tuple[int, str, str]]] = {}  # with the place of the numeral
        for word, _, never in sorted(entries, key=lambda entry: -len(entry[0])):
            offset = next(n for n, char in enumerate(word) if char in numerals)
            if offset:
                self._inside.setdefault(word[offset - 1 : offset + 1], []).append((offset, word, never))
            else:
                self._opening.setdefault(word[:2], []).append((word, never))

    def end(self, text: str, place: int) -> int:
        """Where the longest such word ends, or 0."""
        best = 0
        for word, never in self._opening.get(text[place : place + 2], ()):
            if text.startswith(word, place) and _goes(text, place + len(word), never):
                best = place + len(word)
                break
        for offset, word, never in self._inside.get(text[place - 1 : place + 1], ()):
            end = place - offset + len(word)
            if end > best and text.startswith(word, place - offset) and _goes(text, end, never):
                best = end
        return best


def _goes(text: str, end: int, never: str) -> bool:
    """Whether none of `never` stands at `end`."""
    return not never or end == len(text) or text[end] not in never
