"""The measure words: which word may stand behind a number, of what kind it is, under which unit it is recorded."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from plugins.zhtext.drafts import Draft
from plugins.zhtext.lexicon import Prefixes, sections
from plugins.zhtext.numerals import DIGITS
from plugins.zhtext.surroundings import CLAUSE_ENDS


class Measure(NamedTuple):
    """A measure word as written, the unit it is recorded under, its section of units.txt."""

    written: str
    unit: str
    kind: str


MEASURES: Final = {
    written: Measure(written, unit or written, kind)
    for kind, entries in sections("units").items()
    for written, _, unit in (entry.partition("=") for entry in entries)
}
UNITS: Final = Prefixes(MEASURES)
_PIECE: Final = Measure("块", "块", "count")
BEHIND_NUMBERS: Final = Prefixes([*MEASURES, *sections("clashes")["words"]])
_CONDITIONAL: Final = frozenset(("noun", "nounless", "latin"))
_PER: Final = frozenset("/／每")
# 块 counts pieces before these, whatever the number: 4450块面板.
_PIECES: Final = frozenset("地田板砖屏牌石菜土玻拼模芯显碑匾展光电单瓦面太宝荒")
# Less than a hundred 块 are money at the end of their clause or before these, and else a classifier: 三块菜地.
_BEHIND_MONEY: Final = frozenset("多的费补奖罚押租左上以下一二三四五六七八九半0123456789到至，。；：、！？,;:!?）)”\n ")
_NOT_PERSONS: Final = frozenset("均口员民大工才社生次")
# Nouns that count with no classifier behind Arabic numerals only: 5校, but 五校 is rather a name.
_DISTRICTS: Final = frozenset("省市县州")
# Written out, these count from so many on: 九十二平 are square metres, 三平 draws; 三国 and 三方 are names.
_MANY: Final = {"平": 15, "方": 100, "国": 10}
_LEAGUES: Final = ("集团", "联", "峰会", "杯", "机制", "组织")
_WHOLE: Final = ("车间", "车站")  # 三车间 is the third
_SPOTS: Final = ("点位", "点子", "点赞", "点名", "点单", "点将")  # 3个点位; 降了3个点
_OFFICES: Final = frozenset(
    (
        "县市",
        "市县",
        "部门",
        "部委",
        "省份",
        "省市",
        "县区",
        "区县",
        "乡镇",
        "街镇",
        "省区",
        "省区市",
        "县市区",
        "市县区",
    )
)
_ARABIC_ONLY: Final = frozenset("方站区国校企院旗男女平胜负馆矿厂州")


def unit_at(text: str, place: int, number: Draft) -> Measure | None:
    """The measure word at `place` behind `number`, or None."""
    word = BEHIND_NUMBERS.at(text, place)
    found = MEASURES.get(word)
    if found is None and word[1:] == "约" and text[place + 2 : place + 3] in DIGITS:
        found = MEASURES.get(word[0])  # 水渠3条约900米
    if found is None:
        return None  # no word at all, or a longer one that only begins like a measure word
    word, _, kind = found
    if word == "个点" and text.startswith(_SPOTS, place + 1):
        return MEASURES["个"]
    end = place + len(word)
    after = text[end : end + 1]
    if kind in _CONDITIONAL and not _measures(text, end, word, kind, number):
        return _classifier(text, place) if len(word) > 1 and kind == "noun" else None
    if word == "块" and after and (_are_pieces(after, number) or text[number.start - 1 : number.start] in ("成", "为")):
        return _PIECE
    return _rate(text, end, found) if after in _PER else found


def _classifier(text: str, place: int) -> Measure | None:
    """项 of 三项目标: the noun that begins like it counts nothing here."""
    found = MEASURES.get(text[place])
    if text.startswith(_WHOLE, place):
        return None
    return found if found is not None and found.kind == "count" else None


def _measures(text: str, end: int, word: str, kind: str, number: Draft) -> bool:
    """Whether a noun counts itself here, and whether Latin letters stand for a unit (5m, not 5mini)."""
    if kind == "latin":
        return not "A" <= text[end : end + 1].upper() <= "Z"
    return kind == "noun" and _counts_itself(text, end, word, number)


def _are_pieces(after: str, number: Draft) -> bool:
    return after in _PIECES or (number.value < 100 and after not in _BEHIND_MONEY)


def _counts_itself(text: str, end: int, word: str, number: Draft) -> bool:
    """A noun as its own measure word: 6省, 521户, 三县."""
    if word == "人":
        return text[end : end + 1] not in _NOT_PERSONS or end == len(text)
    if word == "项目" and text[end : end + 1] == "标":
        return False  # 5项目标
    if number.arabic or number.scale > 1:
        return True
    if word in _MANY:
        return number.worth >= _MANY[word] and _ends_many(text, end, word)
    if word == "区" and text[number.start - 1 : number.start] in _DISTRICTS:
        return True  # 七县两区
    return word in _OFFICES or (len(word) == 1 and word not in _ARABIC_ONLY and number.value < 100)


def _ends_many(text: str, end: int, word: str) -> bool:
    """Whether what follows leaves the noun alone: 五十八平; no 二十国集团."""
    if word == "平":
        return end >= len(text) or text[end] in CLAUSE_ENDS
    return not text.startswith(_LEAGUES, end)


def _rate(text: str, place: int, above: Measure) -> Measure:
    """微克/立方米, 元/公斤, 升/百公里, 立方米每秒, 人次/日: `place` is where the measure word above ends."""
    mark = text[place]
    if mark == "每" and above.kind != "measure":
        return above
    scale = text[place + 1 : place + 2] if mark != "每" and text[place + 1 : place + 2] in ("百", "千", "万") else ""
    below = UNITS.at(text, place + 1 + len(scale))
    if not below or (mark == "每" and MEASURES[below].kind not in ("time", "measure")):
        return above
    unit = f"{above.unit}{'/' if mark == '／' else mark}{scale}{MEASURES[below].unit}"
    return Measure(above.written + mark + scale + below, unit, "money" if above.kind == "money" else "measure")


@cache
def spellings(unit: str) -> tuple[str, ...]:
    """The ways in which a unit is written behind a number, longest first: 月 is 个月, 个半月, 个多月 or 月."""
    if not unit:
        return ()
    written = [measure.written for measure in MEASURES.values() if measure.unit == unit]
    written += [unit, f"个半{unit}", f"个多{unit}", unit.replace("/", "／")]
    return tuple(sorted(set(written), key=lambda word: (-len(word), word)))
