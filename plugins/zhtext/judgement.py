"""Whether a quantity is a figure, or a numeral that counts nothing: article, base, threshold, period, rank, name.

Each rule looks at a draft and at what stands beside it. The words that decide are data; what the rules say of the
language is described, with examples, in `docs/figures.md`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from plugins.zhtext import figurative, naming, sessions, stretches
from plugins.zhtext.context import is_age, is_moved
from plugins.zhtext.drafts import Draft
from plugins.zhtext.lexicon import sections
from plugins.zhtext.numerals import DIGITS, HAN_DIGITS, NUMERALS
from plugins.zhtext.surroundings import CLAUSE_ENDS, char_after, char_before
from plugins.zhtext.thresholds import is_threshold

_WORDS: Final = sections("rules")
_NUMBER_BEFORE: Final = tuple(_WORDS["number before"])
_CODE_BEFORE: Final = tuple(_WORDS["code before"])
_CHANGES: Final = frozenset(_WORDS["changes"]) | CLAUSE_ENDS | {" "}
_ALONE: Final = frozenset(_WORDS["alone"])
NO_INVENTORY: Final = frozenset(_WORDS["no inventory"])
_LABELLED: Final = ("大", "级", "号", "楼", "届", "强", "后", "化")
_COUNT: Final = (
    r"[0-9一二两三四五六七八九十百千][余多]?"
    r"[个名位间所座处套台部本册张条口辆家户人盏把艘幢栋项亩份件枚面]"
)
_INVENTORY: Final = re.compile(rf"[，、；][^，。；\n]{{1,15}}?{_COUNT}(?:[，、。；]|$)")
_INVENTORY_BEFORE: Final = re.compile(rf"(?!一[个名]){_COUNT}[，、；][^，。；、\n]{{2,12}}$")
_AFTER_SPOKEN: Final = CLAUSE_ENDS | {"的"}
_SPEND: Final = frozenset(_WORDS["spend"])
_PAYS: Final = frozenset("补挣赚花掏赔罚欠付交缴奖")
_PAID_FROM: Final = 100
_TOTALS: Final = frozenset("数量额值")
_NONE_SPENT: Final = frozenset(
    ("没有", "没花", "不花", "没收", "不收", "没要", "不要", "不拿", "没拿", "分文", "不掏", "没掏")
)
_BREAKS: Final = frozenset(
    ("近", "突破", "突破了", "破", "过", "超", "逾", "已超")
)  # 突破一批技术: none of these bounds a single thing
_SOLD: Final = re.compile(r"[一-龥]{1,3}[卖收产出打合](?:[0-9一二三四五六七八九十两几百千]|到|得)")  # 一斤桃卖四块钱
_PER_UNIT: Final = frozenset("不没能可卖收产要就才地也都")


Rule = Callable[[str, Draft], bool]
"""True when the draft counts nothing."""


def objection(text: str, draft: Draft) -> Rule | None:
    """The rule that turns the draft down; None for a figure. A rule is filed under what a draft must have for it."""
    if draft.arabic:
        rules = _VERSIONS if text[draft.number_end : draft.number_end + 1] in naming.VERSIONED else _NONE
    else:
        rules = _BY_NUMERAL.get(text[draft.number_start : draft.number_end], _LONG_NUMERAL)
    if draft.kind in _BY_KIND:
        rules += _BY_KIND[draft.kind]
    if draft.unit in _BY_UNIT:
        rules += _BY_UNIT[draft.unit]
    before = text[draft.start - 1 : draft.start]
    if before in _BY_CHAR_BEFORE:
        rules += _BY_CHAR_BEFORE[before]
    if draft.lead or draft.trail:
        rules += _BOUNDED
    if text[draft.end : draft.end + 1] == "级" and draft.kind in _SIZES:
        rules += _OF_CLASS
    for rule in rules:
        if rule(text, draft):
            return rule
    return None


def is_unmeasured(text: str, draft: Draft) -> bool:
    """No measure word: the number must show in another way that it is an amount."""
    if text.startswith(_LABELLED, draft.end):
        return True
    if is_age(text, draft):
        return False
    return not (_is_large(text, draft) if not draft.arabic else _is_amount(text, draft))


def _is_large(text: str, draft: Draft) -> bool:
    """八千多万农业转移人口: Han numerals with 万 or 亿; and 为零."""
    written = text[draft.number_start : draft.number_end]
    if written == "零":
        ends = char_after(text, draft.end) in CLAUSE_ENDS
        return ends and char_before(text, draft.start) in ("为", "是")
    if draft.unit:
        return True
    if draft.worth >= 100 and len(written) > 1 and _is_spoken(text, draft):
        return True
    if draft.lead and not written.strip("百千万亿") and char_after(text, draft.end) in CLAUSE_ENDS:
        return char_before(text, draft.start) in _TOTALS  # 人数过百
    large = draft.worth >= 10**4 and len(written) > 1 and written[-1] in "万亿余多"
    return large and (written[0] not in "百千万亿" or bool(draft.lead) or draft.more)


def _is_spoken(text: str, draft: Draft) -> bool:
    """卖了九百多, 比去年多一千五: an amount said without its measure word, at the end of its clause."""
    written = text[draft.number_start : draft.number_end]
    said = (
        bool(draft.lead or draft.trail)
        or char_before(text, draft.start) in _SPEND
        or (written[-1] in HAN_DIGITS and written[-2] in "万千百")
    )
    return said and (char_after(text, draft.end) in _AFTER_SPOKEN or is_moved(text, draft))


def _is_amount(text: str, draft: Draft) -> bool:
    """30余万, 突破100, 从2.37缩小到1.94; 1200 elsewhere may be a code."""
    if draft.unit or draft.scale > 1 or draft.more or draft.high is not None:
        return True
    if draft.lead:
        return draft.lead in _ALONE
    if draft.worth >= _PAID_FROM and char_before(text, draft.start) in _PAYS:
        return char_after(text, draft.end) in CLAUSE_ENDS  # 每户补5000
    if draft.trail in ("左右", "上下"):
        return char_after(text, draft.end) in CLAUSE_ENDS
    before = text[max(0, draft.start - 4) : draft.start].rstrip('“"')
    if before.endswith(_CODE_BEFORE) or not before.endswith(_NUMBER_BEFORE):
        return False
    zero_led = text[draft.number_start] == "0" and draft.worth >= 1
    return char_after(text, draft.end) in _CHANGES and not zero_led


def is_article(text: str, draft: Draft) -> bool:
    """一 with a classifier means "a" unless it measures, is bounded, or closes an inventory (卫生室一所)."""
    coin = draft.kind == "money" and draft.worth == 1 and draft.value < 1
    if draft.bound != "eq" or (draft.value != 1 and not coin):
        return draft.lead in _BREAKS and draft.kind in ("count", "event")
    if draft.kind in ("measure", "money"):
        negated = draft.kind == "money" and text[draft.start - 2 : draft.start] in _NONE_SPENT
        return negated or char_before(text, draft.start) in "每同这那某另又单任哪" or _is_per_unit(text, draft)
    if draft.kind == "ratio":
        return False
    if draft.kind == "time":
        return not stretches.ASSERTS.at(text, draft.start)
    return not _is_inventory(text, draft)


def _is_inventory(text: str, draft: Draft) -> bool:
    """村卫生室一所，村医两名: other counts stand beside, each behind its noun."""
    before = char_before(text, draft.start)
    if figurative.counts_one(text, draft.start):
        return True
    if before in NO_INVENTORY or text[draft.start - 2 : draft.start - 1] == "一":
        return False  # 一房一档
    if _INVENTORY.match(text, draft.end):
        return True
    ends = char_after(text, draft.end) in CLAUSE_ENDS
    return ends and _INVENTORY_BEFORE.search(text, max(0, draft.start - 24), draft.start) is not None


def _is_per_unit(text: str, draft: Draft) -> bool:
    """一亩能打八百斤, 一斤卖一块: the unit that something is reckoned per."""
    if draft.kind == "money":
        return False
    if _SOLD.match(text, draft.end):
        return True
    clause_head = char_before(text, draft.start) in CLAUSE_ENDS | {"里"}
    after = char_after(text, draft.end)
    return clause_head or after in _PER_UNIT or after in DIGITS or after in NUMERALS


def _is_base(text: str, draft: Draft) -> bool:
    """每百元, 每12名学生: what a rate is reckoned per; an interval (每15分钟) is a figure."""
    return draft.kind != "time" or draft.value == 1 or text[draft.number_start] in "百千"


_Rules = tuple[Rule, ...]
_BY_NUMERAL: Final[dict[str, _Rules]] = {
    "一": (is_article, naming.is_paired),
    "零": (naming.is_zero,),
    "百分之百": (naming.is_wholehearted,),
    "二": (naming.is_paired, sessions.is_second),
    **dict.fromkeys("两三四五六七八九", (naming.is_paired,)),
    "半": (naming.is_paired, stretches.is_while),
    **dict.fromkeys("百千万亿", (naming.is_bare_scale, naming.is_paired)),
}
_NONE: Final[_Rules] = ()
_VERSIONS: Final[_Rules] = (naming.is_version,)
_BOUNDED: Final[_Rules] = (is_threshold,)
_OF_CLASS: Final[_Rules] = (naming.is_of_class,)
_SIZES: Final = frozenset(("measure", "money", "latin"))
_LONG_NUMERAL: Final[_Rules] = (naming.is_bare_scale, figurative.is_surpassed)
_BY_CHAR_BEFORE: Final[dict[str, _Rules]] = {
    "每": (_is_base,),
    "某": (naming.is_alias,),
    **dict.fromkeys(figurative.STEP_ENDS, (figurative.is_step,)),
    **dict.fromkeys("第初届前后", (naming.is_rank,)),
    "头": (figurative.is_first,),
    "双": (figurative.is_doubled,),
    "续": (figurative.is_cut_by_row,),
    "计": (figurative.is_cut_by_row,),
    **dict.fromkeys("座台架部套口个艘条", (figurative.is_size_of_thing,)),
}
_BY_KIND: Final[dict[str, _Rules]] = {
    "": (is_unmeasured,),
    "time": (stretches.is_period, stretches.is_within_name),
    "measure": (stretches.is_within_name, naming.is_of_class, figurative.is_part_of_ten),
    "money": (naming.is_of_class, figurative.is_priced),
    "ratio": (figurative.is_hyperbole,),
    "age": (is_threshold, figurative.is_full_age),
    "latin": (naming.is_of_class,),
}
_BY_UNIT: Final[dict[str, _Rules]] = {
    "番": (naming.is_unturned,),
    "点": (stretches.is_clock,),
    "级": (naming.is_grade, sessions.is_graded_pair, sessions.is_year_of_issue),
    "类": (sessions.is_graded_pair, figurative.is_class),
    "号": (figurative.is_number_of,),
    **dict.fromkeys("本笔", (figurative.is_reckoning,)),
    "孔": (figurative.is_arched,),
    **dict.fromkeys("座缸轮", (figurative.is_model,)),
    **dict.fromkeys(("高校", "院校"), (naming.is_project,)),
    "名": (figurative.is_rank_pair,),
    "稿": (sessions.is_phase,),
    "讲": (sessions.is_phase,),
    **dict.fromkeys(("组", "队", "班"), (figurative.is_listed_group,)),
    "届": (sessions.is_congress,),
    "款": (sessions.is_year_of_issue,),
    "次": (sessions.is_meeting,),
    "期": (sessions.is_phase, sessions.is_graded_pair),
}
for _units, _rule in ((naming.ADDRESSING, naming.is_address), (naming.IN_PLACES, naming.is_place)):
    for _unit in _units:
        _BY_UNIT[_unit] = (*_BY_UNIT.get(_unit, ()), _rule)
