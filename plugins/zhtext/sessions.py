"""Rules about numbers that stand for an ordinal without 第: 二十届三中全会, 八次全会, 机场三期, 二轮延包, 一二类苗.

二 before a classifier is an ordinal, since one counts with 两; so is 一二 of a pair, since one counts 一两.
"""

from __future__ import annotations

import re
from typing import Final

from plugins.zhtext.drafts import Draft
from plugins.zhtext.lexicon import Prefixes, sections
from plugins.zhtext.naming import is_measured_grade

_WORDS: Final = sections("rules")
_ASSEMBLIES: Final = Prefixes(_WORDS["assemblies"])
_MEETINGS: Final = Prefixes(_WORDS["meetings"])
_COUNTED_BY_ER: Final = frozenset(_WORDS["counted by er"])
_RUN: Final = frozenset(_WORDS["run"])
_PLENARY: Final = re.compile(r"[一二三四五六七八九十]{1,3}(?:中[、全及]|次(?:、|全|会|党代|代表)|届)")
_HOSTS: Final = frozenset("届委大协代常")
_LISTED_BEHIND: Final = re.compile(r"第[一二三四五六七八九十]{1,3}届(?:、[一二三四五六七八九十]{1,3}届)*、$")
_GRADED: Final = frozenset(("类", "级", "期", "线", "等"))
_BORN: Final = range(1900, 2100)


def is_congress(text: str, draft: Draft) -> bool:
    """二十届三中全会, 市委六届历次全会, 第九届、十届; 近十届最好成绩; 2026届毕业生."""
    end = draft.end
    if _ASSEMBLIES.at(text, end) or _PLENARY.match(text, end) or is_year_of_issue(text, draft):
        return True
    if draft.lead == "近":
        return text.startswith("最", end)
    return text[draft.start - 1 : draft.start] == "、" and bool(
        _LISTED_BEHIND.search(text, max(0, draft.start - 16), draft.start)
    )


def is_meeting(text: str, draft: Draft) -> bool:
    """人大三次会议, 十一届九次、十次全会; 召开三次会议 counts."""
    if draft.arabic or not _MEETINGS.at(text, draft.end):
        return False
    before = text[draft.start - 2 : draft.start]
    return before[-1:] in _HOSTS or before == "次、"


def is_phase(text: str, draft: Draft) -> bool:
    """机场三期扩建; 办了三期, 连续四期 count."""
    if draft.arabic or draft.bound != "eq" or text[draft.number_start] == "两":
        return False
    return text[draft.start - 1 : draft.start] not in _RUN


def is_second(text: str, draft: Draft) -> bool:
    """二轮延包, 二级响应, 二类苗."""
    return draft.kind in ("count", "event", "grade") and draft.unit not in _COUNTED_BY_ER and draft.bound == "eq"


def is_graded_pair(text: str, draft: Draft) -> bool:
    """一二类苗, 二三级公司; 三四级风 is a range."""
    if draft.high is None or draft.arabic or draft.number_end - draft.number_start != 2:
        return False
    return draft.unit in _GRADED and not (draft.unit == "级" and is_measured_grade(text, draft))


def is_year_of_issue(text: str, draft: Draft) -> bool:
    """2024款, 2026届: a year without 年."""
    return draft.arabic and draft.bound == "eq" and draft.value in _BORN and draft.number_end - draft.number_start == 4
