"""From a number to the span of a quantity: bound word, number, measure word, trailing 以上, ranges, compounds.

`read_quantity` yields a `Draft`: where the figure starts and ends, what it is worth, what kind of measure word it
has. Whether it is a figure at all is for `judgement` to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from plugins.zhtext.lexicon import Prefixes, Suffixes, sections
from plugins.zhtext.numerals import DIGITS, NUMERALS, Number, read_number, tidy
from plugins.zhtext.types import Bound
from plugins.zhtext.units import KINDS, UNITS

_CLASHES: Final = Prefixes(sections("clashes")["words"])
_BOUNDS: Final = sections("bounds")
_BEFORE: Final[dict[str, Bound]] = {
    word: bound for bound in ("ge", "le", "approx") for word in _BOUNDS[f"before {bound}"]
}
_AFTER: Final[dict[str, Bound]] = {
    word: bound for bound in ("ge", "le", "approx") for word in _BOUNDS[f"after {bound}"]
}
_LEADING: Final = Suffixes(_BEFORE)
_NOT_LEADING: Final = Suffixes(_BOUNDS["not before"])
_TRAILING: Final = Prefixes(_AFTER)
_MINUS = "-−－"
_RANGE_MARKS = "-—–~～－至到"
_HAN_DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "半": 5}
# How many of the right-hand unit make one of the left-hand: 2年9个月 is 33 月.
_SMALLER: Final = {
    ("年", "月"): 12, ("小时", "分"): 60, ("小时", "分钟"): 60, ("分", "秒"): 60, ("分钟", "秒"): 60, ("天", "小时"): 24,
    ("周", "天"): 7, ("斤", "两"): 10, ("元", "角"): 10, ("度", "角分"): 60, ("个", "半"): 2, ("分钟", "秒钟"): 60,
    ("日", "小时"): 24, ("年", "天"): 365, ("米", "厘米"): 100, ("公里", "米"): 1000, ("时", "分"): 60,
}  # fmt: skip
__X = frozenset("省市县区乡镇村州旗国")
_NO_HAN_NOUN = frozenset("区国校企院旗男女平胜负馆矿厂州")
_MORE_STOPS = frozenset("次个种元样名项家少处位级方层面地年")
_NOT_INNER = frozenset("部容蒙地河陆外涝在心需科卷存")


@dataclass(slots=True)
class Draft:
    """A quantity in the making; `number_end` is where its (last) number ends, `unit_end` its measure word."""

    start: int
    end: int
    value: float
    high: float | None
    bound: Bound
    unit: str
    kind: str  # section of units.txt, "" without a measure word
    number: Number
    unit_end: int
    lead: str = ""
    trail: str = ""


def read_quantity(text: str, start: int) -> Draft | None:
    """The quantity whose number starts at `start`, or None when there is no number."""
    draft = _core(text, start)
    if draft is None:
        return None
    _range(text, draft)
    _trail(text, draft)
    _lead(text, draft)
    _bound(draft)
    return draft


def _core(text: str, start: int) -> Draft | None:
    """Sign, number and measure word, without bounds and ranges."""
    sign = 2 if text.startswith("零下", start) else 1 if text[start] in _MINUS else 0
    number = _half(text, start) or (read_number(text, start + sign) if start + sign < len(text) else None)
    if number is None or (sign and number.high is not None):
        return None
    draft = Draft(start, number.end, number.value, number.high, "eq", number.unit, "", number, number.end)
    if number.unit:
        draft.kind = "ratio"
    else:
        _measure(text, draft)
    if sign:
        draft.value = -draft.value
    return draft


def _half(text: str, start: int) -> Number | None:
    """半数, 一半, 半小时, 半个月."""
    if text.startswith("半数", start) or text.startswith("一半", start):
        return Number(start, start + 2, 0.5, arabic=False, unit="比例")
    if text[start] == "半":
        unit = UNITS.at(text, start + 1)
        if unit and KINDS[unit][0] == "time":
            return Number(start, start + 1, 0.5, arabic=False)
        if text.startswith("个多", start + 1):
            return Number(start, start + 1, 0.5, arabic=False)
    return None


def unit_at(text: str, place: int, number: Number) -> tuple[int, str, str] | None:
    """(end, unit, kind) of the measure word at `place`."""
    word = UNITS.at(text, place)
    if not word or len(_CLASHES.at(text, place)) > len(word):
        return None
    kind, unit = KINDS[word]
    if kind == "nounless" or (kind == "noun" and not _noun_counts(text, place, word, number)):
        return None
    if kind == "latin" and "A" <= text[place + len(word) : place + len(word) + 1].upper() <= "Z":
        return None
    return _rate(text, place + len(word), unit, kind)


def _noun_counts(text: str, place: int, word: str, number: Number) -> bool:
    """A noun as its own measure word: 6省, 521户, 三县; 人 always, others only where the number says so."""
    if word == "人":
        return text[place + 1 : place + 2] not in ("均", "口", "员", "民", "大", "工", "才", "社", "生", "次")
    if number.arabic:
        return True
    return len(word) == 1 and word not in _NO_HAN_NOUN and number.value < 100


def _rate(text: str, end: int, unit: str, kind: str) -> tuple[int, str, str]:
    """微克/立方米, 元/公斤, 升/百公里, 立方米每秒, 人次/日."""
    mark = text[end : end + 1]
    if not mark or mark not in "/／每":
        return end, unit, kind
    scale = text[end + 1 : end + 2] if mark != "每" and text[end + 1 : end + 2] in ("百", "千", "万") else ""
    below = UNITS.at(text, end + 1 + len(scale))
    if below and (mark != "每" or (kind == "measure" and KINDS[below][0] in ("time", "measure"))):
        end += 1 + len(scale) + len(below)
        unit = f"{unit}{'/' if mark == '／' else mark}{scale}{KINDS[below][1]}"
        return end, unit, kind if kind == "money" else "measure"
    return end, unit, kind


def _measure(text: str, draft: Draft) -> None:
    """Sets the measure word of a draft, with 半, 多, 成五 and smaller units behind it."""
    number = draft.number
    if text.startswith(("个多", "个半", "个来"), number.end) and _split_unit(text, draft):
        return
    found = unit_at(text, number.end, number)
    if found is None:
        return
    draft.end, draft.unit, draft.kind = found
    draft.unit_end = draft.end
    if draft.unit == "成":
        _tenths(text, draft)
    elif draft.kind in ("time", "measure", "ratio", "money"):
        for _ in range(3):  # 1分58秒36
            _smaller(text, draft)
    _more(text, draft)


def _split_unit(text: str, draft: Draft) -> bool:
    """两个多月, 一个半小时: the unit noun stands behind 多 or 半."""
    unit = UNITS.at(text, draft.number.end + 2)
    if not unit or (KINDS[unit][0] not in ("time", "measure") and unit != "月"):
        if not text.startswith("月", draft.number.end + 2):
            return False
        unit = "月"
    draft.unit, draft.kind = "月" if unit == "月" else KINDS[unit][1], "time"
    draft.end = draft.unit_end = draft.number.end + 2 + len(unit)
    mark = text[draft.number.end + 1]
    if mark == "半":
        draft.value += 0.5
    else:
        draft.number.more, draft.number.about = mark == "多", mark == "来"
    return True


def _tenths(text: str, draft: Draft) -> None:
    extra = text[draft.end : draft.end + 1]
    tail = _HAN_DIGITS.get(extra, 0)
    if tail and unit_at(text, draft.end + 1, draft.number) is None:
        draft.end += 1
        draft.unit_end = draft.end
    else:
        tail = 0
    draft.value = tidy(draft.value * 10 + tail)
    draft.high = None if draft.high is None else tidy(draft.high * 10 + tail)
    draft.unit = "%"


def _smaller(text: str, draft: Draft) -> None:
    """2年9个月, 1小时19分, 10秒86, 三年半."""
    if _tenth_yuan(text, draft):
        return
    place = draft.end + (text[draft.end : draft.end + 1] == "零")
    if text.startswith("半", draft.end) and not text.startswith(("半年", "半月", "半程"), draft.end):
        draft.value, draft.end = draft.value + 0.5, draft.end + 1
        draft.unit_end = draft.end
        return
    if place >= len(text) or (text[place] not in DIGITS and text[place] not in NUMERALS):
        return
    number = read_number(text, place)
    if number is None or number.high is not None or number.more:
        return
    found = unit_at(text, number.end, number)
    if (
        found is None
        or found[1] in ("秒", "小时", "分", "分钟", "月", "秒钟", "角", "厘米", "米")
        or found[2] == "time"
    ):
        _add_smaller(draft, number, found)
    elif draft.unit in ("秒", "米") and number.arabic and number.end - place == 2:
        _add_smaller(draft, number, None)


def _tenth_yuan(text: str, draft: Draft) -> bool:
    """一块二 is 1.2 元."""
    if (
        draft.unit != "元"
        or text[draft.end - 1] != "块"
        or text[draft.end : draft.end + 1] not in _HAN_DIGITS
    ):
        return False
    draft.value = tidy(draft.value + _HAN_DIGITS[text[draft.end]] / 10)
    draft.end = draft.unit_end = draft.end + 1
    return True


def _add_smaller(draft: Draft, number: Number, found: tuple[int, str, str] | None) -> None:
    if found is None:
        if draft.unit in ("秒", "米") and number.arabic and number.end - number.start == 2:
            draft.value = tidy(draft.value + number.value / 100)
            draft.end = draft.unit_end = number.end
        return
    factor = _SMALLER.get((draft.unit, found[1]))
    if factor is not None and number.value < factor:
        draft.value = tidy(draft.value * factor + number.value)
        draft.end, draft.unit, draft.unit_end = found[0], found[1], found[0]


def _more(text: str, draft: Draft) -> None:
    """7年多, 4倍多: 多 behind the measure word, unless it begins 多次, 多个 …"""
    mark = text[draft.end : draft.end + 1]
    if mark in ("多", "余") and draft.kind in ("time", "measure", "ratio", "money", "age", "latin"):
        after = text[draft.end + 1 : draft.end + 2]
        if after not in _MORE_STOPS:
            draft.number.more = True
            draft.end += 1


def _range(text: str, draft: Draft) -> None:
    """20-60万元, 35℃至38℃, 5至10年: a second number behind a range mark."""
    mark = text[draft.end : draft.end + 1]
    place = draft.end + 1
    if not mark or mark not in _RANGE_MARKS or place >= len(text) or draft.high is not None:
        return
    if text[place] not in DIGITS and text[place] not in NUMERALS and text[place] not in _MINUS:
        return
    if draft.unit and mark == "到" and text[draft.start - 1 : draft.start] in ("从", "由"):
        return
    second = _core(text, place)
    if second is None or (draft.unit and draft.unit != second.unit) or second.high is not None:
        return
    low = draft.value
    if (
        not draft.unit
        and draft.number.scale == 1
        and second.number.scale > 1
        and low * second.number.scale < second.value
    ):
        low *= second.number.scale
    if not draft.unit and second.unit == "%" and text[second.unit_end - 1] == "成":
        low *= 10
    if second.value > low and not _is_code(text, draft, second):
        draft.value, draft.high = tidy(low), second.value
        draft.end, draft.unit_end, draft.unit, draft.kind = (
            second.end,
            second.unit_end,
            second.unit,
            second.kind,
        )
        draft.number.end = second.number.end


def _is_code(text: str, draft: Draft, second: Draft) -> bool:
    """0700-6618812: figures of one amount do not begin with 0 nor go without a measure word and a scale."""
    if not second.unit and second.number.scale == 1:
        return text[draft.end] not in "~～至到" or (second.end < len(text) and text[second.end] in DIGITS)
    return text[draft.start] == "0" and draft.value >= 1


def _trail(text: str, draft: Draft) -> None:
    word = _TRAILING.at(text, draft.end)
    if not word or word in ("余", "多"):
        return
    after = text[draft.end + len(word) : draft.end + len(word) + 1]
    if word == "内" and (after in _NOT_INNER or draft.kind not in ("time", "measure", "latin", "money")):
        return
    if word in ("前后", "许") or (word == "上下" and after in ("游", "班", "级", "联", "楼", "一")):
        return
    draft.trail = word
    draft.end += len(word)


def _lead(text: str, draft: Draft) -> None:
    if draft.unit == "番":
        _turned(text, draft)
    word = _LEADING.at(text, draft.start)
    if word == "将近" and text[draft.start - 3 : draft.start - 2] not in tuple("，。、；：有了达的共花\n"):
        word = "近"
    if word == "上" and text[draft.number.start] in "百千万亿" and not draft.number.arabic:
        draft.lead = word
        draft.start -= 1
        return
    if not word or word == "上" or len(_NOT_LEADING.at(text, draft.start)) > len(word):
        return
    if word == "过" and not (draft.number.value >= 100 or text[draft.number.start] in "百千万亿"):
        return
    if word in ("过", "破") and draft.kind in ("event", "time", "age"):
        return
    draft.lead = word
    draft.start -= len(word)
    if word == "约" and text[draft.start - 1 : draft.start] == "大":
        draft.start -= 1


def _turned(text: str, draft: Draft) -> None:
    match = re.search(r"翻(?:了|上|了近|近|超)?$", text[max(0, draft.start - 4) : draft.start])
    if match is not None:
        draft.start -= len(match[0])


def _bound(draft: Draft) -> None:
    if draft.high is not None:
        draft.bound = "range" if draft.high > draft.value else "eq"
        return
    if draft.number.more:
        draft.bound = "ge"
    elif draft.number.about:
        draft.bound = "approx"
    if draft.trail:
        draft.bound = _AFTER[draft.trail]
    elif draft.lead:
        draft.bound = _BEFORE[draft.lead]
