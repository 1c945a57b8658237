"""Whether a quantity is a figure, or a numeral that counts nothing: article, ordinal, base, period, threshold, name.

Each rule looks at a draft and what stands beside it, and says why not. The words that decide are data; what the
rules say of the language is described, with examples, in `docs/figures.md`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from plugins.zhtext.lexicon import Prefixes, Suffixes, sections
from plugins.zhtext.quantities import Draft

_PERIODS: Final = sections("periods")
_BEFORE: Final = Suffixes(_PERIODS["before"])
_AFTER: Final = Prefixes(_PERIODS["after"])
_ASSERTS: Final = Suffixes(_PERIODS["asserts"])
_NAMES: Final = Prefixes(_PERIODS["names"])
CLAUSE_ENDS: Final = frozenset('，。；！？：、,;!?:\n（）()”’」』"…—·')
_PROPORTIONS: Final = frozenset(("%", "‰", "比例", "倍", "成"))
_NUMBER_BEFORE: Final = tuple("为达到至从由是仅近超破有降升增减的")
_CODE_BEFORE: Final = ("编号为", "代码为", "号码为", "电话为", "热线为", "号为", "简称为", "密码为", "版本为")
_CHANGES: Final = tuple("缩提下上增减升降扩回变跌涨到至，。；,;、！）) \n”")
_METRIC_ENDS: Final = tuple("率度比量值重额在达到于为含龄数高积速收入价")


def is_figure(text: str, draft: Draft) -> bool:
    """True when no rule turns the draft down."""
    return not any(rule(text, draft) for rule in _RULES)


def _char_before(text: str, place: int) -> str:
    return text[place - 1] if place > 0 else "\n"


def _char_after(text: str, place: int) -> str:
    return text[place] if place < len(text) else "\n"


def _unmeasured(text: str, draft: Draft) -> bool:
    """No measure word: the number must show in another way that it is an amount."""
    if draft.unit or draft.kind:
        return False
    number = draft.number
    written = text[number.start : number.end]
    before = text[max(0, draft.start - 4) : draft.start].rstrip('“"')
    after = _char_after(text, draft.end)
    if after == "级" or text.startswith(("大", "级", "号", "楼", "级", "届", "强", "后", "化"), draft.end):
        return True
    if written == "零":
        return not (before.endswith(("为", "是")) and after in CLAUSE_ENDS)
    if not number.arabic:
        large = number.value >= 10**4 and len(written) > 1 and written[-1] in "万亿余多"
        return not (
            (large and written[0] not in "百千万亿")
            or (large and draft.lead)
            or (number.more and number.value >= 100 and large)
        )
    if "万" in written or "亿" in written or draft.lead or number.more:
        return draft.high is None and number.scale == 1 and not number.more and draft.lead not in _BOUND_ALONE
    return (
        before.endswith(_CODE_BEFORE)
        or not before.endswith(_NUMBER_BEFORE)
        or after not in _CHANGES
        or (text[number.start] == "0" and "." not in written and number.value > 0)
    )


_BOUND_ALONE: Final = frozenset(
    ("超", "超过", "逾", "突破", "不到", "不足", "近", "约", "接近", "不少于", "不超过", "大约", "将近")
)


def _article(text: str, draft: Draft) -> bool:
    """一 with a classifier means "a" unless it measures, is bounded, or closes an inventory (卫生室一所)."""
    number = draft.number
    if text[number.start : number.end] != "一" or draft.unit == "比例":
        return False
    if draft.bound != "eq" or draft.high is not None or draft.value != 1:
        return draft.lead == "近" and draft.kind == "count"
    if draft.kind == "ratio" or (
        draft.kind in ("measure", "money") and _char_before(text, draft.start) not in "每同这那某另又单任哪"
    ):
        return False
    if draft.kind == "time":
        return not _ASSERTS.at(text, draft.start)
    return not _INVENTORY.match(text, draft.end) or _char_before(text, draft.start) in _NO_INVENTORY


_INVENTORY: Final = re.compile(
    r"[，、；][^，。；]{1,12}?[0-9一二两三四五六七八九十百千]+[余多]?[个名位间所座处套台部本册张条口辆家户人亩盏把艘幢栋项]"
    r"(?:[，、。；]|$)"
)
_NO_INVENTORY: Final = frozenset(
    "中的这那每同某另其第唯最上下有为是成到了之无建设立开办看跑写发做添修买选派加出造种着过"
)


def _base(text: str, draft: Draft) -> bool:
    """每百元, 每千人口, 每12名学生: what a rate is reckoned per; an interval (每15分钟) is a figure."""
    if _char_before(text, draft.start) != "每":
        return False
    return draft.kind != "time" or draft.value == 1 or text[draft.number.start] in "百千"


def _period(text: str, draft: Draft) -> bool:
    """A stretch of time that places a statement."""
    if draft.kind != "time":
        return False
    after = _AFTER.at(text, draft.unit_end) or _AFTER.at(text, draft.end)
    before = _BEFORE.at(text, draft.start)
    if draft.lead == "近":
        return _near(text, draft, after)
    if after:
        return not (after == "后" and draft.unit in ("小时", "分钟", "秒", "天") and not before)
    if draft.trail in ("内", "以内", "之内"):
        return before in ("未来", "今后") or (draft.unit == "年" and before == "近")
    if draft.trail or draft.lead:
        return False
    asserts = _ASSERTS.at(text, draft.start)
    return bool(before) and len(asserts) <= len(before)


def _near(text: str, draft: Draft, after: str) -> bool:
    """近5年 at the head of a clause is a period; 工作近30年 is an amount."""
    if after in ("来", "间", "以来", "里", "期间") or draft.unit not in (
        "年",
        "月",
        "天",
        "日",
        "周",
        "小时",
        "分钟",
    ):
        return bool(after)
    return draft.unit in ("年", "月", "天", "周") and _char_before(text, draft.start) in CLAUSE_ENDS | {
        "在",
        "最",
        "对",
    }


def _named(text: str, draft: Draft) -> bool:
    """三年行动, 24小时值班, 15分钟生活圈, 20年一遇, 100米决赛: the quantity is part of a name."""
    if draft.kind not in ("time", "measure", "money", "count", "noun", "event", "grade"):
        return False
    if draft.unit == "届" and _CONGRESS.match(text, draft.end):
        return True
    name = _NAMES.at(text, draft.end)
    if name and (draft.kind in ("time", "measure") or name in ("制", "一遇")):
        return (draft.kind == "time" and name not in ("项目",)) or (
            draft.kind == "measure" and name not in ("工程", "制", "计划", "服务", "走", "跑", "方案")
        )
    return (
        draft.kind == "time"
        and bool(re.compile(r"[^，。；、]{0,6}圈").match(text, draft.end))
        and draft.unit in ("分钟", "小时")
    )


_CONGRESS: Final = re.compile(r"[一二三四五六七八九]?(?:中全会|全会|中央|人大|政协|省委|市委|县委|区委)")


def _versioned(text: str, draft: Draft) -> bool:
    """2.0版, 3.0时代: a version."""
    number = draft.number
    return (
        number.arabic
        and "." in text[number.start : number.end]
        and text.startswith(("版", "时代", "模式", "阶段"), number.end)
    )


def _grade(text: str, draft: Draft) -> bool:
    """级 grades (三级响应) unless it is a range, a wind, a quake, a climb, or counts a list (部省两级)."""
    if draft.unit != "级" or draft.kind != "grade":
        return False
    if draft.high is not None or draft.value != int(draft.value):
        return False
    near = text[max(0, draft.start - 6) : draft.end + 3]
    if re.search(r"风|震|台阶|烈度|浪|跃升|提升了|上升", near) and not re.search(r"响应|预警|防风", near):
        return False
    return not (
        not draft.number.arabic
        and draft.value in (2, 3, 4, 5)
        and _char_before(text, draft.start) in "省市县区乡镇村部州国部兵团"
    )


def _unturned(text: str, draft: Draft) -> bool:
    """番 counts only behind 翻."""
    return draft.unit == "番" and text[draft.start] != "翻"


def _ranked(text: str, draft: Draft) -> bool:
    """前三名, 前10位, 后两位, 第…: a place in an order."""
    before = text[max(0, draft.number.start - 2) : draft.number.start]
    if before.endswith("第") or (before.endswith("初") and not draft.number.arabic and draft.kind != "ratio"):
        return True
    if before.endswith("前"):
        return before not in ("目前", "当前", "提前", "日前", "之前", "以前", "此前", "年前", "月前")
    return (
        before.endswith("后")
        and draft.unit in ("位", "名")
        and before not in ("今后", "之后", "以后", "最后")
    )


def _threshold(text: str, draft: Draft) -> bool:
    """65岁以上老人, 低于60%的耕地, 3次以上的: a cut-off that defines a class."""
    after = _char_after(text, draft.end)
    cut = draft.trail in _CUTS or draft.lead in _CUT_LEADS
    if draft.trail in _CUTS and text.startswith(("的", "（含", "(含", "（不含"), draft.end):
        return draft.unit not in _PROPORTIONS or _char_before(text, draft.start) in _METRIC_ENDS
    if draft.lead in _COMPARING and after == "的":
        return True
    if cut and after == "的":
        return draft.unit not in _PROPORTIONS or _char_before(text, draft.start) in _METRIC_ENDS
    if draft.trail not in ("以上", "以下", "及以上", "及以下", "以内"):
        return False
    if draft.unit in _PROPORTIONS and _char_before(text, draft.start) not in _METRIC_ENDS:
        return False
    if after in CLAUSE_ENDS or after in "和或与及，（" or not "一" <= after <= "龥":
        return False
    return not text.startswith(_PREDICATES, draft.end) and draft.trail != "以内"


_CUTS: Final = frozenset(("以上", "以下", "以内", "及以上", "及以下", "之上", "之下"))
_COMPARING: Final = frozenset(("低于", "高于", "大于", "小于", "不低于", "不高于", "多于", "少于"))
_CUT_LEADS: Final = frozenset(
    (
        "超过",
        "低于",
        "高于",
        "不足",
        "不低于",
        "不超过",
        "大于",
        "小于",
        "少于",
        "多于",
        "超",
        "过",
        "逾",
        "突破",
        "不高于",
        "不满",
        "未满",
        "不到",
    )
)
_PREDICATES: Final = (
    "参加",
    "参与",
    "受益",
    "通过",
    "实现",
    "完成",
    "得到",
    "来自",
    "达到",
    "报名",
    "到场",
    "是",
    "为",
    "在",
    "已",
    "都",
    "均",
    "由",
    "用于",
    "投向",
    "可",
    "能",
    "将",
    "增",
    "获",
    "集中",
    "分布",
    "没有",
    "不",
)


def _paired(text: str, draft: Draft) -> bool:
    """三级五岗, 一岗双责, 四梁八柱, 三菜一汤: numeral–noun–numeral–noun in Han single digits is a set phrase."""
    number = draft.number
    if number.arabic or number.end - number.start != 1:
        return False
    return bool(_PAIRED.match(text, number.start)) and draft.kind not in (
        "ratio",
        "measure",
        "time",
        "money",
        "age",
    )


_PAIRED: Final = re.compile(
    r"[一二两三四五六七八九十百千万半](?![个名项家万千百亿])[一-龥][一二两三四五六七八九十百千万半双多](?![个名项家万千百亿])[一-龥](?![一二三四五六七八九十])"
)


def _addressed(text: str, draft: Draft) -> bool:
    """3栋2单元, 5排3号, 12组: parts of an address; 5路, 3号线 never get this far, having no measure word."""
    if draft.unit not in ("栋", "幢", "排", "座", "组", "层", "期"):
        return False
    return bool(
        re.compile(r"[0-9A-Z一二三四五六七八九十]+(?:单元|号|楼|室|层|户)").match(text, draft.end)
    ) or text.startswith(("单元", "号楼"), draft.end)


def _large_name(text: str, draft: Draft) -> bool:
    """亿元以上项目, 百亿级, 万元户, 千亩良田: a bare scale with no number before it names a class."""
    number = draft.number
    written = text[number.start : number.end]
    bare = written.strip("百千万亿") == "" and not number.arabic
    return bare and not draft.lead and not number.more and not number.about


_RULES: Final[tuple[Callable[[str, Draft], bool], ...]] = (
    _ranked, _unturned, _versioned, _article, _unmeasured, _base, _large_name, _paired, _period, _threshold, _grade, _named, _addressed,
)  # fmt: skip
