"""What a regular expression of thirty lines makes of figures and dates: the measure of what the rules are worth.

Written to be fair, not to lose: it knows bounds, 余 and 多 on either side of the scale, ranges, some eighty units and
whole dates. It does not look beyond its match.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

HAN = {char: n for n, char in enumerate("零一二三四五六七八九")} | {"两": 2, "十": 10, "百": 100, "千": 1000}
SCALES = {"": 1, "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
BOUNDS = {
    **dict.fromkeys(("不少于", "不低于", "超过", "突破", "至少", "超", "逾", "余", "多", "以上"), "ge"),
    **dict.fromkeys(("不超过", "不高于", "不足", "不到", "至多", "最多", "以下", "以内"), "le"),
    **dict.fromkeys(("接近", "近", "约", "左右"), "approx"),
}
NUMBER = r"[0-9０-９]+(?:,[0-9]{3})*(?:\.[0-9]+)?|[一二两三四五六七八九十百千]+"
UNIT = (
    "个?百分点|个?工作日|平方公里|立方米|平方米|个?小时|个?月|人次|公斤|公里|公顷|千米|千瓦|毫米|厘米|分钟|美元|课时|[%％‰元人名户家个项件次处"
    "所套座条张台辆栋间场堂期批届部篇本支位口头只株棵亩吨斤克米里天年岁秒倍成℃度省市县区镇村对类步]"
)
DATE = r"(?=[0-9]+[年月])(?:(?P<y>[0-9]{4})年)?(?:(?P<m>[0-9]{1,2})月(?:(?P<d>[0-9]{1,2})[日号])?)?"
FIGURE = (
    rf"(?P<lead>不少于|不低于|不超过|不高于|超过|突破|至少|至多|最多|不足|不到|接近|[超逾近约])?(?<![第0-9.])(?P<low>{NUMBER})"
    rf"(?:[-—–~～至]+(?P<high>{NUMBER}))?(?P<more>[余多])?(?P<scale>百万|千万|万亿|[千万亿])?(?P<also>[余多])?"
    rf"(?P<unit>{UNIT})(?P<trail>[余多]|以上|以下|以内|左右)?"
)
EITHER = re.compile(f"{DATE}|{FIGURE}")


def read(text: str) -> Iterator[dict[str, Any]]:
    """Figures and dates as lines of JSON have them; a date's year is the last one written."""
    year = "-"
    for match in EITHER.finditer(text):
        span = {"start": match.start(), "end": match.end(), "text": match[0]}
        if match["low"]:
            bounds = [BOUNDS[word] for word in match.group("lead", "more", "also", "trail") if word in BOUNDS]
            high, scale = match["high"], SCALES[match["scale"] or ""]
            unit = match["unit"].removeprefix("个") or "个"
            yield {"kind": "figure", **span, "value": number(match["low"]) * scale, "unit": unit,
                   "high": number(high) * scale if high else None,
                   "bound": "range" if high else next(iter(bounds), "eq")}  # fmt: skip
        elif match["y"] or match["m"]:
            year = match["y"] or year
            yield {
                "kind": "event",
                **span,
                "date": "-".join([year, *(f"{int(n):02}" for n in match.group("m", "d") if n)]),
            }


def number(written: str) -> float:
    """Digits or Han numerals below ten thousand."""
    try:
        return float(written.replace(",", ""))  # full-width digits too
    except ValueError:
        total, digit = 0, 0
        for char in written:
            total, digit = (total + (digit or 1) * HAN[char], 0) if HAN[char] > 9 else (total, HAN[char])
        return total + digit
