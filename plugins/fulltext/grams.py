"""The index of one segment: for every stretch of up to six characters the articles in which it stands. Pure.

The articles' folded texts stand one behind the other, the newest first. Each place of them is an entry: the six
characters from there (fewer where the line ends) and the number of the article. So whatever is asked for, up to six
characters, is the beginning of some entries, and these tell exactly which articles have it.

Entries fall into buckets by their first three characters together, because many texts share a first one and even two:
`classes` mixes two of them, `part` the third one in, so that buckets are about equally large. A bucket is a file of
lines: the first three characters, then by turns what follows them and the articles, parted by tabs. Articles are
written as gaps (see `numbers`), which compress well. What is asked for with just two characters would need all
parts of a class: a file more for each class has its pairs, likewise in lines. A single character is not looked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from operator import sub
from typing import Final

LENGTH: Final = 6
"""Characters of an entry."""
HEAD: Final = 3
MOST: Final = 1 << 14
"""Articles of a segment, at most."""
LINE, FIELD = "\n", "\t"
_SPREAD: Final = bytes((byte * 167 + 13) & 255 for byte in range(256))
_BASE: Final = 47
_LAST: Final = [chr(33 + digit) for digit in range(_BASE)]
_MORE: Final = [chr(80 + digit) for digit in range(_BASE)]


class Cut:
    """Into how many buckets the entries of so many articles fall: 32 at least, and of many one for every two."""

    def __init__(self, articles: int) -> None:
        size = 1 << max(5, (articles - 1).bit_length())
        self.classes = min(256, size)
        self.parts = max(1, min(8, size // 128), size // 512)

    def files(self, kind: int) -> list[str]:
        """The names of a class's files: of its pairs, and of each part."""
        return [f"{kind:02x}", *(f"{kind:02x}{part:x}" for part in range(self.parts))]


def classes(text: str) -> bytes:
    """For each place, the class out of 256 of the two characters from there. No character is beyond the first plane."""
    low = text.encode("utf-16-le", "surrogatepass")[::2]
    mixed = int.from_bytes(low.translate(_SPREAD), "big") ^ int.from_bytes(low[1:] + b"\n", "big")
    return mixed.to_bytes(len(low), "big") if low else b""


def part(gram: str) -> int:
    """The part of an entry, before it is cut down to as many as there are."""
    return ord(gram[0]) ^ ord(gram[1]) >> 8 ^ ord(gram[2])


class Texts:
    """The texts of a segment in a shape in which entries of a class are found quickly."""

    def __init__(self, folded: Sequence[str], cut: Cut) -> None:
        self.cut = cut
        padding = LINE * (LENGTH - 1)
        padded = [(text + LINE).replace(LINE, padding) for text in folded]
        self.text = "".join(padded)
        self._classes = classes(self.text).translate(bytes(byte & (cut.classes - 1) for byte in range(256)))
        self._ends = list(accumulate(map(len, padded)))

    def buckets(self, kind: int) -> list[str]:
        """The files of a class, as `Cut.files` names them."""
        entries, pairs = self._entries(kind)
        lines = [f"{pair}{FIELD}{FIELD}{numbers(pairs[pair])}" for pair in sorted(pairs) if LINE not in pair]
        return [LINE.join(lines), *_parts(entries, self.cut.parts)]

    def _entries(self, kind: int) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
        """The stretches that begin with two characters of the class, each with its articles; and the pairs alone."""
        text, kinds, ends = self.text, self._classes, self._ends
        entries: dict[str, list[int]] = {}
        pairs: dict[str, list[int]] = {}
        byte, number, end = bytes((kind,)), 0, ends[0] if ends else 0
        place = kinds.find(byte)
        while place >= 0:
            while place >= end:
                number += 1
                end = ends[number]
            _add(entries, text[place : place + LENGTH], number)
            _add(pairs, text[place : place + 2], number)
            place = kinds.find(byte, place + 1)
        return entries, pairs


def _add(entries: dict[str, list[int]], gram: str, number: int) -> None:
    """One more article that has a stretch, once."""
    found = entries.get(gram)
    if found is None:
        entries[gram] = [number]
    elif found[-1] != number:
        found.append(number)


def _parts(entries: dict[str, list[int]], parts: int) -> list[str]:
    """The lines of each part. In order, what shares its first characters stands together."""
    lines: list[list[list[str]]] = [[] for _ in range(parts)]
    before, fields = "", [""]
    for gram in sorted(entries):
        if LINE in gram[:HEAD]:
            continue
        if gram[:HEAD] != before:
            before = gram[:HEAD]
            fields = [before]
            lines[part(gram) & (parts - 1)].append(fields)
        fields.append(gram[HEAD:].rstrip(LINE))
        fields.append(numbers(entries[gram]))
    return [LINE.join(map(FIELD.join, of)) for of in lines]


def number(value: int) -> str:
    """One to three characters of ASCII: those that end a number are others than those before."""
    if value < _BASE:
        return _LAST[value]
    value -= _BASE
    if value < _BASE * _BASE:
        return _MORE[value // _BASE] + _LAST[value % _BASE]
    value -= _BASE * _BASE
    return _MORE[value // _BASE // _BASE] + _MORE[value // _BASE % _BASE] + _LAST[value % _BASE]


def numbers(rising: Sequence[int]) -> str:
    """Numbers that rise, each by its distance from the one before."""
    if len(rising) == 1:
        return _written()[rising[0] + 1]
    return "".join(map(_written().__getitem__, map(sub, rising, [-1, *rising])))


@cache
def _written() -> list[str]:
    """Distances as they are written, by their size; there is none of 0."""
    return ["", *map(number, range(MOST))]
