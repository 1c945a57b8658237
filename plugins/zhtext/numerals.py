"""Written numbers to values: 31,205, １８６０, 4.8万, 150余万, 六十四亿二千余万, 七八千, 百分之十点二, 三分之二.

`read_number` takes a text and the place of the first numeral and yields a draft that ends where the number ends.
Two digits side by side without a unit between them (七八千, 三五个) and 几, 数 (几十, 数百) give both ends of a range.
"""

from __future__ import annotations

import math
import re
from typing import Final

from plugins.zhtext.drafts import Draft

NUMERALS: Final = frozenset("〇零一二两三四五六七八九十百千万亿半")
DIGITS: Final = frozenset("0123456789０１２３４５６７８９")
HAN_DIGITS: Final = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2} | {
    char: n for n, char in enumerate("三四五六七八九", 3)
}
_PLAIN: Final = str.maketrans({"．": ".", "，": None, ",": None})  # `float` reads full-width digits itself
_SMALL: Final = {"十": 10.0, "百": 100.0, "千": 1000.0}
_LARGE: Final = {"万": 10.0**4, "亿": 10.0**8}
_SCALE: Final = _SMALL | _LARGE
_ALONE: Final = {char: float(worth) for char, worth in (HAN_DIGITS | _SCALE).items()}
_SURE: Final = 12  # so many characters of a number hold no more digits than a float keeps

# 千 before one of these belongs to the unit when a numeral of its own stands before it: 5千瓦, 2万千瓦时, 3千克.
_AFTER_KILO: Final = "瓦克米伏卡焦帕赫"
# A space or a line's end may part the number from its 万, 余 …
_ARABIC: Final = re.compile(
    r"([0-9０-９]+(?:[,，][0-9０-９]{3}(?![0-9０-９]))*(?:[.．][0-9０-９]+)?)(?:[ \n\u3000](?=[百千万亿余多]))?"
    rf"([余多来几]?)((?:千(?![{_AFTER_KILO}])|百(?!帕|分点)|[十万亿])*)([余多来]?)"
)
_HAN: Final = re.compile(r"[几数]?[〇零一二两三四五六七八九十百千万亿]+几?(?:[余多来几]?[百千万亿]+)?")
_POINT: Final = re.compile(r"点([〇零一二三四五六七八九]+)(?![十百点])([万亿]*)")
_AFTER_BA: Final = frozenset("块元人个斤里亩户年米字口")  # 千把块, but 百把锄头
_MARKS: Final = re.compile("[余多来]")
_PAIR: Final = re.compile(r"([一二两三四五六七八九])([二两三四五六七八九])(?=[十百千万亿]|$)")
PAIRS: Final = frozenset(
    ["一二", "一两", "两三", "二三", "三四", "四五", "五六", "六七", "七八", "八九", "三五", "三两"]
)


def tidy(value: float) -> float:
    """The shortest decimal near `value`: 26.98 × 10000 is 269800, not 269799.99999999997."""
    return float(f"{value:.12g}")


SLASHED: Final = re.compile(
    r"(?<=[的占约近超过达至到有以是为少减于足逾])([1-9][0-9]?)/([1-9][0-9]{0,2})(?![0-9０-９.．/／A-Za-z年月])"
)  # 约占1/4; elsewhere it may be a date, a page, a code


def read_number(text: str, start: int) -> Draft | None:
    """The number that starts at `start`, or None when the numerals there make none."""
    number = _arabic(text, start) if text[start] in DIGITS else _han(text, start)
    if number is None:
        return None
    after = text[number.end : number.end + 1]
    if after == "分" and text.startswith("分之", number.end):
        return _fraction(text, number)
    if after == "/" and (slashed := SLASHED.match(text, start)):
        return _slashed(slashed) or number
    return number


def _arabic(text: str, start: int, below: float = math.inf) -> Draft | None:
    """Digits with their scales. `below` is the scale of the part before this one: a lower part has a smaller one."""
    match = _ARABIC.match(text, start)
    if match is None:
        return None
    written, vague, scales, more = match.groups()
    try:
        value = float(written)
    except ValueError:
        value = float(written.translate(_PLAIN))
    number = Draft(start, match.end(), value, True)
    if scales or vague or more:
        _apply_tail(number, vague, scales, more)
        if 10**4 <= number.scale < below and not number.more and text[number.end : number.end + 1] in DIGITS:
            _add_lower(text, number)
        number.value = tidy(number.value)
    elif len(written) > _SURE:
        number.value = tidy(number.value)
    return number


def _slashed(match: re.Match[str]) -> Draft | None:
    """2/3 is two thirds; 5/4 is none."""
    above, below = int(match[1]), int(match[2])
    if above >= below:
        return None
    number = Draft(match.start(), match.end(), above / below, True)
    number.unit = "比例"
    return number


def _apply_tail(number: Draft, vague: str, scales: str, more: str) -> None:
    for char in scales:
        number.scale *= _SCALE[char]
    number.more = vague in ("余", "多") or more in ("余", "多")
    number.about = "来" in (vague, more)
    if vague == "几":
        number.high = tidy((number.value + 9) * number.scale)
        number.value += 1
    number.value *= number.scale


def _add_lower(text: str, number: Draft) -> None:
    """3亿5000万: the second part of a number with two scales."""
    lower = _arabic(text, number.end, number.scale)
    written_out = lower is not None and (lower.scale > 1 or lower.value >= number.scale / 10)  # not 390万65岁
    if lower is not None and written_out and lower.scale < number.scale and lower.value < number.scale:
        number.value += lower.value
        number.end, number.more, number.about = lower.end, lower.more, lower.about


def _han(text: str, start: int) -> Draft | None:
    match = _HAN.match(text, start)
    if match is None:
        return None
    end = match.end()
    if end - start > 1:
        end = _without_kilo(text, end)
    after = text[end : end + 1]
    if after == "点" and (point := _POINT.match(text, end)):
        return _decimal(text, start, end, point)
    written = text[start:end]
    marks = _MARKS.findall(written) if len(written) > 2 else []
    worth = han_value(_MARKS.sub("", written) if marks else written)
    if worth is None:
        return None
    number = Draft(start, end, worth[0], False)
    number.high = worth[1]
    if written == "百十" and after != "来":
        number.value, number.about = 100.0, after not in ("余", "多")
    if marks:
        number.more, number.about = "余" in marks or "多" in marks, "来" in marks
    elif after == "把" and written in _SCALE and text[end + 1 : end + 2] in _AFTER_BA:
        number.about, number.end = True, end + 1
    elif after in ("余", "多", "来") and written[-1] in _SCALE:
        number.more, number.about, number.end = after != "来", after == "来", end + 1
    return number


def _without_kilo(text: str, end: int) -> int:
    """Leaves 千 to the unit in 五万千瓦, and 两 in 三斤二两."""
    last, before = text[end - 1], text[end - 2]
    kilo = last == "千" and before in _LARGE and text[end : end + 1] in tuple(_AFTER_KILO)
    liang = last == "两" and before in HAN_DIGITS and before + last not in PAIRS
    return end - 1 if kilo or liang else end


def _decimal(text: str, start: int, end: int, point: re.Match[str]) -> Draft | None:
    whole = han_value(text[start:end])
    if whole is None or whole[1] is not None:
        return None
    value = float(f"{whole[0]:.0f}." + "".join(str(HAN_DIGITS[char]) for char in point[1]))
    for char in point[2]:
        value *= _LARGE[char]
    return Draft(start, point.end(), tidy(value), False)


def _fraction(text: str, base: Draft) -> Draft | None:
    """百分之五点五, 三分之二, 万分之五: `base` is the number before 分之."""
    place = base.end + 2
    first = text[place : place + 1]
    above = _arabic(text, place) if first in DIGITS else _han(text, place) if first else None
    if above is None or base.high is not None or not base.value:
        return None
    unit = "%" if base.value == 100 else "比例"
    divisor = 1 if unit != "比例" else base.value
    high = None if above.high is None else above.high / divisor
    number = Draft(base.start, above.end, above.value / divisor, above.arabic)
    number.high, number.unit = high, unit
    number.more, number.about = above.more, above.about
    return number


def han_value(written: str) -> tuple[float, float | None] | None:
    """The worth of Han numerals as (value, high): high only for 七八十, 几百, 十几."""
    if len(written) == 1:
        return _ALONE[written], None
    if written.count("几") + written.count("数") > 1:
        return None
    if written[0] in "几数":
        low, high = _plain("二" + written[1:]), _plain("九" + written[1:])
        return None if low is None or high is None else (low, high)
    if "几" in written:
        place = written.index("几")
        low, high = (_plain(written[:place] + digit + written[place + 1 :]) for digit in "一九")
        return None if low is None or high is None else (low, high)
    pair = _PAIR.search(written)
    if pair is not None and pair[0] in PAIRS:
        low, high = (_plain(written[: pair.start()] + digit + written[pair.end() :]) for digit in pair[0])
        return None if low is None or high is None else (min(low, high), max(low, high))
    value = _plain(written)
    return None if value is None else (value, None)


def _plain(written: str) -> float | None:
    """一万二千亿, 三百零五, 二〇二六, 两千八; None for digits in a row that make no number."""
    if len(written) > 2 and all(char in HAN_DIGITS for char in written):
        return float("".join(str(HAN_DIGITS[char]) for char in written)) if "两" not in written else None
    total = section = 0.0
    digit: int | None = None
    last = 1.0
    for char in written:
        if char in HAN_DIGITS:
            if digit not in (None, 0):
                return None
            digit = HAN_DIGITS[char]
        elif char in _SMALL:
            last = _SMALL[char]
            section += (1.0 if digit is None else digit) * last
            digit = None
        else:
            section += digit or 0.0
            last = _LARGE[char]
            total = (total + section or 1) * last if last == 10**8 or not total else total + (section or 1) * last
            section, digit = 0.0, None
    if digit and last > 10 and written[-2:-1] and written[-2] in _SCALE:
        return total + section + digit * last / 10
    return total + section + (digit or 0)
