"""Rules about time: a stretch that places a statement (过去四年), a point on the clock, a stretch within a name."""

from __future__ import annotations

import re
from typing import Final

from plugins.zhtext.drafts import Draft
from plugins.zhtext.lexicon import Prefixes, Suffixes, sections
from plugins.zhtext.surroundings import CLAUSE_ENDS, char_after, char_before, is_han

_PERIODS: Final = sections("periods")
_BEFORE: Final = Suffixes(_PERIODS["before"])
_AFTER: Final = Prefixes(_PERIODS["after"])
ASSERTS: Final = Suffixes(_PERIODS["asserts"])
_PLACED_THEN: Final = Prefixes(_PERIODS["placed then"])
_GONE_THROUGH: Final = Suffixes(_PERIODS["gone through"])
_RECORDS: Final = Prefixes(_PERIODS["records"])
_NAMES: Final = Prefixes(_PERIODS["names"])
_LASTS: Final = Suffixes(_PERIODS["lasts"])
_ACHIEVED: Final = Prefixes(_PERIODS["achieved"])
_AIMED: Final = re.compile(rf"(?:{'|'.join(_PERIODS['aimed'])})[^，。；\n]{{0,4}}$")
_AIM: Final = 10  # characters before a stretch in which its aim stands
_DUE: Final = re.compile(rf"[^，。；\n]{{0,4}}(?:{'|'.join(_PERIODS['due'])})")
_CLOCK_ENDS: Final = Prefixes(sections("rules")["clock ends"])
_SHORT: Final = frozenset(("小时", "分钟", "秒", "天"))
_SOON: Final = _SHORT | {"月", "周", "星期"}
_LONG: Final = frozenset(("年", "月", "天", "周"))
_OR_ONCE_IN: Final = re.compile(r"[或至到、—-][0-9一二三四五六七八九十百]{1,4}年一遇")  # 二十年或五十年一遇
_TURNS: Final = frozenset("届次遇签换选轮评审")  # 三年一届
_FEW: Final = 3  # 近两天 are these days
_OF_DAY: Final = frozenset(
    ("早上", "晚上", "上午", "下午", "中午", "凌晨", "傍晚", "半夜", "夜里", "清早", "早晨", "正午", "午后")
)
_DONE: Final = ("了", "过", "完", "遍")
_CIRCLE: Final = re.compile(r"[^，。；、\n]{0,6}圈")
# 100米工程 and 5公里走 are no names of races.
_NOT_OF_LENGTH: Final = frozenset(("工程", "制", "计划", "服务", "走", "跑", "方案"))


def is_period(text: str, draft: Draft) -> bool:
    """A stretch of time that places a statement: 五年来, 过去四年, 未来三天; but 连续三年 is asserted."""
    if draft.unit in ("世纪", "季度") and text[draft.number_end] != "个":
        return not ASSERTS.at(text, draft.start)
    after = placed_behind(text, draft)
    if draft.lead == "近":
        return _is_recent(text, draft, after)
    if after:
        if (
            after == "里"
            and draft.unit in _SHORT
            and draft.high is None
            and char_before(text, draft.start) in CLAUSE_ENDS
        ):
            return False
        return not (after == "后" and _comes_due(text, draft) and not _BEFORE.at(text, draft.start))
    return _is_placed(text, draft)


def placed_behind(text: str, draft: Draft) -> str:
    """The word behind a stretch that makes it a period: 来, 以来, 间."""
    after = _AFTER.at(text, draft.unit_end)
    if not after and draft.end > draft.unit_end:
        after = _AFTER.at(text, draft.end)
    return after


def _comes_due(text: str, draft: Draft) -> bool:
    """半小时后, 3个月后 tell how long it took or takes; 两年后无息退还 is a term, 五年后 is another time."""
    return draft.unit in _SOON or _DUE.match(text, draft.end + 1) is not None


def _is_placed(text: str, draft: Draft) -> bool:
    before = _BEFORE.at(text, draft.start)
    if draft.bound == "eq" and text.startswith("的", draft.end) and _GONE_THROUGH.at(text, draft.start):
        return True
    if _is_said_over(text, draft):
        return True
    if draft.trail in ("内", "以内", "之内"):
        return before in ("未来", "今后") or (draft.unit == "年" and not draft.lead and not _is_limit(text, draft))
    if draft.trail or draft.lead or (before == "上" and draft.high is not None):
        return False
    return bool(before) and len(ASSERTS.at(text, draft.start)) <= len(before)


def _is_limit(text: str, draft: Draft) -> bool:
    """目标是在3至5年内把…, 三年内建成: a time limit; 三年内接到举报 says when."""
    aimed = _AIMED.search(text, max(0, draft.start - _AIM), draft.start) is not None
    return aimed or bool(ASSERTS.at(text, draft.start) or _ACHIEVED.at(text, draft.end))


def _is_recent(text: str, draft: Draft, after: str) -> bool:
    """近5年 at the head of a clause is a period; 工作近30年 is an amount."""
    if after or _RECORDS.at(text, draft.end):
        return True
    if draft.unit == "天" and draft.value <= _FEW:
        return not ASSERTS.at(text, draft.start)
    return draft.unit in _LONG and char_before(text, draft.start) in CLAUSE_ENDS | {"在", "最", "对"}


def is_while(text: str, draft: Draft) -> bool:
    """等了半天: a good while."""
    return draft.unit == "天" and draft.value < 1 and not draft.lead and char_before(text, draft.start) == "了"


def _is_said_over(text: str, draft: Draft) -> bool:
    """五年累计投入, 三年安排450亿元; 满15年的职工 is a class."""
    if draft.trail or draft.lead or draft.unit not in _LONG:
        return False
    if text.startswith("的", draft.end) and char_before(text, draft.start) == "满":
        return text[draft.start - 2 : draft.start - 1] not in ("已", "轨")
    return bool(_PLACED_THEN.at(text, draft.end)) and not ASSERTS.at(text, draft.start)


def is_clock(text: str, draft: Draft) -> bool:
    """晚九点半, 七点整: 点 counts only before the noun of what is said in points (三点意见)."""
    if text[draft.number_end] == "个":
        return False
    if text[draft.start - 2 : draft.start] in _OF_DAY or text[draft.start - 1 : draft.start] in ("晚", "晨"):
        return True
    return not is_han(char_after(text, draft.end)) or bool(_CLOCK_ENDS.at(text, draft.unit_end))


def is_within_name(text: str, draft: Draft) -> bool:
    """三年行动, 24小时值班, 15分钟生活圈, 20年一遇, 100米决赛."""
    name = _NAMES.at(text, draft.end)
    if text.startswith(_DONE, draft.end + len(name)):
        return False  # 25天走了四个省
    if draft.unit == "年" and text.startswith("一", draft.end) and text[draft.end + 1 : draft.end + 2] in _TURNS:
        return True
    if draft.unit == "年" and _OR_ONCE_IN.match(text, draft.end):
        return True
    if draft.kind == "time":
        circle = draft.unit in ("分钟", "小时") and _CIRCLE.match(text, draft.end) is not None
        return (circle or name not in ("", "项目")) and not _LASTS.at(text, draft.start)
    return bool(name) and name not in _NOT_OF_LENGTH
