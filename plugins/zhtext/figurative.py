"""Rules about numerals in set frames: names of things by their number (五孔桥, 二组、四组), and sayings (三分火气).

Whoever says 一百个口号，不如一桩实事 has counted nothing, and 千分之一的瑕疵也不放过 measures no flaw.
"""

from __future__ import annotations

import re
from typing import Final

from plugins.zhtext.drafts import Draft
from plugins.zhtext.lexicon import Prefixes, sections
from plugins.zhtext.surroundings import CLAUSE_ENDS, char_after, char_before, is_han

_WORDS: Final = sections("rules")
_MODELS: Final = Prefixes(_WORDS["models"])
_SPANS: Final = frozenset("桥闸涵拱窑")
_SCORED: Final = frozenset("得扣加减罚胜负拿下差落先高低了第为到近约超共积均满多少打出")
_RANKED_BEHIND: Final = ("各", "分别", "并列", "由", "依次")
_GOODS: Final = Prefixes(_WORDS["classed by number"])
_WATERS: Final = re.compile(r"水质|断面|水体|土壤|海水|空气")
_TURNS_TO: Final = frozenset("为至到由从达劣是的")
_NEVER: Final = re.compile(r"的?[一-龥]{0,6}[也都](?:不|没|决不|绝不|不能|不许)")
_BETTER: Final = re.compile(r"[一-龥]{0,6}[，,]?(?:不如|抵不上|顶不上|赶不上|比不上)")
_ROUND: Final = frozenset("百千万")
_HAN_GROUP: Final = r"[一二三四五六七八九十]{1,2}"
_THINGS: Final = frozenset("座台架部套口个艘条")
_NUMBERED: Final = re.compile(r"[0-9０-９一二两三四五六七八九十百]")
_RULED: Final = re.compile(r"[^，。；、\n]{1,8}的(?:[，,]|约谈|给予|予以|由|取消|一律|将|纳入|调整|不得|提醒|通报)")
_IN_A_ROW: Final = ("连续", "累计")
_PRICED: Final = Prefixes(_WORDS["priced"])
_TRIPS: Final = frozenset(("次", "趟", "回", "场", "遍"))
_SOULS: Final = frozenset("人户名")
_BEFELL: Final = Prefixes(_WORDS["befell"])
_GOODS_UNITS: Final = frozenset("袋桶筐箱头只瓶盒壶捆")
_GOODS_BEHIND: Final = re.compile(r"[一-龥]{1,3}、[二两三四五六七八九十百0-9]+[余多]?[一-龥]")
_STEPS: Final = sections("rules")["steps"]
STEP_ENDS: Final = "".join(dict.fromkeys(word[-1] for word in _STEPS))
_STEP: Final = re.compile(f"每(?:{'|'.join(_STEPS)})$")
_RECKONED: Final = re.compile("[，,]|[就可则便即需要能会加收]|垃圾|电|水|油")


def counts_one(text: str, place: int) -> bool:
    """一袋面、两桶油; 两户退出、一户新纳入: here 一 is a number. `place` is where it stands."""
    unit = text[place + 1 : place + 2]
    if unit in _GOODS_UNITS:
        return _GOODS_BEHIND.match(text, place + 2) is not None
    return unit in _SOULS and char_before(text, place) in CLAUSE_ENDS and bool(_BEFELL.at(text, place + 2))


def is_number_of(text: str, draft: Draft) -> bool:
    """三号门, 18号; but 六七十号人, 四百多号: persons are counted so in round numbers only."""
    written = text[draft.start : draft.end]
    if draft.arabic or "至" in written or "到" in written:
        return True
    if draft.more or draft.about or draft.lead == "上":
        return False
    behind = text[draft.end : draft.end + 1]
    long = draft.number_end - draft.number_start > 1 and draft.worth % 10 == 0
    return not (long and (behind == "人" or behind in CLAUSE_ENDS))


def is_arched(text: str, draft: Draft) -> bool:
    """五孔桥: how a bridge is called."""
    return not draft.arabic and char_after(text, draft.end) in _SPANS


def is_model(text: str, draft: Draft) -> bool:
    """七座商务车, 六缸发动机: what a machine has is how it is called."""
    return draft.bound == "eq" and bool(_MODELS.at(text, draft.end))


def is_full_age(text: str, draft: Draft) -> bool:
    """年满十八周岁的公民; but 刚满十八岁的他."""
    if not text.startswith("的", draft.end) or char_before(text, draft.start) != "满":
        return False
    return char_before(text, draft.start - 1) not in "刚才已将未不快"


def is_listed_group(text: str, draft: Draft) -> bool:
    """二组、四组 and 一至三组 are groups by their number."""
    if draft.arabic or char_before(text, draft.start) in "分共有编成设":
        return False
    unit, written = draft.unit, text[draft.start : draft.end]
    if draft.high is not None:
        return "至" in written or "到" in written
    if draft.bound != "eq":
        return False
    behind = re.compile(rf"[、和]{_HAN_GROUP}{unit}")
    return behind.match(text, draft.end) is not None or bool(
        re.search(rf"{_HAN_GROUP}{unit}[、和]$", text[max(0, draft.start - 5) : draft.start])
    )


def is_class(text: str, draft: Draft) -> bool:
    """五类货车; 水质升为三类."""
    if draft.bound != "eq" or text[draft.number_end] == "个" or draft.worth >= 10:
        return False
    if _GOODS.at(text, draft.end):
        return True
    if draft.arabic or char_before(text, draft.start) not in _TURNS_TO:
        return False
    return _WATERS.search(text, max(0, draft.start - 16), draft.start) is not None


def is_part_of_ten(text: str, draft: Draft) -> bool:
    """三分火气, 九分认账、一分加压, 投进三分: no points that were scored."""
    if draft.arabic or draft.bound != "eq" or draft.worth > 10 or draft.number_end - draft.number_start > 1:
        return False
    if text[draft.unit_end - 1] != "分":
        return False
    before = char_before(text, draft.start)
    return before not in _SCORED and (is_han(char_after(text, draft.end)) or before in ("记", "投"))


def is_hyperbole(text: str, draft: Draft) -> bool:
    """千分之一的瑕疵也不放过; and the rounds of a contest: 四分之一决赛."""
    if text.startswith("决赛", draft.end):
        return True
    return draft.worth != 0 and draft.value < 0.05 and _NEVER.match(text, draft.end) is not None


def is_surpassed(text: str, draft: Draft) -> bool:
    """一百个口号，不如一桩实事."""
    written = text[draft.number_start : draft.number_end]
    return written[-1:] in _ROUND and written[:1] in "一百千万" and _BETTER.match(text, draft.end) is not None


def is_size_of_thing(text: str, draft: Draft) -> bool:
    """4座35米天线: what was counted is called by its size."""
    place = draft.start - 1
    if place < 1 or text[place] not in _THINGS or not _NUMBERED.match(text, place - 1):
        return False
    return (
        draft.bound == "eq" and is_han(char_after(text, draft.end)) and text[draft.end] not in "的以左多余长高宽深远外"
    )


def is_first(text: str, draft: Draft) -> bool:
    """头两趟 are the first two."""
    return draft.unit in _TRIPS and draft.worth < 10 and char_before(text, draft.start - 1) in CLAUSE_ENDS


def is_cut_by_row(text: str, draft: Draft) -> bool:
    """连续两次排末位的，: whom a rule is about."""
    return text.startswith(_IN_A_ROW, draft.start - 2) and _RULED.match(text, draft.end) is not None


def is_priced(text: str, draft: Draft) -> bool:
    """十元爱心餐: what is called by its price."""
    return draft.bound == "eq" and bool(_PRICED.at(text, draft.end))


def is_rank_pair(text: str, draft: Draft) -> bool:
    """三四名各得一筐: the third and the fourth."""
    pair = draft.high is not None and draft.number_end - draft.number_start == 2 and not draft.arabic
    return pair and text.startswith(_RANKED_BEHIND, draft.end)


def is_reckoning(text: str, draft: Draft) -> bool:
    """算三本账: how often one looks at a thing."""
    return text.startswith("账", draft.end) and "算" in text[draft.start - 2 : draft.start]


def is_step(text: str, draft: Draft) -> bool:
    """每延误10分钟，…; 每行驶一百公里可省…: what a rate is reckoned per, with a verb between; 每亩增收800元 is none."""
    stepped = _STEP.search(text, max(0, draft.start - 5), draft.start) is not None
    return stepped and _RECKONED.match(text, draft.end) is not None


def is_doubled(text: str, draft: Draft) -> bool:
    """归零双五条: a pair of rules known by their number."""
    return not draft.arabic and draft.worth < 10 and draft.kind in ("count", "event", "noun")
