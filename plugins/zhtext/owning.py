"""Nouns of measure (面积, 产量, 标的额), and what a phrase that ends with one says them of.

In 蔬菜播种面积3000亩，产量9000吨 both are the vegetables': the second noun takes the owner of the first. In
累计降雨量100毫米，局地超300毫米 the second figure takes the first's measure.
"""

from __future__ import annotations

from typing import Final

from plugins.zhtext.lexicon import Suffixes, sections

_WORDS: Final = sections("labels")
_THINGS: Final = Suffixes(_WORDS["measures"])
_MEASURES: Final = Suffixes([*_WORDS["measures"], *_WORDS["weather measures"]])
_OF_MEASURES: Final = Suffixes(_WORDS["of measures"])
_SPOTS: Final = Suffixes(_WORDS["spots"])
SIDES: Final = frozenset("长宽高深厚重")
_NO_SIDE: Final = "增成组校市县镇村部局院厅处科队班社乡家提升加体载"  # 增长, 校长, 提高, 加深, 载重
_LONGEST: Final = 8


def measure_at(phrase: str) -> int:
    """Where the measure begins that ends a phrase, with what is said of it: 2 in 蔬菜播种面积; its length for none."""
    place = len(phrase)
    if phrase[-1:] not in _MEASURES.tails or not (word := _MEASURES.at(phrase, place)):
        return place
    place -= len(word)
    while place and phrase[place - 1] in _OF_MEASURES.tails and (word := _OF_MEASURES.at(phrase, place)):
        place -= len(word)
    return place


def bare(phrase: str) -> bool:
    """The measure of a thing and no more: 产量, 播种面积; not that of a place, as 气温 is."""
    if phrase in SIDES:
        return True
    return 0 < len(phrase) <= _LONGEST and _THINGS.at(phrase, len(phrase)) != "" and measure_at(phrase) == 0


def only_measure(phrase: str) -> bool:
    """Any measure and no more."""
    return phrase in SIDES or (0 < len(phrase) <= _LONGEST and measure_at(phrase) == 0)


def owner(subject: str) -> str:
    """蔬菜 of 蔬菜播种面积; a subject that ends with no measure is the owner itself."""
    place = measure_at(subject)
    if place == len(subject) > 1 and subject[-1] in SIDES and subject[-2] not in _NO_SIDE:
        return subject[:-1]  # 这条路长8.6公里，宽24米
    return subject[:place].removesuffix("的")


def of_spot(phrase: str, subject: str) -> str:
    """局地累计降雨量, where 局地 stands alone behind 南部累计降雨量; else ""."""
    if phrase[-1:] not in _SPOTS.tails or not _SPOTS.at(phrase, len(phrase)):
        return ""
    measure = subject[measure_at(subject) :]
    return phrase + measure if measure else ""
