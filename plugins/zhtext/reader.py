"""One pass over a text: numerals are found from left to right, each is read as a date, a name, a code or a quantity.

In flows plain text, several lines if it has them; out flow figures and dated events in reading order.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import repeat
from string import ascii_letters
from typing import Final

from plugins.zhtext.articles import article_end
from plugins.zhtext.context import (
    FROM,
    JOINTS,
    Afar,
    bounds_afar,
    far_bound,
    listed_unit,
    moved_unit,
    reached,
    subject_unit,
)
from plugins.zhtext.dates import GOES_ON, Dated, read_date
from plugins.zhtext.drafts import Draft
from plugins.zhtext.happenings import event_label
from plugins.zhtext.judgement import Rule, objection
from plugins.zhtext.labels import label_all
from plugins.zhtext.lexicon import Holders, sections
from plugins.zhtext.numerals import DIGITS, NUMERALS, SLASHED
from plugins.zhtext.quantities import read_quantity
from plugins.zhtext.types import Event, Figure, Reading
from plugins.zhtext.years import Years

# A code, from its first digit on or from the second. The look is bounded: it is taken at every digit.
_CODED: Final = r"[0-9０-９.．]{0,24}+(?:[:：∶×*+＋/·][0-9０-９.．]+|[-–][0-9]{4,}|[0-9]?比[0-9]+(?!%))+"
# The number of a point before a date: 3.2025年, 9.4月份.
_POINT_OF_LIST: Final = r"[0-9]?[.．](?:[12][0-9]{3}年|1?[0-9]月)"
# 几 and 数 begin a number only before a scale, 数 not behind what it may be the number of: 人数.
_VAGUE: Final = (
    r"(?=[十百千万亿])(?:(?<![人户次个总件多少基倍指分岁天参函对系读].)|(?<=[人户次个总件多少基倍指分岁天]数))"
)
# One class of characters leads, so that the scan runs at the speed of C. The group that closes a match tells what may
# stand there: `odd` digits that may be a date, a code or signed, digits that only `count`, or a `han` numeral.
_START: Final = re.compile(
    r"[0-9０-９〇零一二两三四五六七八九十百千万亿半几数](?:(?<=[0-9０-９])"
    rf"(?:(?:(?={GOES_ON}|{_POINT_OF_LIST})|(?={_CODED})|(?<=[-−－第〔\[×+＋A-Za-z].))(?P<odd>)|(?P<count>))"
    rf"|(?:(?<![0-9０-９几数])|(?<=[几数]){_VAGUE})(?P<han>))"
)
_WORDS: Final = Holders(
    [*sections("words")["words"], *sections("terms")["terms"], *sections("idioms")["idioms"]],
    NUMERALS | {"几", "数"},
)
# The opening mark comes first and alone, for the same reason; each alternative looks back at it.
_NAMES: Final = re.compile(
    r"[“\"《〈‘](?:(?<=“)[^“”，。；！？,;!?\n]{1,14}”|(?<=\")[^\"，。；！？,;!?\n]{1,14}\"|(?<=《)[^《》\n]{1,60}》|"
    r"(?<=〈)[^〈〉\n]{1,40}〉|(?<=‘)[^‘’，。；！？\n]{1,14}’)"
)
# A saying of two halves: “一朝栽下树，十年好乘凉。”
_SAYING: Final = re.compile(r"“([^“”，。；！？\n]{4,8})，([^“”，。；！？\n]{4,8})[。！]?”")
_COUNTED_OUT: Final = re.compile(r"[0-9０-９元块钱斤亩吨户千%]|[去今前明]年|如今")
_TIMED: Final = re.compile(r"岁|[一二两三四五六七八九十百]个?[年月天日]")
# What people say: 俗话说，冬走十里不嫌远。
_PROVERB: Final = re.compile(
    r"[话言语谚常][说讲道云](?<=[俗老古]话.|农谚.|民谚.|常言.|谚语.|古语.|俗语.|[人们]常.)"
    r"(?:得好|的好)?[：，,:]“?([^。；！？\n”]{4,24})"
)
_HAN_NUMERAL: Final = re.compile(r"[一二两三四五六七八九十百万]")
_PURE: Final = re.compile(r"[0-9０-９][0-9０-９.,．，]*[万亿]*")
_CODE: Final = re.compile(_CODED)
_DATE_LIKE: Final = re.compile(f".{GOES_ON}")
_POINTED: Final = re.compile(r"[0-9]{1,2}[.．](?=(?:[12][0-9]{3}年|1?[0-9]月))")
_LINE_HEADS: Final = frozenset(("", *"\n 　。；"))
_MINUS: Final = re.compile(r"(?<=[为是达到至从由在于、，,（(：:约近和][-−－])")  # one that joins nothing: 增速为-6.4%
_COUNTING: Final = DIGITS | NUMERALS
_SIDES: Final = frozenset("上下")  # 零下, 零上
_SCALES: Final = frozenset("百千万亿")
_BINDING: Final = frozenset("上近超逾过约破")  # before a bare scale they count it: 上百, 近千
_CODE_BEFORE: Final = frozenset("〔[×+＋" + ascii_letters)
_DIGIT_RUN: Final = re.compile(r"[0-9０-９.．]*")
_ORDINALS: Final = re.compile(
    r"[0-9０-９〇零一二两三四五六七八九十百]+(?P<of>[^\W0-9０-９〇零一二两三四五六七八九十百至到]{0,2})"
    r"[至到—–―~～-]+第?[0-9０-９〇零一二两三四五六七八九十百]+(?P=of)"
)
_NUMERAL_RUN: Final = re.compile(r"[〇零一二两三四五六七八九十百千万亿几]+")


@dataclass(slots=True)
class _Pass:
    """The state of one reading."""

    text: str
    years: Years
    names: list[tuple[int, int]]  # spans of quotations and titles, the next one last, behind the text's end
    afar: Afar
    drafts: list[Draft] = field(default_factory=list)
    dates: list[Dated] = field(default_factory=list)
    refused: list[tuple[Draft, Rule]] | None = None  # what was turned down by which rule, for whoever asks


def read(text: str, *, year: int | None = None) -> Reading:
    """Figures and events of a plain text; `year` stands in where a date gives none and its line has none before it."""
    state = _scan(text, year)
    figures = tuple(map(as_figure, repeat(text), state.drafts, label_all(text, state.drafts)))
    return Reading(figures, tuple([_event(text, dated) for dated in state.dates if dated.date]))


def refused(text: str) -> list[tuple[Draft, Rule]]:
    """The quantities of a text that were turned down, each with the rule that did it."""
    found: list[tuple[Draft, Rule]] = []
    _scan(text, None, found)
    return found


def _scan(text: str, year: int | None, turned_down: list[tuple[Draft, Rule]] | None = None) -> _Pass:
    names = [match.span() for match in _NAMES.finditer(text)]
    sayings = [match.span() for match in _SAYING.finditer(text) if _is_saying(match)]
    sayings += [match.span(1) for match in _PROVERB.finditer(text) if not _COUNTED_OUT.search(match[1])]
    names = sorted([*names, *sayings]) if sayings else names
    state = _Pass(
        text, Years(text, year), [(len(text), len(text)), *reversed(names)], bounds_afar(text), refused=turned_down
    )
    place = 0
    while match := _START.search(text, place):
        start = match.start()
        place = _in_name(state, start) if state.names[-1][0] <= start else 0
        place = place or _READERS[match.lastgroup](state, start)
        if place <= start:
            place = start + 1
    return state


def _odd(state: _Pass, place: int) -> int:
    """Reads digits that may be signed, a date or a code; answers where to go on."""
    text = state.text
    if _MINUS.match(text, place):
        return _quantity(state, place - 1)
    if text[place - 1 : place] in _LINE_HEADS and (point := _POINTED.match(text, place)):
        return point.end()
    if "/" in text[place + 1 : place + 3] and SLASHED.match(text, place):
        return _quantity(state, place)
    return _date(state, place) or _code(text, place) or _quantity(state, place)


def _han(state: _Pass, place: int) -> int:
    """Reads what stands at a Han numeral, likewise."""
    text = state.text
    numeral, before = text[place], text[place - 1 : place]
    if numeral == "零" and text[place + 1 : place + 2] in _SIDES and text[place + 2 : place + 3] in _COUNTING:
        return _quantity(state, place)
    if not (numeral in _SCALES and before in _BINDING) and (end := _WORDS.end(text, place)):
        return end
    if before == "第" and (run := _NUMERAL_RUN.match(text, place)):
        return _ordinal(text, place, run.end())
    if (end := article_end(text, place)) and not reached(state.afar, place):
        return end
    return (_DATE_LIKE.match(text, place) and _date(state, place)) or _quantity(state, place)


def _in_name(state: _Pass, place: int) -> int:
    """The end of the quotation or title that holds the place, unless it holds a bare number: 刷新为“600”."""
    while state.names[-1][1] <= place:
        state.names.pop()
    start, end = state.names[-1]
    if start > place:
        return 0
    bare = _PURE.fullmatch(state.text, start + 1, end - 1)
    if bare and state.text[max(0, start - 1) : start] in ("为", "达", "到", "破", "至"):
        return 0
    return end


def _is_saying(match: re.Match[str]) -> bool:
    """Both halves are as long and have a numeral in the same place, and nothing is counted out in them."""
    if len(match[1]) != len(match[2]) or _COUNTED_OUT.search(match[0]):
        return False
    alike = sum(one == other for one, other in zip(match[1], match[2], strict=True))
    if _TIMED.search(match[0]) and 2 * alike < len(match[1]):
        return False
    places = [found and found.start() for found in map(_HAN_NUMERAL.search, match.groups())]
    return places[0] is not None and places[0] == places[1]


def _date(state: _Pass, place: int) -> int:
    text = state.text
    dated = read_date(text, place, state.years)
    if dated is None:
        return 0
    state.dates.append(dated)
    of_month = dated.precision != "year" and dated.date != ""
    state.years.told(place, dated.end, dated.year, dated.date, own=of_month)
    return dated.end


def _ordinal(text: str, place: int, end: int) -> int:
    """Where an ordinal ends, whose number ends at `end`: behind its measure word, or behind a second: 第3至5页."""
    both = _ORDINALS.match(text, place)
    return both.end() if both else end + 1


def _code(text: str, place: int) -> int:
    """Scores, clock times, formulas, phone numbers, and digits that hang on Latin letters: PM2.5, X203线, 5G, 4×100."""
    match = _CODE.match(text, place)
    if match is not None:
        return match.end()
    before = text[place - 1 : place]
    if before != "第" and before not in _CODE_BEFORE:
        return 0
    run = _DIGIT_RUN.match(text, place)
    end = run.end() if run else place
    if before == "第":
        return _ordinal(text, place, end)
    return 0 if text[end : end + 1] in ("%", "万", "亿", "元") else end


def _quantity(state: _Pass, place: int) -> int:
    text = state.text
    draft = read_quantity(text, place)
    if draft is None:
        run = _NUMERAL_RUN.match(text, place)
        return run.end() if run else place + 1
    if (not draft.kind or draft.unit == "个") and draft.high is None and text[draft.end : draft.end + 1] in JOINTS:
        listed_unit(text, draft)
    if not draft.kind and text[draft.start - 1 : draft.start] in FROM:
        moved_unit(text, draft)
    drafts = state.drafts
    floor = drafts[-1].end if drafts else 0
    if draft.bound == "eq":
        draft.bound = far_bound(text, draft, floor, state.afar)
    if draft.start >= floor:
        rule = objection(text, draft)
        if rule is None:
            if not draft.unit:
                subject_unit(text, draft)
            drafts.append(draft)
        elif state.refused is not None:
            state.refused.append((draft, rule))
    return draft.unit_end


_READERS: Final[dict[str | None, Callable[[_Pass, int], int]]] = {"odd": _odd, "count": _quantity, "han": _han}


def as_figure(text: str, draft: Draft, label: str = "") -> Figure:
    """The draft as it is given out."""
    start, end, bound = draft.start, draft.end, draft.bound
    high = draft.high if bound == "range" else None
    return Figure(start, end, text[start:end], draft.value, high, bound, draft.unit, label)


def _event(text: str, dated: Dated) -> Event:
    return Event(
        dated.start,
        dated.end,
        text[dated.start : dated.end],
        dated.date,
        dated.precision,
        event_label(text, dated.start, dated.end),
    )
