"""Which numerals of a text count: every group of digits, and what the recogniser takes for a figure or a date.

A Han numeral within a word counts nothing (统一, 十五五, 三部曲): the recogniser tells. Texts come without white space.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from plugins.zhtext import read
from plugins.zhtext.types import Figure

HAN = "〇零一二两三四五六七八九十百千万亿半"
DIGIT = re.compile("[0-9０-９]")
NUMERAL = re.compile(f"[0-9０-９{HAN}]")
_DIGITS = re.compile(r"第?[0-9０-９]+(?:[.．,，][0-9０-９]+)*[\u4e00-\u9fff]?")
_ADDRESS = re.compile(r"https?://[!-~]+")
"""No figures: the number of a page in its address."""


class Numeral(NamedTuple):
    """A numeral as it stands in its text: what was read whole, or digits with the sign before and behind them."""

    start: int
    end: int
    text: str
    kind: Literal["figure", "date", "digits"]


def bare(text: str) -> str:
    """A text as it is compared: no white space, no addresses."""
    return "".join(_ADDRESS.sub("", text).split())


@lru_cache(maxsize=2048)
def numerals(text: str) -> tuple[Numeral, ...]:
    """The numerals of a bare text, in order."""
    if not NUMERAL.search(text):
        return ()
    reading = read(text)
    found = [Numeral(one.start, one.end, one.text, "figure") for one in reading.figures]
    found += [Numeral(one.start, one.end, one.text, "date") for one in reading.events]
    taken = {place for one in found for place in range(one.start, one.end)}
    found += [
        Numeral(match.start(), match.end(), match[0], "digits")
        for match in _DIGITS.finditer(text)
        if not taken.intersection(range(match.start(), match.end()))
        or any(match[0][place - match.start()].isdigit() for place in range(*match.span()) if place not in taken)
    ]
    return tuple(sorted(found))


@lru_cache(maxsize=64)
def figures(text: str) -> tuple[Figure, ...]:
    """What is read in a longer text; an article's is asked for many times in a row."""
    return read(text).figures
