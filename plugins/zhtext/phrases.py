"""Cutting a phrase out of a clause: what may be stripped from either end, and how it is made to fit a label."""

from __future__ import annotations

import re
from typing import Final

from plugins.zhtext.lexicon import Prefixes, Suffixes, sections
from plugins.zhtext.owning import measure_at

LONGEST: Final = 24
_WORDS: Final = sections("labels")
_LINKS: Final = frozenset(_WORDS["links"])
_ENDS: Final = Suffixes([*_WORDS["links"], *_WORDS["protected"]])
_OPENERS: Final = frozenset(_WORDS["openers"])
_BEGINNINGS: Final = Prefixes([*_WORDS["openers"], *_WORDS["not stops"]])
_VERBAL_OPENERS: Final = Prefixes(_WORDS["verbal openers"])
_HAVING: Final = re.compile(r"^[一-龥]{0,3}[市县区镇乡村里省国南]有(?=[一-龥“]{2})")
_BOUNDARY: Final = re.compile(r"(?:(?<=[、的及等])|(?<=以及)|(?<=[^温缓共中]和))(?=[^、的及等]{3})")
_SETUP: Final = Suffixes(_WORDS["setup"])
_VERBS: Final = Prefixes(_WORDS["verbs"])
_LAST_VERBAL: Final = re.compile(f"(?s:.*)[{''.join({*_SETUP.tails, *_VERBS.heads})}]")  # what can decide
_MARK: Final = "，。；：,;:()（）《》〈〉！？!?\n"
_LETTER: Final = "A-Za-z\u4e00-\u9fff"
_WORDED: Final = re.compile(f"[^{_MARK}{_LETTER}]*[{_LETTER}][^{_MARK}]*")
_HAPPENS: Final = tuple(_WORDS["happens"])


def trim(phrase: str, *, from_verb: bool = True) -> str:
    """A clause without the link words at its end and the openers at its beginning."""
    while phrase[-1:] in _ENDS.tails and (word := _ENDS.at(phrase, len(phrase))) in _LINKS:
        phrase = phrase[: -len(word)]
    phrase = unopened(phrase)
    if phrase[:1] in _VERBAL_OPENERS.heads and "的" not in phrase and not phrase.endswith("率"):
        phrase = phrase.removeprefix(_VERBAL_OPENERS.at(phrase, 0))
    if "有" in phrase:
        phrase = _HAVING.sub("", phrase)
    phrase = (_from_verb(phrase) if from_verb else phrase).strip("、的《》 \u3000")
    return balanced(phrase)


def unopened(phrase: str) -> str:
    """A phrase without the openers at its beginning."""
    while phrase[:1] in _BEGINNINGS.heads and (word := _BEGINNINGS.at(phrase, 0)) in _OPENERS:
        if len(phrase) - len(word) < 2:
            break
        phrase = phrase[len(word) :]
    return "" if phrase in _OPENERS else phrase


def _from_verb(phrase: str) -> str:
    """What stands behind the last verb that introduces it (提出公开承诺事项), or from the last that belongs to it."""
    last = len(phrase) - 3
    end = last + 1
    while end > 0 and (match := _LAST_VERBAL.match(phrase, 0, end)):
        end = place = match.end() - 1
        char = phrase[place]
        if char in _SETUP.tails and _SETUP.at(phrase, place + 1):
            return phrase[place + 1 :].removeprefix("出").removeprefix("来").removeprefix("的")
        if 1 < place < last and char in _VERBS.heads and _VERBS.at(phrase, place) and place < measure_at(phrase):
            return phrase[place:]
    return phrase


def balanced(phrase: str) -> str:
    """Without quotation marks that lost their partner."""
    if "“" not in phrase and "”" not in phrase:
        return phrase
    if phrase.count("“") != phrase.count("”") or phrase.find("”") < phrase.find("“"):
        return phrase.replace("“", "").replace("”", "")
    return phrase


def fit(phrase: str, room: int = LONGEST) -> str:
    """A phrase of at most `room` characters, cut only where a boundary is sure, as behind 、 or 的; or ""."""
    if len(phrase) <= room:
        return phrase
    quoted = phrase.find("“", len(phrase) - room)
    if 0 <= quoted < len(phrase) - 3 and "”" in phrase[quoted:]:
        return phrase[quoted:]
    cut = _BOUNDARY.search(phrase, len(phrase) - room)
    return balanced(phrase[cut.start() :]) if cut else ""


def join(subject: str, phrase: str) -> str:
    """Subject and predicate as a label; a subject that is too long gives way from its beginning."""
    if subject.endswith(phrase):
        return fit(subject)
    if phrase.endswith("率") and subject.endswith(phrase[:2]):
        subject = subject[:-2]  # 老人入住78位，入住率65%
    return fit(subject, LONGEST - len(phrase)) + phrase if len(phrase) < LONGEST - 2 else fit(phrase)


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
    if phrase.isalnum() and "一" <= phrase[0] <= "鿿":
        return phrase  # as most are, and this is told soonest
    phrase = balanced(phrase.strip("、/· \u3000"))
    return phrase if _WORDED.fullmatch(phrase) else ""
