"""What stands behind a figure: a noun phrase, told from its predicate, or a clause."""

from __future__ import annotations

import re
from typing import Final

from plugins.zhtext.lexicon import Prefixes, Suffixes, sections
from plugins.zhtext.phrases import LONGEST, balanced

_WORDS: Final = sections("labels")
_STOPS: Final = frozenset([*_WORDS["stops"], *_WORDS["predicates"]])
_NOT_STOPS: Final = Prefixes(_WORDS["not stops"])
_TURNS: Final = Prefixes([*_STOPS, *_WORDS["not stops"]])
_STRAIGHT: Final = re.compile(f"[^“{''.join(_TURNS.heads)}]*")
_PREDICATES: Final = Prefixes(_WORDS["predicates"])
_ADVERBS: Final = Prefixes(_WORDS["adverbs"])
_MARKS: Final = frozenset("，。、；：！？（）,;:() \n")  # behind most figures, which are at the end of their clause
_HAD: Final = Suffixes(_WORDS["relational"])
_VERB: Final = 2
_DOERS: Final = frozenset("者人户员民家工生们村队校")  # behind one of these the verb is a character
_BEHIND: Final = re.compile(r"[一-龥A-Za-z“”·]{1,40}")


def noun_phrase(text: str, start: int, limit: int) -> tuple[str, str]:
    """The noun phrase at `start` and the predicate behind it, neither beyond `limit`."""
    if start >= limit or text[start] in _MARKS or (match := _BEHIND.match(text, start, limit)) is None:
        return "", ""
    run = match[0]
    place = _noun_end(run, _relative(run))
    if "了" in run and (done := _done(run, place)):
        place = done
    if place > LONGEST:
        return "", ""
    if "的" in run and (of := run.rfind("的", 1, place)) > 0 and run[place - 1] in _HAD.tails and _HAD.at(run, place):
        place = of  # 6个试点村|的集体收入平均增加…
    noun = balanced(run[:place].lstrip("的").removesuffix("的").removesuffix("等").rstrip("和与及并了的"))
    noun = (
        noun.removesuffix("中")
        if len(noun) > _VERB and not noun.endswith(("集中", "高中", "初中", "其中", "当中"))
        else noun
    )
    return noun, run[place:] if match.end() < limit or limit == len(text) else ""


def _relative(run: str) -> int:
    """Where the noun begins behind a relative clause that opens the run: 具有从宽情节的|被告人; else 0."""
    word = _PREDICATES.at(run, 0) if run[0] in _PREDICATES.heads else ""
    end = run.find("的", len(word), 16) + 1 if word else 0
    return end if end and end < len(run) else 0


def _done(run: str, end: int) -> int:
    """Where the verb before 了 begins, which ends the noun phrase: 参训者|学了, 学员|完成了; 0 for none."""
    mark = run.find("了", _VERB + 1, end - 1)
    if mark < 0 or run[mark + 1] == "解":
        return 0
    return mark - 1 if run[mark - _VERB] in _DOERS else mark - _VERB


def _noun_end(run: str, place: int) -> int:
    """Where the first word stands that belongs to no noun phrase; a quotation is a name of its own."""
    while match := _STRAIGHT.match(run, place):
        place = match.end()
        if place == len(run):
            break
        word = _TURNS.at(run, place)
        if (word in _STOPS and _stops(run, place, word)) or (place and run[place] == "“"):
            break
        place += len(_NOT_STOPS.at(run, place)) or 1
    return place


def _stops(run: str, place: int, word: str) -> bool:
    if place and run[place - 1] in "及和与或":
        return False
    return len(word) > 1 or place != 1


def short_predicate(predicate: str) -> str:
    """A predicate that can stand before its noun as an attribute: 召开组织生活会."""
    if not predicate:
        return ""
    while len(predicate) > 3 and (adverb := _ADVERBS.at(predicate, 0)):
        predicate = predicate[len(adverb) :]
    fits = 2 <= len(predicate) <= 10 and _PREDICATES.at(predicate, 0) and "“" not in predicate
    return predicate.removesuffix("了") if fits else ""


def predicate_at(phrase: str) -> str:
    """The verb of things that a phrase begins with; or ""."""
    return _PREDICATES.at(phrase, 0)


def clause_behind(text: str, start: int, limit: int) -> str:
    """Everything up to the next mark or `limit`, if it is short enough for a label."""
    match = _BEHIND.match(text, start, limit) if start < limit and text[start] not in _MARKS else None
    run = match[0].lstrip("是为") if match else ""
    return balanced(run) if len(run) <= LONGEST else ""
