"""Where a headline may break: between phrases, not within a word. Pure.

In goes a title or a heading; out comes the same text with a zero-width space (U+200B) where a line may end. Words come
from rjieba's dictionary; what clings to a neighbour (particles, measures, marks) is kept with it, so that few and good
places are left. The dictionary takes longer to wake (0.15 s) than a thousand titles to cut: it is woken late, and
whoever has the phrases of a text already brings them along.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Final

from .lexicon import sections

if TYPE_CHECKING:
    from rjieba import Jieba

BREAK: Final = "\u200b"
SHORT: Final = 4
"""Characters up to which a text is left whole."""
ROOM: Final = 6
"""Characters of a phrase that takes in what clings to neither side."""
LONG: Final = 4
"""Characters from which a term of ours is added to the dictionary; shorter ones have other uses too."""
COMMON: Final = 1000
_OPENING: Final = frozenset("“‘（《〈【「『")
_CLOSING: Final = frozenset("，、。；：？！…—”’）》〉】」』·%％,.!?:;)")
_BEHIND: Final = frozenset(
    "的了着过们吗呢吧地得者上下里中内外后前间等余多万亿个家名项条处份次年月日号级届期区县市镇乡村"
)
"""Words of one character that stand with what is before them."""
_AHEAD: Final = frozenset(
    "不在把被为与和向从到以对让给按照用是有近超第每各全新大小老再也都还又就才可能会要将由于比这那"
)
"""Words of one character that stand with what is behind them."""


def phrased(text: str, known: Mapping[str, str] | None = None) -> str:
    """The text with the places where a line may end; from what is `known` if it is there."""
    if known and text in known:
        return known[text]
    return BREAK.join(_phrases(_words().cut(text, False))) if len(text) > SHORT else text


@cache
def _words() -> Jieba:
    """The dictionary, with the hub's own terms."""
    from rjieba import Jieba

    words = Jieba()
    for term in sections("terms")["terms"]:
        if len(term) >= LONG and "!" not in term:
            words.add_word(term, COMMON, "nz")
    return words


def _phrases(words: list[str]) -> Iterator[str]:
    phrase = ""
    for word in words:
        if phrase and not _clings(phrase, word):
            yield phrase
            phrase = ""
        phrase += word
    if phrase:
        yield phrase


def _clings(phrase: str, word: str) -> bool:
    """Whether a word belongs to the phrase before it."""
    last, first = phrase[-1], word[0]
    if first in _CLOSING or last in _OPENING or first.isspace() or last.isspace():
        return not last.isspace()
    if last in _CLOSING or first in _OPENING:
        return last == "·"
    if last.isascii() and last.isalnum():
        return len(word) <= SHORT  # 1075个, 35条, 150余万
    if len(word) == 1 and (word in _BEHIND or (word not in _AHEAD and len(phrase) < ROOM)):
        return True
    return len(phrase) == 1 and len(phrase + word) <= ROOM and last not in _BEHIND
