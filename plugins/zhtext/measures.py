"""Number and measure word: 2年9个月, 九成五, 两个多月, 一块二, 零下9.5℃.

`measured` yields a `Draft`: where the quantity starts and ends, what it is worth, what kind of measure word it has.
Bounds and ranges are for `quantities`.
"""

from __future__ import annotations

from typing import Final

from plugins.zhtext.drafts import Draft
from plugins.zhtext.numerals import DIGITS, HAN_DIGITS, NUMERALS, PAIRS, han_value, read_number, tidy
from plugins.zhtext.surroundings import CLAUSE_ENDS
from plugins.zhtext.units import MEASURES, UNITS, Measure, unit_at

MINUS: Final = frozenset("-−－")
_ABOUT_ZERO: Final = ("零下", "零上")
_TENTHS: Final = HAN_DIGITS | {"半": 5, "两": 0}  # 两 is not said of them
# How many of the right-hand unit make one of the left-hand: 2年9个月 is 33 月.
_SMALLER: Final = {
    ("年", "月"): 12, ("小时", "分"): 60, ("小时", "分钟"): 60, ("分", "秒"): 60, ("分钟", "秒"): 60,
    ("天", "小时"): 24, ("周", "天"): 7, ("斤", "两"): 10, ("分钟", "秒钟"): 60,
    ("日", "小时"): 24, ("米", "厘米"): 100,
    ("钟头", "分"): 60, ("钟头", "分钟"): 60,
    ("亩", "分"): 10, ("丈", "尺"): 10, ("尺", "寸"): 10, ("寸", "分"): 10,
}  # fmt: skip
_TENTHED: Final = frozenset(("米", "亩", "斤", "尺", "丈", "里", "吨", "公斤", "公里"))
_AFTER_TENTH: Final = frozenset(("", *"的高长宽深多左上地水厚粗"))
_PASSING: Final = frozenset("过超近逾")  # 占比过半
_BEHIND_HALF: Final = CLAUSE_ENDS | frozenset("的是为在来")
_HALF_THINGS: Final = frozenset(("间", "袋子", "车", "筐", "吨"))
_HALF_FULL: Final = frozenset(("间", "袋子", "袋", "车", "筐", "桶", "箱", "碗", "瓶"))  # 两间半瓦房
_HALF_WORDS: Final = frozenset("天年月日夜小导成失自价挂截圆永干湿")  # 半天, 半导体
_HALVED: Final = frozenset(("米", "斤", "亩", "公里", "里", "吨", "尺", "公斤"))
_RANGE_MARKS: Final = frozenset("-—–~～－至到")
_BEHIND_HALVED: Final = CLAUSE_ENDS | frozenset("多以左上高深厚宽长远")  # 仅半米; 半亩塘 is a picture
_HALF_OF_ONE: Final = frozenset("半大多")
_LOWEST: Final = 3
_PARTED: Final = frozenset(("time", "count", "event", "measure", "money", "noun"))
_NUMBERED: Final = frozenset(("类", "期", "级", "届", "季度", "月", "日", "组", "层", "区", "标段", "批", "轮", "周"))
_YI: Final = 10.0**8  # 两个亿
_COINS: Final = {"角": 10, "毛": 10, "角钱": 10, "毛钱": 10, "分钱": 100}  # of one 元
_COINED: Final = frozenset("块毛角")
_WRITTEN_OUT: Final = frozenset("元角毛")  # 三角二分
_HALF_MORE: Final = frozenset(("count", "event", "age"))  # 三本半; before a noun 半 is another's half
_BEHIND_HALF_MORE: Final = CLAUSE_ENDS | frozenset("《“")
_COMPOUND: Final = frozenset(("time", "measure", "ratio", "money"))
_CONTINUES: Final = DIGITS | NUMERALS | {"多", "余"}
_TAKES_MORE: Final = _COMPOUND | {"age", "latin"}
# 三年多次获奖 and 5米多个: 多 belongs to what follows.
_MORE_STOPS: Final = frozenset("次个种元样名项家少处位级方层面地年")
_HALF_NOUNS: Final = ("半年", "半月", "半程", "半夜", "半天")


def measured(text: str, start: int) -> Draft | None:
    """Sign, number and measure word at `start`, without bounds and ranges; None when there is no number."""
    if text[start] not in DIGITS:
        if text[start] in MINUS or text.startswith(_ABOUT_ZERO, start):
            return _signed(text, start)
        if (text[start] == "半" or text[start + 1 : start + 2] in _HALF_OF_ONE) and (half := _half(text, start)):
            return _with_measure(text, half)
        if text[start + 1 : start + 2] == "、" and (parted := _parted(text, start)):
            return parted
    number = read_number(text, start)
    return _with_measure(text, number) if number else None


def _signed(text: str, start: int) -> Draft | None:
    place = start + (2 if text[start] == "零" else 1)
    number = read_number(text, place) if place < len(text) else None
    if number is None or (number.high is not None and text[start] != "零"):
        return None
    draft = _with_measure(text, number)
    draft.start = start
    if text[place - 1] == "上":
        return draft
    if draft.high is not None:
        draft.value, draft.high = -draft.high, -draft.value  # 零下五六度
    else:
        draft.value = -draft.value
    return draft


def _with_measure(text: str, draft: Draft) -> Draft:
    """A number with its measure word, and 半, 多, 成五 and smaller units behind it."""
    draft.settle()
    place = draft.end
    if draft.unit:
        draft.kind = "ratio"
        return draft
    if text.startswith("个", place):
        if text.startswith(("个多", "个半", "个来"), place) and _split(text, draft):
            if draft.scale != _YI:
                return draft
            place = draft.end
        if text.startswith("个亿", place):
            place = _hundred_millions(draft, place + 2)
    if text.startswith("有", place) and _is_aged(text, draft):
        draft.value += HAN_DIGITS[text[place + 1]]
        draft.unit, draft.kind = "岁", "age"
        draft.extend(place + 2)
        return draft
    found = unit_at(text, place, draft)
    if found is None and draft.arabic and text[place : place + 1] in (" ", "\n", "\u3000"):
        place += 1
        found = unit_at(text, place, draft)
    if found is not None:
        written, draft.unit, draft.kind = found
        if draft.kind == "money" and written in _COINS:
            draft.value = tidy(draft.value / _COINS[written])
            draft.high = None if draft.high is None else tidy(draft.high / _COINS[written])
        draft.end = draft.unit_end = end = place + len(written)
        if text[end : end + 1] in _CONTINUES or draft.unit == "成":
            _continue(text, draft)
    return draft


def _is_aged(text: str, draft: Draft) -> bool:
    """七十有六: an age, in the manner of old."""
    place = draft.number_end
    digit = HAN_DIGITS.get(text[place + 1 : place + 2], 0)
    ends = place + 2 >= len(text) or text[place + 2] in CLAUSE_ENDS
    return bool(digit) and ends and text[place - 1] == "十" and draft.high is None


def _parted(text: str, start: int) -> Draft | None:
    """五、六年, 七、八十人: an older way of writing 五六年; not 三、四期 nor 一、二类, nor the number of a point."""
    low, high = (HAN_DIGITS.get(char, 0) for char in (text[start], text[start + 2 : start + 3]))
    if low < _LOWEST or high != low + 1 or text[start - 1 : start] in ("", "\n", "、"):
        return None
    number = read_number(text, start + 2)
    if number is None or number.high is not None or not NUMERALS.issuperset(text[start + 3 : number.end]):
        return None
    lower = han_value(text[start] + text[start + 3 : number.end])
    if lower is None or lower[0] >= number.value:
        return None
    number.high, number.value, number.start = number.value, lower[0], start
    draft = _with_measure(text, number)
    numbered = draft.unit in _NUMBERED and text[draft.number_end : draft.number_end + 1] != "个"
    return draft if draft.kind in _PARTED and not numbered else None


def _hundred_millions(draft: Draft, end: int) -> int:
    """两个亿."""
    draft.value = draft.worth = tidy(draft.value * _YI)
    draft.scale = _YI
    draft.end = draft.number_end = draft.unit_end = end
    return end


def _half(text: str, start: int) -> Draft | None:
    """半数, 一半, 一大半, 占比过半, 半成, 半小时, 半个月, 半个多世纪, 仅半米."""
    if text[start] == "一":
        return _share(text, start)
    after = text[start + 1 : start + 2]
    if after == "数" or (text[start - 1 : start] in _PASSING and (not after or after in _BEHIND_HALF)):
        return _as_share(Draft(start, start + (2 if after == "数" else 1), 0.5, False), "比例")
    if after == "成" and text[start + 2 : start + 3] not in ("品", "熟"):
        return _as_share(Draft(start, start + 2, 5.0, False), "%")
    unit = UNITS.at(text, start + 1)
    behind = start + 1 + len(unit)
    halved = unit in _HALVED and (behind >= len(text) or text[behind] in _BEHIND_HALVED)
    timed = bool(unit) and (MEASURES[unit].kind == "time" or halved)
    timed = timed or unit in _HALF_THINGS
    return Draft(start, start + 1, 0.5, False) if timed or text.startswith("个多", start + 1) else None


def _share(text: str, start: int) -> Draft | None:
    """一半, and 一大半, which is more."""
    if text.startswith("一半", start):
        half = _as_share(Draft(start, start + 2, 0.5, False), "比例")
        half.more = text.startswith("多", start + 2) and text[start + 3 : start + 4] in CLAUSE_ENDS
        half.end += half.more
        return half
    if not text.startswith(("一大半", "一多半"), start):
        return None
    most = _as_share(Draft(start, start + 3, 0.5, False), "比例")
    most.more = True
    return most


def _as_share(draft: Draft, unit: str) -> Draft:
    draft.unit = unit
    return draft


def _continue(text: str, draft: Draft) -> None:
    if draft.unit == "成":
        _tenths(text, draft)
    elif draft.kind in _COMPOUND:
        _compound(text, draft)
    elif _goes_half_more(text, draft):
        draft.value += 0.5
        draft.extend(draft.end + 1)
    if text.startswith(("多", "余"), draft.end):
        _more(text, draft)


def _goes_half_more(text: str, draft: Draft) -> bool:
    """三岁半, 两本半; but 三人半天 are two amounts."""
    if draft.high is not None or text[draft.end] != "半" or draft.kind not in _HALF_MORE:
        return False
    after = text[draft.end + 1 : draft.end + 2]
    return draft.kind == "age" or after in _BEHIND_HALF_MORE or (draft.unit in _HALF_FULL and after not in _HALF_WORDS)


def _split(text: str, draft: Draft) -> bool:
    """两个多月, 一个半小时: the unit noun stands behind 多 or 半."""
    place = draft.number_end + 2
    if text[place - 1] == "半" and text[place : place + 1] in _RANGE_MARKS:
        draft.value += 0.5  # 一个半至两个小时: the unit stands at the end
        draft.extend(place)
        return True
    if text.startswith("亿", place) and text[place - 1] in "多来":
        draft.more, draft.about = text[place - 1] == "多", text[place - 1] == "来"
        _hundred_millions(draft, place + 1)
        return True  # 两个多亿
    unit = "月" if text.startswith("月", place) else UNITS.at(text, place)
    if not unit or (unit != "月" and MEASURES[unit].kind not in ("time", "measure")):
        return False
    draft.unit, draft.kind = unit if unit == "月" else MEASURES[unit].unit, "time"
    draft.extend(place + len(unit))
    mark = text[place - 1]
    draft.value += 0.5 * (mark == "半")
    draft.more, draft.about = mark == "多", mark == "来"
    return True


def _tenths(text: str, draft: Draft) -> None:
    """八成 is 80 %, 九成五 95 %."""
    pair = text[draft.end : draft.end + 2]
    if draft.high is None and pair in PAIRS:
        draft.value, draft.high = (draft.value * 10 + HAN_DIGITS[digit] for digit in pair)
        draft.unit = "%"
        draft.extend(draft.end + 2)
        return
    tail = _TENTHS.get(text[draft.end : draft.end + 1], 0)
    if tail and unit_at(text, draft.end + 1, draft) is None:
        draft.extend(draft.end + 1)
    else:
        tail = 0
    draft.value = tidy(draft.value * 10 + tail)
    draft.high = None if draft.high is None else tidy(draft.high * 10 + tail)
    draft.unit = "%"


def _compound(text: str, draft: Draft) -> None:
    """1分58秒36, 三年半, 一块二: what stands behind the measure word in smaller units."""
    if _jiao(text, draft):
        return
    while _smaller(text, draft):
        pass
    if draft.unit == "元" and text[draft.end - 1] in _WRITTEN_OUT and draft.end < len(text) and _fen(text, draft):
        return
    if draft.unit in _TENTHED and draft.end < len(text) and text[draft.end] in _TENTHS:
        _tenth(text, draft)
    if draft.unit == "米" and draft.arabic and text[draft.end - 1] == "米":
        _short_tenth(text, draft)
    if text.startswith("半", draft.end) and not text.startswith(_HALF_NOUNS, draft.end):
        draft.value += 0.5
        draft.extend(draft.end + 1)


def _tenth(text: str, draft: Draft) -> None:
    """一米八 is 1.8 米, 一亩二 1.2 亩, unless the digit begins an amount of its own."""
    end = draft.end + 1
    tail, after = _TENTHS[text[draft.end]], text[end : end + 1]
    if not draft.arabic and tail and (after in CLAUSE_ENDS or after in _AFTER_TENTH):
        draft.value = tidy(draft.value + tail / 10)
        draft.extend(end)


def _short_tenth(text: str, draft: Draft) -> None:
    """1米8."""
    end = draft.end + 1
    if end <= len(text) and (digit := _ascii_digit(text, draft.end)):
        after = text[end : end + 1]
        if after in CLAUSE_ENDS or after in _AFTER_TENTH:
            draft.value = tidy(draft.value + digit / 10)
            draft.extend(end)


def _jiao(text: str, draft: Draft) -> bool:
    """一块二 is 1.2 元."""
    if draft.unit != "元" or text[draft.end - 1] not in _COINED or draft.end == len(text):
        return False
    if text[draft.end - 1] != "块":
        return _fen(text, draft)
    pair = text[draft.end : draft.end + 2]
    coined = text.startswith(("毛", "角"), draft.end + 2)
    if pair in PAIRS and (coined or text[draft.end + 2 : draft.end + 3] in CLAUSE_ENDS):
        draft.high, draft.value = (tidy(draft.value + HAN_DIGITS[char] / 10) for char in (pair[1], pair[0]))
        draft.extend(draft.end + 2 + coined)
        return True  # 一块七八
    digit = _TENTHS.get(text[draft.end]) or _ascii_digit(text, draft.end)
    if not digit:
        return False
    draft.value = tidy(draft.value + digit / 10)
    coined = text.startswith(("毛", "角"), draft.end + 1)
    draft.extend(draft.end + (2 if coined else 1))
    return (coined and draft.end < len(text) and _fen(text, draft)) or True


def _fen(text: str, draft: Draft) -> bool:
    """三毛九 is 0.39 元, at the end of its clause."""
    digit = HAN_DIGITS.get(text[draft.end], 0) or _ascii_digit(text, draft.end)
    if not digit or draft.high is not None or text[draft.end + 1 : draft.end + 2] not in CLAUSE_ENDS:
        return False
    draft.value = tidy(draft.value + digit / 100)
    draft.extend(draft.end + 1)
    return True


def _ascii_digit(text: str, place: int) -> int:
    """The single digit at a place; 0 where there is none or it begins a longer number or an amount of its own."""
    number = read_number(text, place) if text[place] in DIGITS else None
    if number is None or number.end != place + 1 or unit_at(text, number.end, number):
        return 0
    return int(number.value)


def _smaller(text: str, draft: Draft) -> bool:
    """Adds the next smaller unit, if one follows; a pair of digits behind 秒 or 米 are hundredths."""
    place = draft.end + text.startswith("零", draft.end)
    if place >= len(text) or (text[place] not in DIGITS and text[place] not in NUMERALS):
        return False
    number = read_number(text, place)
    if number is None or number.high is not None or number.more:
        return False
    found = unit_at(text, number.end, number)
    if found is not None and found.written == "分" and draft.unit == "元" and text[draft.end - 1] in _WRITTEN_OUT:
        draft.value = tidy(draft.value + number.value / 100)
        draft.extend(number.end + 1)
        return False
    if found is not None:
        return _add(draft, number, found)
    digits = number.end - place
    if draft.unit not in ("秒", "米") or not number.arabic or digits > 2 or (digits == 1 and draft.unit == "米"):
        return False
    draft.value = tidy(draft.value + number.value / 10**digits)
    draft.extend(number.end)
    return False


def _add(draft: Draft, number: Draft, found: Measure) -> bool:
    if draft.unit == "元" and found.written in _COINS:
        draft.value = tidy(draft.value + number.value / _COINS[found.written])
        draft.extend(number.end + len(found.written))
        return True
    factor = _SMALLER.get((draft.unit, found.unit))
    if factor is None or number.value >= factor:
        return False
    draft.value = tidy(draft.value * factor + number.value)
    draft.unit = found.unit
    draft.extend(number.end + len(found.written))
    return True


def _more(text: str, draft: Draft) -> None:
    """7年多, 4倍多."""
    after = text[draft.end + 1 : draft.end + 2]
    said = draft.kind == "event" and after in CLAUSE_ENDS  # 换了一遍多
    if (draft.kind in _TAKES_MORE and after not in _MORE_STOPS) or (said and text[draft.end] == "多"):
        draft.more = True
        draft.end += 1
