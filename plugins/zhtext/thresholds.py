"""Rules about cut-offs: an amount that defines a class (65岁以上老人, 超10亿元项目) counts nothing.

An amount that is asserted stays a figure: 有300人以上参加, 新建100个以上村级服务站, 12户超过3000元.
"""

from __future__ import annotations

import re
from typing import Final

from plugins.zhtext.drafts import Draft
from plugins.zhtext.lexicon import Prefixes, sections
from plugins.zhtext.numerals import DIGITS, NUMERALS
from plugins.zhtext.surroundings import char_after, char_before, is_han

_WORDS: Final = sections("rules")
_METRICS: Final = frozenset(_WORDS["metrics"])
_CUTS: Final = frozenset(_WORDS["cuts"])
_COMPARES: Final = frozenset(_WORDS["compares"])
_PREDICATES: Final = Prefixes(_WORDS["predicates"])
_CLASSED: Final = Prefixes(_WORDS["classed"])
_ITEMS: Final = frozenset(_WORDS["items"])
_AGED: Final = Prefixes(_WORDS["aged"])
_PEOPLE: Final = Prefixes(_WORDS["people"])
_LEVEL: Final = re.compile("的[^，。；]{0,4}(?:水平|范围|区间|幅度|速度)")  # 损失率控制在1%以内的较好水平
_COUNTED: Final = frozenset(("count", "event", "noun"))
_SHARES: Final = frozenset(("%", "‰", "比例", "倍"))
_CUTTING: Final = ("以上", "以下", "往上", "往下")
_NUMBERS: Final = DIGITS | NUMERALS


def is_threshold(text: str, draft: Draft) -> bool:
    """65岁以上老人, 低于60%的耕地, 3次以上的: a cut-off that defines a class."""
    if draft.kind == "age" and draft.high is not None:
        named = draft.arabic or any(mark in text[draft.start : draft.end] for mark in "至到")  # not 七八十岁的老人
        return named and bool(_AGED.at(text, draft.end))
    if draft.trail not in _CUTS and draft.lead not in _CUTS:
        return False
    metric = char_before(text, draft.start) in _METRICS
    if text.startswith("的", draft.end):
        return not _LEVEL.match(text, draft.end) and _of_class(draft, metric)
    if not draft.trail:
        return draft.kind not in _COUNTED and bool(_CLASSED.at(text, draft.end))
    if not draft.trail.endswith(_CUTTING):
        return False
    return _cuts_off(text, draft, metric)


def _of_class(draft: Draft, metric: bool) -> bool:
    """Whether the cut-off before 的 defines a class."""
    return draft.unit not in _SHARES or metric or draft.lead in _COMPARES


def _cuts_off(text: str, draft: Draft, metric: bool) -> bool:
    """Whether a noun (or the number of a class) follows the cut-off, and the amount isn't that noun's own number."""
    after = char_after(text, draft.end)
    if after in _NUMBERS:
        return draft.kind not in _COUNTED and draft.unit not in _SHARES
    if draft.unit in _SHARES and not metric:
        return False
    if draft.kind == "age" and after == "、":
        return True
    return is_han(after) and not _joined(text, draft.end) and not _is_own_number(text, draft)


def _joined(text: str, place: int) -> bool:
    return text[place] in "和或与及" or bool(_PREDICATES.at(text, place))


def _is_own_number(text: str, draft: Draft) -> bool:
    """100个以上服务站 are so many, 8万户以上群众 so many households; 30户以上自然村 is a village of that size."""
    if draft.trail.startswith("及"):
        return False
    if draft.unit in _ITEMS:
        return True
    return draft.unit in ("户", "人", "口") and bool(_PEOPLE.at(text, draft.end))
