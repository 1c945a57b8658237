"""What a figure counts, so that the same can be known again in other words: subject, unit, place and manner.

A label and what its sentence says before the figure flow in; a key flows out. 全市共有社区工作者 and 社区工作者 of the
home place are one subject; 新增 and 累计, 计划 and 其中 are manners that must not be held against each other. Words are
data, in `lexicon/counted.txt`; the rules are about names: a place or a house is known by how its name ends and by the
two characters before.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from plugins.zhtext import places
from plugins.zhtext.lexicon import sections

_WORDS: Final = sections("counted")
_MANNERS: Final = ("plan", "whole", "more", "mean", "part")
SHORT: Final = 8
SHARED: Final = (0.75, 0.6)
"""How much of a surrounding a longer one must have to be the same, and how much of a short one."""
HEAD: Final = 12
HOME: Final = ""
"""The place that the site writes about."""


def _any_of(*names: str) -> str:
    """The words of some sections as a pattern, the longest first."""
    return _longest_first({word for name in names for word in _WORDS[name]})


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def _pairs(name: str) -> dict[str, str]:
    """Each word of a section of equals, and the first of its equals."""
    return {word: group.split("=")[0] for group in _WORDS[name] for word in group.split("=")}


_UNITS: Final = _pairs("units")
_NOUNS: Final = _pairs("nouns")
_NOUN: Final = re.compile("|".join(map(re.escape, sorted(_NOUNS, key=len, reverse=True))))
_KNOWN: Final = {word: word for word in _WORDS["regions"]} | {
    word: name for word, name in places.words().items() if name and word not in _WORDS["home"]
}
_NAME: Final = re.compile(
    rf"(?P<home>{_any_of('home')})|(?P<scope>{_any_of('scopes')})|(?P<known>{_longest_first(_KNOWN)})"
    rf"|(?P<kind>{_any_of('kinds')})"
)
_NO_KINDS: Final = tuple(_WORDS["no kinds"])
_NO_NAMES: Final = tuple(_WORDS["no names"])
_SAID: Final = re.compile(f"{_any_of('links', 'home', 'scopes', *_MANNERS)}")
_MANNER: Final = re.compile("|".join(f"(?P<{name}>{_any_of(name)})" for name in _MANNERS))
_PLAN: Final = re.compile(_any_of("plan"))
_ABOVE: Final = ("省", "国")
_MARKS: Final = re.compile(r"[^\w]|_")
_TIME: Final = re.compile(
    r"(?:截至|截止|到|自|从)?(?=\d)(?:\d{4}年(?:度)?)?(?:\d{1,2}[-—–~～－至到](?=\d{1,2}月))?(?:\d{1,2}月份?)?"
    r"(?:\d{1,2}[日号])?(?:[底末初中止起]|前)?"
)
_IN_ALL: Final = re.compile(r"(?<![公中])共(?![建享同产富青和识治管])")  # 机关共提起公诉, but 公共, 共建
_EDGES: Final = "".join(_WORDS["edges"])
_IS_HEAD: Final = re.compile(r"[\u4e00-\u9fff0-9A-Za-z][^\W_个的各该每两这那是有在于和与及、对为向从到]")
_CLAUSE_MARKS: Final = "，；：。！？,;（(\n"


class Counted(NamedTuple):
    """What a figure counts. Two that are equal in the first four count the same, if `around` does not part them."""

    subject: str  # the characters of what is counted, in the order of their code points
    unit: str
    place: str  # "" for the home place
    manner: str
    around: str  # what the sentence says before the figure's own clause, where that clause names no place itself


class Names(NamedTuple):
    """Names of places and houses said before a sentence: in its paragraph or in the headline, and farther off."""

    near: Sequence[str] = ()
    far: Sequence[str] = ()


NAMELESS: Final = Names()


def names(text: str) -> list[tuple[int, str]]:
    """All names of a text, each with its end."""
    found, end = [], 0
    for match in _NAME.finditer(text):
        if (match["kind"] or match["known"]) and (name := _named(text, match, end)):
            found.append((match.end(), name))
        end = match.end()
    return found


def counted(label: str, unit: str, before: str, said: Names = NAMELESS) -> Counted:
    """`before` is what its sentence says before the figure, `said` the names before that."""
    plain = unicodedata.normalize("NFKC", label)
    cut = max((before.rfind(mark) + 1 for mark in _CLAUSE_MARKS), default=0)
    clause = before[cut:]
    own = _place(f"{clause} {plain}")
    place = own if own is not None else _place(before[:cut])
    if place is None:
        place = said.near[-1] if said.near else HOME
    elif place.startswith("?"):
        place = _resolved(place, [name for _, name in names(before)], said)
    around = "" if own is not None else _bare(before[:cut])
    return Counted(_subject(plain), _UNITS.get(unit, unit), place, _manner(before, clause, plain), around)


def _place(text: str) -> str | None:
    """The last place that a text names; "?村" for a scope that leans on a name before; None without any."""
    found, end = None, 0
    for match in _NAME.finditer(text):
        if match["home"]:
            found = HOME
        elif match["scope"]:
            found = f"?{match['scope']}"
        else:
            found = _named(text, match, end) or found
        end = match.end()
    return found


def _named(text: str, match: re.Match[str], floor: int = 0) -> str:
    """A gazetteer's name, or an ending and the two characters before it; "" for what only ends like one."""
    if match["known"]:
        return _KNOWN[match["known"]]
    start, end = match.span()
    head = text[max(floor, start - 2) : start]
    if len(head) < 2 or head in _NO_NAMES or text.endswith(_NO_KINDS, 0, end) or not _IS_HEAD.fullmatch(head):
        return ""
    return head + match[0]


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
def _subject(label: str) -> str:
    """What is counted, without where and how: the characters of a label in the order of their code points."""
    text, end = label, 0
    for match in _NAME.finditer(label):
        if (match["kind"] or match["known"]) and match.end() < len(label) and _named(label, match, end):
            text = label[match.end() :]
        end = match.end()
    text = _NOUN.sub(lambda match: _NOUNS[match[0]], text)
    bare = _MARKS.sub("", _IN_ALL.sub("", _SAID.sub("", _TIME.sub("", text)))).strip(_EDGES)
    return "".join(sorted(bare or _MARKS.sub("", text)))


def _bare(text: str) -> str:
    """What a text says beside times, places and what is said of anything."""
    if not text:
        return ""
    kept = _NAME.sub("", _TIME.sub("", text))
    return _MARKS.sub("", _SAID.sub("", kept))


def _manner(before: str, clause: str, label: str) -> str:
    """How it is counted. A plan is one for the whole sentence, the rest is said in the clause."""
    found = {match.lastgroup for match in _MANNER.finditer(clause + label)}
    if _PLAN.search(before):
        found.add("plan")
    if label.endswith("原值"):
        found.add("former")
    return " ".join(sorted(filter(None, found))) if found else ""


def alike(one: str, other: str) -> bool:
    """Whether two surroundings may be the same: one says nothing, or they begin with the same and say much the same."""
    if not one or not other:
        return True
    return _shares(one[:HEAD], other[:HEAD]) and _shares(one, other)


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
