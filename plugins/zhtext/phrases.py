"""Cutting noun phrases out of a clause: what may be stripped from either end, where a phrase behind a figure stops."""

from __future__ import annotations

import re
from typing import Final

from plugins.zhtext.lexicon import Prefixes, Suffixes, sections

LONGEST: Final = 24
_WORDS: Final = sections("labels")
_LINKS: Final = frozenset(_WORDS["links"])
_ENDS: Final = Suffixes([*_WORDS["links"], *_WORDS["protected"]])
_OPENERS: Final = frozenset(_WORDS["openers"])
_BEGINNINGS: Final = Prefixes([*_WORDS["openers"], *_WORDS["not stops"]])
_VERBAL_OPENERS: Final = Prefixes(_WORDS["verbal openers"])
_HAVING: Final = re.compile(r"^[一-龥]{0,3}[市县区镇乡村里省国南]有(?=[一-龥“]{2})")
_CHANGES: Final = Prefixes(_WORDS["changes"])
_CHANGED: Final = re.compile("|".join(word for word in _WORDS["changes"] if len(word) > 1))
_RELATIVE: Final = frozenset(_WORDS["relative"])
_LEANING: Final = _CHANGES.heads | {word[0] for word in _RELATIVE} | {"占", "其"}
_STOPS: Final = frozenset(_WORDS["stops"])
_NOT_STOPS: Final = Prefixes(_WORDS["not stops"])
_TURNS: Final = Prefixes([*_WORDS["stops"], *_WORDS["not stops"]])
_STRAIGHT: Final = re.compile(f"[^“{''.join(_TURNS.heads)}]*")
_PREDICATES: Final = Prefixes(_WORDS["predicates"])
_SETUP: Final = Suffixes(_WORDS["setup"])
_VERBS: Final = Prefixes(_WORDS["verbs"])
_VERBAL: Final = re.compile(f"[{''.join({*_SETUP.tails, *_VERBS.heads})}]")  # the characters that can decide
_MARK: Final = "，。；：,;:()（）《》〈〉！？!?\n"
_LETTER: Final = "A-Za-z\u4e00-\u9fff"
_WORDED: Final = re.compile(f"[^{_MARK}{_LETTER}]*[{_LETTER}][^{_MARK}]*")
_HAPPENS: Final = tuple(_WORDS["happens"])
_BEHIND: Final = re.compile(r"[一-龥A-Za-z“”·]{1,40}")


def trim(phrase: str, *, from_verb: bool = True) -> str:
    """A clause without the link words at its end and the openers at its beginning."""
    while phrase[-1:] in _ENDS.tails and (word := _ENDS.at(phrase, len(phrase))) in _LINKS:
        phrase = phrase[: -len(word)]
    while phrase[:1] in _BEGINNINGS.heads and (word := _BEGINNINGS.at(phrase, 0)) in _OPENERS:
        if len(phrase) - len(word) < 2:
            break
        phrase = phrase[len(word) :]
    if phrase[:1] in _VERBAL_OPENERS.heads and "的" not in phrase:
        phrase = phrase.removeprefix(_VERBAL_OPENERS.at(phrase, 0))
    if "有" in phrase:
        phrase = _HAVING.sub("", phrase)
    if from_verb and _VERBAL.search(phrase):
        phrase = _from_verb(phrase)
    phrase = phrase.strip("、的《》 \u3000")
    return balanced(phrase) if "“" in phrase or "”" in phrase else phrase


def _from_verb(phrase: str) -> str:
    """What stands behind the last verb that introduces it (提出公开承诺事项), or from the last that belongs to it."""
    last = len(phrase) - 3
    for match in reversed([*_VERBAL.finditer(phrase, 0, max(last + 1, 0))]):
        place, char = match.start(), match[0]
        if char in _SETUP.tails and _SETUP.at(phrase, place + 1):
            return phrase[place + 1 :].removeprefix("出").removeprefix("来").removeprefix("的")
        if 1 < place < last and char in _VERBS.heads and _VERBS.at(phrase, place):
            return phrase[place:]
    return phrase


def balanced(phrase: str) -> str:
    """Without quotation marks that lost their partner."""
    if phrase.count("“") != phrase.count("”") or phrase.find("”") < phrase.find("“"):
        return phrase.replace("“", "").replace("”", "")
    return phrase


def fit(phrase: str) -> str:
    """A phrase of at most 24 characters, cut only where a boundary is sure, behind 、 or 的; or ""."""
    if len(phrase) <= LONGEST:
        return phrase
    quoted = phrase.find("“", len(phrase) - LONGEST)
    if 0 <= quoted < len(phrase) - 3 and "”" in phrase[quoted:]:
        return phrase[quoted:]
    for place in range(len(phrase) - LONGEST, len(phrase) - 3):
        if phrase[place - 1] in "、的":
            return balanced(phrase[place:])
    return ""


def fit_head(phrase: str) -> str:
    """Like `fit`, but keeps the beginning: what happened is told from its start."""
    if len(phrase) <= LONGEST:
        return phrase
    for verb in _HAPPENS:
        phrase = phrase.removesuffix(verb)
    if len(phrase) <= LONGEST:
        return phrase
    cut = phrase.rfind("、", 3, LONGEST)
    return balanced(phrase[:cut]) if cut > 0 else fit(phrase)


def clean(phrase: str) -> str:
    """The phrase, or "" where it holds a mark or no word at all: better no label than nonsense."""
    phrase = phrase.strip("、/· \u3000")
    if "“" in phrase or "”" in phrase:
        phrase = balanced(phrase)
    return phrase if _WORDED.fullmatch(phrase) else ""


def leans(phrase: str) -> bool:
    """A phrase that means nothing without its subject: 同比增长, 总投资."""
    if phrase[:1] not in _LEANING:
        return False
    change = _CHANGES.at(phrase, 0)
    moved = len(change) > 1 or change in ("较", "比") or (bool(change) and len(phrase) < 3)
    return moved or phrase in _RELATIVE or phrase.startswith(("占", "其中"))


def subject_of(phrase: str) -> str:
    """一般公共预算收入 of 一般公共预算收入同比增长."""
    change = _CHANGED.search(phrase, 2)
    return phrase[: change.start()] if change else phrase


def noun_phrase(text: str, start: int, limit: int) -> tuple[str, str]:
    """The noun phrase at `start` and the predicate behind it, neither beyond `limit`."""
    match = _BEHIND.match(text, start, limit)
    if match is None:
        return "", ""
    run = match[0]
    place = _noun_end(run)
    if place > LONGEST:
        return "", ""
    noun = balanced(run[:place].lstrip("的").removesuffix("的").removesuffix("等").rstrip("和与及并了的"))
    return noun, run[place:] if match.end() < limit or limit == len(text) else ""


def _noun_end(run: str) -> int:
    """Where the first word stands that belongs to no noun phrase; a quotation is a name of its own."""
    place = 0
    while match := _STRAIGHT.match(run, place):
        place = match.end()
        word = _TURNS.at(run, place)
        if place == len(run) or (word in _STOPS and _stops(run, place, word)) or (place and run[place] == "“"):
            break
        place += len(_NOT_STOPS.at(run, place)) or 1
    return place


def _stops(run: str, place: int, word: str) -> bool:
    if place and run[place - 1] in "及和与或":
        return False
    return len(word) > 1 or place != 1


def short_predicate(predicate: str) -> str:
    """A predicate that can stand before its noun as an attribute: 召开组织生活会."""
    return predicate if 3 <= len(predicate) <= 10 and _PREDICATES.at(predicate, 0) and "“" not in predicate else ""


def clause_behind(text: str, start: int, limit: int) -> str:
    """Everything up to the next mark or `limit`, if it is short enough for a label."""
    match = _BEHIND.match(text, start, limit)
    run = match[0].lstrip("是为") if match else ""
    return balanced(run) if len(run) <= LONGEST else ""
