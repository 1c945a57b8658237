"""Han numerals that are sure to count nothing, told at sight: 一抬脚, 一件一件谈透, 一组数据.

Most Han numerals of a news text are such. What is not sure goes on to be read as a quantity, and `judgement` has the
last word: these are its verdicts (no measure word; an article), for which no quantity need be made.
"""

from __future__ import annotations

import re
from typing import Final

from plugins.zhtext.context import LINKING
from plugins.zhtext.figurative import counts_one
from plugins.zhtext.numerals import DIGITS, NUMERALS
from plugins.zhtext.quantities import MAY_GO_ON, MAY_LEAD
from plugins.zhtext.surroundings import CLAUSE_ENDS
from plugins.zhtext.units import BEHIND_NUMBERS, MEASURES

_BEHIND_NUMBER: Final = DIGITS | NUMERALS | CLAUSE_ENDS | MAY_GO_ON | frozenset("几数余多来点年月日时○")
_BEHIND_MEASURE: Final = CLAUSE_ENDS | MAY_GO_ON | frozenset("半余多来/／每")
_CLASSIFIERS: Final = frozenset(
    word for word, _, kind in MEASURES.values() if len(word) == 1 and kind in ("count", "event") and word != "点"
)


def _one_of(chars: frozenset[str]) -> str:
    return "".join(map(re.escape, sorted(chars)))


_UNMEASURED: Final = re.compile(
    rf"[一二两三四五六七八九十百千万亿](?=[^\s{_one_of(_BEHIND_NUMBER | BEHIND_NUMBERS.heads)}])"
)
_PIECES: Final = frozenset(("一块", "一片", "一处", "一条", "一座"))
_AGAIN: Final = frozenset("一两二三又")
_REPEATED: Final = re.compile(r"一([一-龥])[一两二三又]一?\1")  # 一天两天, 一件一件, 一年又一年
_DOUBLED: Final = re.compile(r"一([^\W百千万亿])\1(?!均)")  # 一天天, 一户户; 一户户均 is one of them
_ARTICLE: Final = re.compile(
    rf"(?<![{_one_of(MAY_LEAD | LINKING)}])一[{_one_of(_CLASSIFIERS)}](?=[^\s{_one_of(_BEHIND_MEASURE)}])"
)


def article_end(text: str, place: int) -> int:
    """Where such a numeral and its classifier end; 0 if it may be a quantity. A bound from afar is not looked for."""
    if text[place + 2 : place + 3] in _AGAIN and (again := _REPEATED.match(text, place)):
        return again.end()
    if text[place + 1 : place + 2] == text[place + 2 : place + 3] and _DOUBLED.match(text, place):
        return place + 3
    if text[place : place + 2] in _PIECES and text[place + 2 : place + 3] in DIGITS:
        return place + 2  # 一块200多亩的荒地
    if _UNMEASURED.match(text, place):
        return place + (4 if text[place] == "一" and text[place + 2 : place + 3] == "一" else 1)  # 一降一升
    if _ARTICLE.match(text, place) and text[place + 1 : place + 3] not in BEHIND_NUMBERS.longer:
        return 0 if counts_one(text, place) else place + 2
    return 0
