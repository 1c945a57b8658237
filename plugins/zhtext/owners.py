"""Whose a noun is that must be somebody's: the place that a sentence names, or what the paragraph speaks of."""

from __future__ import annotations

import re
from typing import Final

_PLACE_NAME: Final = re.compile(
    r"(?![全各本该某每我这那多数几比对向为把将在从由到与和占含]|部分)[一-龥]{1,5}?(?:(?<![城上股门夜超都本全])市|(?<!全)县|(?<![社小园景校厂灾地林库牧山城辖片战])区|(?<![城乡])镇|"
    r"(?<![农乡新全及])村|(?<![城返家])乡|(?<!全)省|[一-龥]{0,3}?(?:平原|流域|地区)|集团|公司|地铁|铁路|机场)(?![级委政长民属内外直])"
)
_TAIL: Final = re.compile("[市县区镇村乡省原域团司铁场]")  # no place or house is named without one
_TAIL_REACH: Final = 10
_REACH: Final = 120
_TOPIC: Final = re.compile(
    r"[。！？\n](“[^”\n]{2,10}”[一-龥]{0,4}?|[一-龥A-Za-z]{2,8}?)(?:是|为|位于|采用|由|坐落|拥有|总长|全长|自|于)"
)
_HOUSE: Final = re.compile(
    r"[。！？\n]((?![全各本该某每我这那多数几一二两三四五六七八九十])[一-龥]{2,8}?"
    r"(?:水文站|合作社|医院|法院|公司|集团|水库|大桥|隧道))"
)


def place_name(said: str) -> str:
    """The place or house that a phrase begins with, or ""."""
    if not said or not _TAIL.search(said, 1, _TAIL_REACH):
        return ""
    found = _PLACE_NAME.match(said)
    return found[0] if found else ""


def topic(text: str, place: int, *, bare: bool) -> str:
    """What the paragraph spoke of last, by how its sentences begin: 天舟一号 is our first cargo ship.

    A `bare` noun (水位) may also be that of a house or a work that a sentence begins with.
    """
    floor = max(0, place - _REACH)
    said = "\n" + text[max(text.rfind("\n", floor, place), floor) : place]
    topics = _TOPIC.findall(said) or (_HOUSE.findall(said) if bare else [])
    return topics[-1] if topics else ""
