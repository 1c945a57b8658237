"""What a clause says of a quantity from afar: a bound word parted from its number, a unit stated once for several.

至多再用两个月 is at most two months, 不到预算的八成 less than 80 %; in 187、28、20倍 all three are times; a count
of launches (发射次数刷新为“600”) is in 次.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from plugins.zhtext.drafts import Draft
from plugins.zhtext.lexicon import Suffixes, sections
from plugins.zhtext.numerals import DIGITS, NUMERALS, read_number, tidy
from plugins.zhtext.surroundings import CLAUSE_ENDS, char_after, char_before
from plugins.zhtext.types import Bound
from plugins.zhtext.units import Measure, unit_at

_BOUNDS: Final = sections("bounds")
_FAR: Final[list[tuple[str, Bound]]] = [(word, bound) for bound in ("ge", "le") for word in _BOUNDS[f"far {bound}"]]
_OF: Final[list[tuple[str, Bound]]] = [
    (word, bound) for bound in ("le", "ge", "approx") for word in _BOUNDS[f"of {bound}"]
]
_NEAR = 2000  # characters around a bare number in which money must be spoken of
_REACH = 16  # characters between a bound word and its number
_MARK: Final = re.compile(r"[，。；：、,;:！？!?\n（）()]")
_SHARES: Final = frozenset(("%", "‰", "比例"))
_COUNTED: Final = re.compile(r"([人户次天件家辆篇例项个处起台座场])数")
_MONEY: Final = re.compile("|".join(sections("subjects")["money"]))
JOINTS: Final = frozenset("、和与及")
_LINKED: Final = re.compile(r"(约|接近|超|逾)[为占合达有需在计]$")  # 约为47: the verb between is no part of the span
_PASSED: Final = ("过了", "超了", "破了", "超过了", "突破了")
LINKING: Final = frozenset("了为占合达有需在计")
_SOME_FAR: Final = re.compile("|".join(word for word, _ in _FAR))
FROM: Final = frozenset("从由")
_MOVED: Final = re.compile(r"[升降增减提扩涨跌缩压抬攀][一-龥]{0,4}[到至为](?=[0-9０-９一二两三四五六七八九十百千])")
_NAMED_SUPER: Final = frozenset("充市级大高低强前标声算员载龄额时短长导")  # 超充, 超市
_LONGEST_LIST = 6
_AGED_BEFORE: Final = Suffixes(sections("rules")["aged before"])
_PAID: Final = frozenset("挣卖赚花薪租罚赔掏欠价付才补")  # 月薪两万, in a text that speaks of 元
_ENDED: Final = frozenset("了到得出过")
_PRICED: Final = re.compile(
    r"[户家我人方]出$|[政府村里厂方局镇县省市财]补$|" + "|".join(sections("subjects")["paid"])
)  # 起拍价一亩三百五
_SHARED_OUT: Final = re.compile(r"，[一-龥]{1,4}[补掏摊垫]")  # 一台三万二，政府补一半
_SPOKEN: Final = 100
_OLDEST: Final = 130
_ROUND_AGES: Final = range(20, 100, 10)


Afar = Sequence[tuple[int, int]]
"""Where words end and begin in a text that may bound a number further right."""


def bounds_afar(text: str) -> Afar:
    """All such words of a text, in order."""
    return [(match.end(), match.start()) for match in _SOME_FAR.finditer(text)]


def reached(afar: Afar, start: int, floor: int = 0) -> bool:
    """Whether such a word stands behind `floor` and close enough before `start`."""
    last = bisect_left(afar, (start + 1,)) - 1
    return last >= 0 and afar[last][1] >= max(floor, start - _REACH)


def far_bound(text: str, draft: Draft, floor: int, afar: Afar) -> Bound:
    """The bound that a word further left in the clause gives; `floor` is where the figure before ends."""
    start = draft.start
    linked = text[start - 1 : start] in LINKING
    if not (linked or draft.unit in _SHARES or (afar and reached(afar, start, floor))):
        return "eq"
    clause = _MARK.split(text[max(floor, start - _REACH) : start])[-1]
    clause = clause[clause.rfind("”") + 1 :]  # “最多跑一次”占比99.6% has no bound
    return _clause_bound(clause, draft) if clause else "eq"


def _clause_bound(clause: str, draft: Draft) -> Bound:
    for word, bound in _FAR:
        place = clause.find(word)
        if place >= 0 and clause[place + len(word) : place + len(word) + 1] not in tuple("的为是"):
            return bound
    if clause.endswith(_PASSED) and draft.worth > 1:
        return "ge"
    linked = _LINKED.search(clause)
    if linked:
        return "ge" if linked[1] in ("超", "逾") else "approx"
    if draft.unit in _SHARES and (clause.endswith(("的", "占")) or draft.unit == "比例"):
        return _share_bound(clause)
    return "eq"


def _share_bound(clause: str) -> Bound:
    for word, bound in _OF:
        place = clause.rfind(word)
        if place < 0 or clause[max(0, place - 1) : place] in ("最", "节", "合", "附", "预", "公"):
            continue
        if word != "超" or clause[place + 1 : place + 2] not in _NAMED_SUPER:
            return bound
    return "eq"


def listed_unit(text: str, draft: Draft) -> None:
    """187、28、20倍: a number without measure word gets that of the last in its list, and the scale there."""
    place, scale = draft.unit_end, draft.scale
    for _ in range(_LONGEST_LIST):
        if place + 1 >= len(text) or text[place] not in JOINTS or text[place + 1] not in DIGITS | NUMERALS:
            return
        number = read_number(text, place + 1)
        if number is None or number.high is not None or number.arabic != draft.arabic:
            return
        place = number.end
        found = unit_at(text, place, number)
        if found is not None and draft.kind and found.unit != "百分点":
            return
        if found is not None:
            if _lends(text, draft, found):
                draft.unit, draft.kind = found.unit, found.kind
                if scale == 1 and number.scale > 1 and draft.value < number.scale:
                    draft.value = tidy(draft.value * number.scale)
            return


def moved_unit(text: str, draft: Draft) -> None:
    """从四百抬升到1270米: the unit stands with the other end."""
    moved = _MOVED.match(text, draft.end)
    number = read_number(text, moved.end()) if moved else None
    found = unit_at(text, number.end, number) if number else None
    if number is not None and found is not None and found.kind not in ("time", "age"):
        draft.unit, draft.kind = found.unit, found.kind
        if draft.scale == 1 and number.scale > 1 and draft.value < number.scale:
            draft.value = tidy(draft.value * number.scale)


def is_moved(text: str, draft: Draft) -> bool:
    """从三千二涨到五千八: the first end."""
    return text[draft.start - 1 : draft.start] in FROM and _MOVED.match(text, draft.end) is not None


def _lends(text: str, draft: Draft, found: Measure) -> bool:
    """No dates (5、6月; 3、4日), and no list numbers at the head of a line."""
    head = draft.start == 0 or text[draft.start - 1] in "\n。；"
    return not head and found.unit not in ("日", "时", "点", "年")


def is_age(text: str, draft: Draft) -> bool:
    """今年四十八，: an age without 岁."""
    if draft.trail in ("出头", "开外"):
        return not draft.arabic and draft.worth in _ROUND_AGES and not draft.unit
    return (
        0 < draft.worth < _OLDEST
        and draft.high is None
        and char_after(text, draft.end + text.startswith("了", draft.end)) in CLAUSE_ENDS
        and bool(_AGED_BEFORE.at(text, draft.start))
    )


def _is_paid(text: str, draft: Draft, clause: str) -> bool:
    """月薪两万, GDP突破百万亿."""
    if _verb_before(text, draft.start) in _PAID:
        return True
    if draft.value >= 10**8 or text[draft.start : draft.end] == "零":
        return _MONEY.search(clause) is not None or "费" in clause
    return False


def _verb_before(text: str, place: int) -> str:
    """The last character of a verb before a place, without 了 and the like: 卖了, 卖到, 卖出."""
    before = char_before(text, place)
    return char_before(text, place - 1) if before in _ENDED else before


def _is_priced(text: str, draft: Draft, clause: str) -> bool:
    """起拍价一亩三百五, 我家出三万二: money by what the clause says."""
    spoken = draft.worth >= _SPOKEN and (char_after(text, draft.end) in CLAUSE_ENDS or is_moved(text, draft))
    return spoken and bool(_PRICED.search(clause) or _SHARED_OUT.match(text, draft.end))


def subject_unit(text: str, draft: Draft) -> None:
    """The unit of a bare number that its subject implies: 次数为“600”, GDP突破百万亿."""
    clause = text[max(0, draft.start - _REACH) : draft.start]
    clause = clause[max(clause.rfind(mark) for mark in "，。；\n") + 1 :]
    counted = _COUNTED.search(clause)
    if counted:
        draft.unit = counted[1]
    elif is_age(text, draft):
        draft.unit = "岁"
    elif _is_priced(text, draft, clause) or (
        _is_paid(text, draft, clause) and "元" in text[max(0, draft.start - _NEAR) : draft.end + _NEAR]
    ):
        draft.unit = "元"
