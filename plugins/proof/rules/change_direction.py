"""A change whose word says the other way: 从63%下降到72%, 由120天延长到30天.

从63.2%提高到72.7%        goes its way
从63%降至72%              does not
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from plugins.proof.readings import stretch
from plugins.proof.rules.conflict_within import said
from plugins.proof.sheets import Reading, Sheet
from plugins.proof.types import Draft, Rule
from plugins.proof.words import words

UP: Final = words("up")
DOWN: Final = words("down")
FROM: Final = re.compile(r"[从由自][^，。；！？\n]{0,16}$")
TO: Final = re.compile(
    rf"[^，。；、！？\n]{{0,6}}?(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:了)?(?:[到至为成]|[^，。；！？\n]{{0,10}}的)"
)
NEAR: Final = 24


class ChangeDirection(Rule):
    """Changes that go the other way."""

    name = "change_direction"

    def sheet(self, sheet: Sheet) -> Iterator[Draft]:
        for (low, _), readings in sheet.by_sentence():
            for one, other in pairwise(readings):
                between = sheet.text[one.end : other.start]
                if one.unit != other.unit or len(between) > NEAR or not FROM.search(sheet.text[low : one.start]):
                    continue
                if (way := TO.match(between)) and goes_against(one, other, up=bool(way["up"])):
                    word = way["up"] or way["down"]
                    spot = sheet.spot(one.start, other.end, anchor=other.anchor)
                    yield self.draft("against", spot, before=one.text, after=other.text, word=word)


def goes_against(one: Reading, other: Reading, *, up: bool) -> bool:
    """Whether the second is surely on the other side of the first."""
    (least, most), (low, high) = stretch(said(one)), stretch(said(other))
    return high < least if up else low > most
