"""What a figure counts, so that the same can be known again in other words: subject, unit, place and manner.

A label and what its sentence says before the figure flow in; a key flows out. 全市共有社区工作者 and 社区工作者 of the
home place are one subject; 新增 and 累计, 计划 and 其中 are manners that must not be held against each other. Words are
data, in `lexicon/counted.txt`; the rules are about names: a place or a house is known by how its name ends and by the
two characters before.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from plugins.zhtext import places
from plugins.zhtext.lexicon import sections

_WORDS: Final = sections("counted")
_MANNERS: Final = ("plan", "whole", "more", "less", "year", "month", "mean", "part")
SHORT: Final = 8
SHARED: Final = (0.75, 0.6)
"""How much of a surrounding a longer one must have to be the same, and how much of a short one."""
HEAD: Final = 12
TELLING: Final = 2
"""Characters that say anything."""
SPECIFIC: Final = 4
"""Characters of a subject that names one thing by itself."""
HOME: Final = ""
"""The place that the site writes about."""


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern of words, the longest first. They stand under their first characters, so that most places of a text are
    passed over at the speed of C."""
    under: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        under[word[0]].append(re.escape(word[1:]))
    return re.compile("|".join(f"{re.escape(head)}(?:{'|'.join(rest)})" for head, rest in sorted(under.items())))


def _words_of(*names: str) -> list[str]:
    return [word for name in names for word in _WORDS[name]]


def _pairs(name: str) -> dict[str, str]:
    """Each word of a section of equals, and the first of its equals."""
    return {word: group.split("=")[0] for group in _WORDS[name] for word in group.split("=")}


_UNITS: Final = _pairs("units")
_NOUNS: Final = _pairs("nouns")
_NOUN: Final = _any_of(_NOUNS)
_KNOWN: Final = {
    **{word: word for word in _WORDS["regions"]},
    **{word: name for word, name in places.words().items() if name and word not in _WORDS["home"]},
    **dict(entry.split("=") for entry in _WORDS["shorts"]),
}
_HOMES: Final = frozenset(_WORDS["home"])
_SCOPES: Final = frozenset(_WORDS["scopes"])
_PLAIN_NAMES: Final = frozenset([*_HOMES, *_SCOPES, *_KNOWN])
"""Names that need no look at what stands before them."""
_NAME: Final = _any_of([*_KNOWN, *_words_of("home", "scopes", "kinds")])
_NO_KINDS: Final = tuple(_WORDS["no kinds"])
_OTHERS: Final = tuple(_WORDS["others"])
_NO_NAMES: Final = tuple(_WORDS["no names"])
_SAID: Final = _any_of(_words_of("links", "home", "scopes", *_MANNERS))
_MANNER_OF: Final = {word: name for name in _MANNERS for word in _WORDS[name]}
_MANNER: Final = _any_of(_MANNER_OF)
_MOVED: Final = ("增长", "下降", "增加", "减少", "上升", "回落", "提高")
_PLAN: Final = _any_of(_WORDS["plan"])
_OCCASION: Final = re.compile(rf"{_any_of(_WORDS['occasions']).pattern}|[\u4e00-\u9fff]{{2,3}}(?=期间)")
_DOES: Final = _any_of(_WORDS["does"])
_NUMBERED: Final = re.compile(
    r"第[一二三四五六七八九十0-9]+|[一二三四五六七八九十甲乙丙丁0-9A-Z]+(?=等奖|号|期|组|批|届|线|标段|类|级)"
)
_ABOVE: Final = ("省", "国")
_MARKS: Final = re.compile(r"[^\w]|_")
_TIME: Final = re.compile(
    r"(?:截至|截止|到|自|从)?(?=\d)(?:\d{4}年(?:度)?)?(?:\d{1,2}[-—–~～－至到](?=\d{1,2}月))?(?:\d{1,2}月份?)?"
    r"(?:\d{1,2}[日号])?(?:[底末初中止起]|前)?"
)
_QUOTES: Final = re.compile("[“”‘’\"'《》]")
_HAS: Final = "(?:有(?![效机色关限偿益序力])|设(?![计施备置立想法区]))"  # but 有效, 设施
_TOTAL: Final = "(?<![公中])共(?![建享同产富青和识治管])"  # but 公共, 共建
_IN_ALL: Final = re.compile(rf"{_TOTAL}|^{_HAS}|已(?!经)|现(?![场代有实行状金值役])")
_THERE: Final = re.compile(rf"(.{{2,}}?)[共已现还设建]?{_HAS}(?=..)")
_BUILT: Final = re.compile(r"(?<=..)(?:已经?|共|累计)?(?:建成|建起|装好)$")  # 换电站已建成138座
_SHARE_OF: Final = re.compile(r"(占.+?)的?(?:比重|比例|份额)$")
_SEASON: Final = re.compile(r"(?:本|今年|今)?(?:采暖季|供暖季|汛期|旅游季)")
_DAILY: Final = re.compile("平均每[天日]|每[天日]|日均")
_TRAILING: Final = re.compile(f"(?<=..)(?:{'|'.join(_WORDS['trailing'])})$")
_GUESTS: Final = re.compile("(?:接待|迎来)(?=游客|观众|读者|旅客|市民|来宾)")
_GRAND: Final = re.compile("总(?=时长|藏书|人数|里程|面积|长度|规模|产量|产值|户数)")
_HAPPENS: Final = re.compile(f"^(?:{'|'.join(_WORDS['happens'])})+|(?:{'|'.join(_WORDS['happens'])})+$")
_AT: Final = re.compile("会上(?!海)")
_AREAS: Final = frozenset(("亩", "公顷", "平方米", "平方公里", "千公顷"))
_EDGES: Final = "".join(_WORDS["edges"])
_IS_HEAD: Final = re.compile(
    r"(?![个的各该每两这那是有在日月年])[\u4e00-\u9fff0-9A-Za-z][^\W_个的各该每两这那是有在于和与及、对为向从到]"
)
_CLAUSE_MARKS: Final = "，；：。！？,;（(\n"


class Counted(NamedTuple):
    """What a figure counts. Two that are equal in the first four count the same, if `around` does not part them."""

    subject: str  # the characters of what is counted, in the order of their code points
    unit: str
    place: str  # "" for the home place
    manner: str
    around: str  # what the sentence says before the figure's own clause, where that clause names no place itself
    within: str  # what that clause says before the figure, beside its label
    whole: str  # the subject with that, and with what is around it where that is short; "" where they say nothing
    loose: bool  # done or named in a word, and the sentence says neither where nor by whom: 累计走访300户, 公厕9座
    placeless: bool  # the sentence names no place, nor a scope such as 全市


class Names(NamedTuple):
    """Names of places and houses said before a sentence: in its paragraph or in the headline, and farther off."""

    near: Sequence[str] = ()
    far: Sequence[str] = ()


NAMELESS: Final = Names()


def names(text: str) -> list[tuple[int, str]]:
    """All names of a text, each with its end."""
    found, end = [], 0
    for match in _NAME.finditer(text):
        if name := _named(text, match, end):
            found.append((match.end(), name))
        end = _floor(match, name, end)
    return found


def counted(label: str, unit: str, before: str, said: Names = NAMELESS) -> Counted:
    """`before` is what its sentence says before the figure, `said` the names before that."""
    plain, before = _BUILT.sub("", _plain(label)), _plain(before)
    if plain.endswith("每秒"):  # 流量每秒62立方米 is 62立方米每秒
        plain, unit, before = plain[:-2], unit + "每秒", before.removesuffix("每秒")
    cut = max([before.rfind(mark) for mark in _CLAUSE_MARKS]) + 1
    clause = before[cut:]
    moved = _verb_first(plain)
    own = _place(moved, moved)
    own = _place(clause, plain) if own is None else own
    place = own if own is not None else _place(before[:cut], plain)
    inherited = said.near[-1] if said.near else HOME
    stated = place is not None
    if place is None:
        place = inherited
    elif place.startswith("?"):
        place = _resolved(place, [name for _, name in names(before)], said)
    around = "" if own is not None else _bare(before[:cut])
    subject, whose = _parted(moved)
    named = clause and plain.startswith(clause)  # the noun stands behind the figure: 剧场设1810个座位
    within = ("" if named else _bare(clause.replace(plain, ""))) + whose
    key = _subject(subject, unit in _AREAS), _UNITS.get(unit, unit), place, _manner(before, clause, plain)
    loose = not stated and _is_loose(plain, key[0], within)
    more = within + around if len(around) <= HEAD else within
    whole = "".join(sorted(key[0] + more)) if len(more) >= TELLING else ""
    return Counted(*key, around, within, whole, loose, not stated)


def _plain(text: str) -> str:
    """A text without quotation marks, in plain characters; 每天 and 日均 are 日."""
    return _DAILY.sub("日", _QUOTES.sub("", unicodedata.normalize("NFKC", text)))


def _verb_first(label: str) -> str:
    """新建口袋公园 of 口袋公园新建."""
    verb = _TRAILING.search(label)
    return verb[0] + label[: verb.start()] if verb else label


def _parted(label: str) -> tuple[str, str]:
    """What is counted, and where or by whom: 商圈有老字号."""
    there = _THERE.match(label)
    return (label[there.end() :], _bare(label[: there.end(1)])) if there else (label, "")


def _is_loose(label: str, subject: str, within: str) -> bool:
    if len(within) >= TELLING:
        return False
    return len(subject) < SPECIFIC or _DOES.match(_SAID.sub("", label)) is not None


def _place(text: str, label: str) -> str | None:
    """The last place that a text names; "?村" for a scope that leans on a name before; None without any.

    What a label ends with is counted, and no place: 智慧农场46家.
    """
    found, end = None, 0
    for match in _NAME.finditer(text):
        word, name = match[0], _named(text, match, end)
        if word in _HOMES:
            found = HOME
        elif word in _SCOPES:
            found = f"?{word}"
        elif name and not (match.end() == len(text) and label.endswith(name)):
            found = name
        end = _floor(match, name, end)
    return found


def _floor(match: re.Match[str], name: str, floor: int) -> int:
    """Where the next name may begin."""
    return match.end() if name or match[0] in _PLAIN_NAMES else floor


def _named(text: str, match: re.Match[str], floor: int = 0) -> str:
    """A gazetteer's name, or an ending and the two characters before it; "" for what only ends like one."""
    word = match[0]
    if word in _KNOWN:
        return _KNOWN[word]
    start, end = match.span()
    if text.startswith(_OTHERS, start):
        return ""
    head = text[max(floor, start - 2) : start]
    if len(head) < 2 or word in _HOMES or word in _SCOPES or head in _NO_NAMES:
        return ""
    if text.endswith(_NO_KINDS, 0, end) or not _IS_HEAD.fullmatch(head):
        return ""
    following = None if text.startswith(_OTHERS, end) else _NAME.match(text, end)
    return "" if following and following[0] not in _PLAIN_NAMES else head + word  # 孟家庄村 is a 村


def _resolved(scope: str, own: Sequence[str], said: Names) -> str:
    """The name that a scope stands for: the last of its kind; the scope itself where none was said."""
    kind = scope[1:].lstrip("全本我该").removesuffix("里")
    if kind in _ABOVE:
        return kind
    for names in (own, said.near, said.far):
        for name in reversed(names):
            if name.endswith(kind):
                return name
    return scope


@lru_cache(4096)
def _subject(label: str, is_area: bool) -> str:
    """What is counted, without where and how: the characters of a label in the order of their code points."""
    text, end = label, 0
    for match in _NAME.finditer(label):
        if (name := _named(label, match, end)) and match.end() < len(label):
            text = label[match.end() :]
        end = _floor(match, name, end)
    text = _NOUN.sub(lambda match: _NOUNS[match[0]], _GUESTS.sub("", text))
    text = _AT.sub("会", _SHARE_OF.sub(r"\1", _OCCASION.sub("", _SEASON.sub("", _GRAND.sub("", text)))))
    bare = _MARKS.sub("", _IN_ALL.sub("", _SAID.sub("", _TIME.sub("", text)))).strip(_EDGES)
    if is_area:  # 种植莲藕800亩 is 莲藕种植面积
        bare = bare.removesuffix("面积")
    return "".join(sorted(bare or _MARKS.sub("", text)))


def _bare(text: str) -> str:
    """What a text says beside times, places and what is said of anything."""
    if not text:
        return ""
    kept, at = [], 0
    for match in _NAME.finditer(text):
        start = match.start() - 2 * (match[0] not in _PLAIN_NAMES)
        if match[0] in _PLAIN_NAMES or _named(text, match, at):
            kept.append(text[at:start])
            at = match.end()
    rest = _TIME.sub("", "".join([*kept, text[at:]]))
    bare = _MARKS.sub("", _SAID.sub("", rest)).strip(_EDGES)
    return bare[:-1] if len(bare) > SPECIFIC and bare[-1] in "上里" else bare


def manner(label: str, before: str) -> str:
    """How a figure is counted, as in its `Counted`; "" if simply so."""
    cut = max([before.rfind(mark) for mark in _CLAUSE_MARKS]) + 1
    return _manner(before, before[cut:], unicodedata.normalize("NFKC", label))


def _manner(before: str, clause: str, label: str) -> str:
    """How it is counted. A plan and an occasion are told for the whole sentence, the rest is said in the clause."""
    found = {_MANNER_OF[match[0]] for match in _MANNER.finditer(clause + label)}
    if _PLAN.search(before):
        found.add("plan")
    if label.endswith("现值"):  # 增加到68个 are not 68 more
        found -= {"more", "less"}
    if label.endswith("原值"):
        found.add("former")
    found.update(_OCCASION.findall(before))
    if "month" not in found and found & {"more", "less"} and label.endswith(_MOVED):
        found.discard("year")  # 前三季度增长5.6% is 同比增长5.6%
    return " ".join(sorted(found))


def alike(one: str, other: str) -> bool:
    """Whether two surroundings may be the same: one says nothing, or they begin with the same and say much the same."""
    if min(len(one), len(other)) < TELLING:
        return True
    if _NUMBERED.findall(one) != _NUMBERED.findall(other):
        return False
    return _shares(one[:HEAD], other[:HEAD]) and _shares(one, other)


def heads_differ(one: str, other: str) -> bool:
    """文化中心剧场 and 文化中心音乐厅: the same house, but what ends the name of each is nowhere in the other."""
    one, other = _HAPPENS.sub("", one), _HAPPENS.sub("", other)
    if min(len(one), len(other)) < SPECIFIC:
        return False
    if one[-TELLING:] == other[-TELLING:]:  # 消防演练 and 防汛演练
        return not _shares(one[:-TELLING], other[:-TELLING]) and len(one) == len(other)
    if one[:TELLING] != other[:TELLING]:
        return False
    return not (set(one[-TELLING:]) & set(other) or set(other[-TELLING:]) & set(one))


def _shares(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    rest = list(longer)
    missing = 0
    for char in shorter:
        if char in rest:
            rest.remove(char)
        else:
            missing += 1
    return missing <= (1 - SHARED[len(shorter) <= SHORT]) * len(shorter)
