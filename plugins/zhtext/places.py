"""Administrative divisions named in a text: Jinan's districts and counties, Shandong's cities, the provinces.

The names stand in `lexicon/places.txt`. A name inside another word counts for none (黄河南岸, 推广东西协作), since the
longest word that begins first is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from plugins.zhtext.lexicon import sections

_NONE = "none"


class Place(NamedTuple):
    """A place named at `start:end`, by its full name."""

    start: int
    end: int
    name: str


@cache
def divisions() -> dict[str, str]:
    """Every division's full name with that of the one that it is part of, in the order of the lexicon."""
    return {
        entry.partition("=")[0].partition("!")[0]: parent
        for parent, entries in sections("places").items()
        if parent != _NONE
        for entry in entries
    }


@cache
def words() -> dict[str, str]:
    """Every word with the name that it stands for, "" for none."""
    found = dict.fromkeys(sections("places")[_NONE], "")
    for parent, entries in sections("places").items():
        for entry in entries if parent != _NONE else ():
            name, _, short = entry.partition("=")
            found[name] = name
            if short:
                found[short.partition("!")[0]] = name
    return found


@cache
def _pattern() -> re.Pattern[str]:
    never = {
        word: after
        for entries in sections("places").values()
        for word, _, after in (entry.rpartition("=")[2].partition("!") for entry in entries)
    }
    longest = sorted(words(), key=lambda word: (-len(word), word))
    return re.compile("|".join([word + (f"(?![{never[word]}])" if never.get(word) else "") for word in longest]))


def places(text: str) -> list[Place]:
    """Every place that a text names, in order; 济南市章丘区 is one."""
    known, found = words(), list[Place]()
    for match in _pattern().finditer(text):
        start, end, name = match.start(), match.end(), known[match.group()]
        if name:
            if found and found[-1].end == start and found[-1].name in upwards(name):
                start = found.pop().start
            found.append(Place(start, end, name))
    return found


def in_common(names: Iterable[str]) -> str:
    """The smallest division that all of these are, or are part of; "" if that is the whole country."""
    first, *others = [upwards(name) for name in names]
    return next((name for name in first if all(name in other for other in others)), "")


def upwards(name: str) -> list[str]:
    """A division and those that it is part of, without the country."""
    found = []
    while name in divisions():
        found.append(name)
        name = divisions()[name]
    return found
