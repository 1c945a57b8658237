"""From a number to the span of a quantity: bound word, number, measure word, ranges, trailing 以上.

`read_quantity` yields the draft of a figure; whether it is a figure at all is for `judgement` to say.
"""

from __future__ import annotations

import re
from typing import Final

from plugins.zhtext.drafts import Draft
from plugins.zhtext.lexicon import Prefixes, Suffixes, sections
from plugins.zhtext.measures import MINUS, measured
from plugins.zhtext.numerals import DIGITS, NUMERALS, tidy
from plugins.zhtext.surroundings import CLAUSE_ENDS, is_han
from plugins.zhtext.types import Bound

_WORDS: Final = sections("bounds")
_KINDS: Final[tuple[Bound, ...]] = ("ge", "le", "approx")
_NARROW: Final = {word: bound for bound in _KINDS for word in _WORDS.get(f"narrow {bound}", ())}
_BEFORE: Final = _NARROW | {word: bound for bound in _KINDS for word in _WORDS[f"before {bound}"]}
_OF_SHARES: Final = {word: bound for bound in _KINDS for word in _WORDS.get(f"narrow after {bound}", ())}
_AFTER: Final = _OF_SHARES | {word: bound for bound in _KINDS for word in _WORDS[f"after {bound}"]}
_LEADING: Final = Suffixes(_BEFORE)
_NOT_LEADING: Final = Suffixes(_WORDS["not before"])
_TRAILING: Final = Prefixes(_AFTER)
_RANGE_MARKS: Final = frozenset("-—–~～－至到")
_SECOND_ENDS: Final = DIGITS | NUMERALS | MINUS
MAY_GO_ON: Final = _RANGE_MARKS | _TRAILING.heads  # what a quantity may go on with behind its measure word
MAY_LEAD: Final = frozenset((*_LEADING.tails, *" 翻了上近超"))
_NOT_INNER: Final = frozenset("部容蒙地河陆外涝在心需科卷存")
_SHARES: Final = frozenset(("%", "比例"))
_BEFORE_SMALL: Final = frozenset("有了达花要共近用卖挣")
_NOT_AROUND: Final = frozenset("游班级联楼一")
_TURNED: Final = re.compile(r"翻(?:了|上|了近|近|超)?$")
_BROKEN: Final = re.compile(rf"[^，。；：\n]{{0,12}}?(?:{'|'.join(_WORDS['broken'])})")
_RATES: Final = frozenset("度率比值量额积重")
_CROSSED: Final = frozenset("通经跨迈越冲闯盖翻渡不超")
# 持续约4000万年, 水渠3条约2公里: no 续约, no 条约.
_NEAR_HERE: Final = re.compile("(?:[持继连陆后手存]续|[0-9一二两三四五六七八九十百千万余多]条)约$")
_BEFORE_JIANGJIN: Final = frozenset("，。、；：有了达的共花\n")


def read_quantity(text: str, start: int) -> Draft | None:
    """The quantity whose number starts at `start`, or None when there is no number."""
    draft = measured(text, start)
    if draft is None:
        return None
    after = text[draft.end : draft.end + 1]
    if after in _RANGE_MARKS and _range(text, draft):
        after = text[draft.end : draft.end + 1]
    if after in _TRAILING.heads:
        _trail(text, draft)
    if text[draft.start - 1 : draft.start] in MAY_LEAD:
        _lead(text, draft)
    if draft.high is not None:
        draft.bound = "range" if draft.high > draft.value else "eq"
    elif draft.trail:
        draft.bound = _AFTER[draft.trail]
    elif draft.lead:
        draft.bound = _BEFORE[draft.lead]
    elif draft.more:
        draft.bound = "ge"
    elif draft.about:
        draft.bound = "approx"
    return draft


def _range(text: str, draft: Draft) -> bool:
    """Takes in a second number behind a range mark: 20-60万元, 35℃至38℃, 5至10年."""
    place = draft.end + 1
    if draft.high is not None or text[place : place + 1] not in _SECOND_ENDS:
        return False
    second = measured(text, place)
    changed = draft.unit and text[draft.end] == "到" and text[draft.start - 1 : draft.start] in ("从", "由")
    if changed and not (second and text.startswith("不等", second.end)):
        return False  # 从5个到8个 is a change, not a range
    if second is None or (draft.unit and draft.unit != second.unit) or second.high is not None:
        return False
    low = _low_end(text, draft, second)
    if second.value <= low or _is_code(text, draft, second):
        return False
    draft.value, draft.high, draft.unit, draft.kind = low, second.value, second.unit, second.kind
    draft.end, draft.unit_end, draft.number_end = second.end, second.unit_end, second.number_end
    return True


def _low_end(text: str, draft: Draft, second: Draft) -> float:
    """20 in 20-60万元 is 200000, 两 in 两到三成 is 20 %: scale and unit belong to both ends."""
    low, scale = draft.value, second.scale
    if draft.unit:
        return low
    if draft.scale == 1 and scale > 1 and low * scale < second.value:
        low *= scale
    if second.unit == "%" and text[second.unit_end - 1] == "成":
        low *= 10
    return tidy(low)


def _is_code(text: str, draft: Draft, second: Draft) -> bool:
    """0700-6618812: figures of one amount do not begin with 0 nor go without a measure word and a scale."""
    if not second.unit and second.scale == 1:
        return text[draft.end] not in "~～至到" or (second.end < len(text) and text[second.end] in DIGITS)
    return text[draft.start] == "0" and draft.value >= 1


def _trail(text: str, draft: Draft) -> None:
    """以上, 左右, 内 … behind the measure word; 多 and 余 there are its own."""
    word = _TRAILING.at(text, draft.end)
    end = draft.end + len(word)
    after = text[end : end + 1]
    if not word or word in ("余", "多") or (word == "上下" and after in _NOT_AROUND):
        return
    if word in _OF_SHARES and (draft.unit not in _SHARES or (is_han(after) and after != "的")):
        return
    if word == "不到" and after not in CLAUSE_ENDS:
        return  # 三天不到一半
    if word == "内" and (after in _NOT_INNER or draft.kind not in ("time", "measure", "latin", "money")):
        return
    draft.trail, draft.end = word, end


def _lead(text: str, draft: Draft) -> None:
    """超, 近, 不少于 … before the number, and 翻 before 番."""
    if draft.unit == "番":
        turned = _TURNED.search(text[max(0, draft.start - 4) : draft.start])
        if turned:
            draft.start -= len(turned[0])
            draft.lead = turned[0][-1] if turned[0][-1] in _BEFORE else ""
    gap = int(text[draft.start - 1 : draft.start] == " ")
    word = _LEADING.at(text, draft.start - gap)
    if word == "将近" and text[draft.start - 3 : draft.start - 2] not in _BEFORE_JIANGJIN:
        word = "近"  # 先后将近百人送入: 将 is the preposition
    if word and (_leads_narrowly(text, draft, word) if word in _NARROW else _leads(text, draft, word)):
        draft.lead = word
        draft.start -= len(word) + gap


def _is_small(draft: Draft) -> bool:
    """Less than a hundred, and no share: 过八成 but not 去过3处."""
    return draft.value < 100 and draft.kind != "ratio"


def _leads_narrowly(text: str, draft: Draft, word: str) -> bool:
    """大半年, and 花了小两万; not 大三间, 大小两百."""
    written = text[draft.number_start : draft.number_end]
    if word == "大":
        return written == "半" and draft.kind == "time"
    return len(written) > 1 and written[-1] in "百千万" and text[draft.start - 2 : draft.start - 1] in _BEFORE_SMALL


def _leads(text: str, draft: Draft, word: str) -> bool:
    """Whether a bound word is one here: 上百 but not 会上12人, 过百 but not 去过3次, 约 but not 节约."""
    bare_scale = text[draft.number_start] in "百千万亿"
    if word == "上":
        return bare_scale
    if word == "过" and _passes(text, draft):
        return True
    if word in ("过", "破") and (draft.kind in ("event", "time", "age") or (_is_small(draft) and not bare_scale)):
        return False
    if word in ("突破", "突破了", "破") and draft.kind in ("count", "") and _BROKEN.match(text, draft.end):
        return False  # 突破6项关键技术: they are what is mastered
    near = word == "约" and _NEAR_HERE.search(text, max(0, draft.start - 3), draft.start)
    return bool(near) or len(_NOT_LEADING.at(text, draft.start)) <= len(word)


def _passes(text: str, draft: Draft) -> bool:
    """收获过亿亩; 进度过八成: no 度过; 播种过九成半: no 种过."""
    if draft.kind in ("measure", "money"):
        return text[draft.number_start] in "百千万亿"
    if draft.kind != "ratio":
        return False
    before = text[draft.start - 2 : draft.start - 1]
    tenths = text[draft.number_end : draft.number_end + 1] == "成"
    return before in _RATES or (tenths and before not in _CROSSED)
