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
_CHANGED: Final = re.compile(
    rf"(?!{'|'.join(_WORDS['not changes'])})(?:{'|'.join(word for word in _WORDS['changes'] if len(word) > 1)})"
)
_RELATIVE: Final = frozenset(_WORDS["relative"])
_LEANING: Final = _CHANGES.heads | {word[0] for word in _RELATIVE} | {"占", "其"}
_EXAMPLES: Final = re.compile(r"等(?![级于待候])(?:地区?|市|国|国家)?的?(?=[^等]{3,}$)")
_BOUNDARY: Final = re.compile(r"(?:(?<=[、的及等])|(?<=以及)|(?<=[^温缓共中]和))(?=[^、的及等]{3})")
_STOPS: Final = frozenset([*_WORDS["stops"], *_WORDS["predicates"]])
_NOT_STOPS: Final = Prefixes(_WORDS["not stops"])
_TURNS: Final = Prefixes([*_STOPS, *_WORDS["not stops"]])
_STRAIGHT: Final = re.compile(f"[^“{''.join(_TURNS.heads)}]*")
_PREDICATES: Final = Prefixes(_WORDS["predicates"])
_RELATIONAL: Final = Suffixes(_WORDS["relational"])
_JOINTS: Final = re.compile(r"[、与及]|(?<![温缓共中])和")
_ADVERBS: Final = Prefixes(_WORDS["adverbs"])
_ACTS: Final = Prefixes([*_WORDS["carried"], *_WORDS["verbs"], *_WORDS["acts"]])
_ALL_SORTS: Final = ("各类", "各项", "各种", "各级", "各")
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
    phrase = unopened(phrase)
    if phrase[:1] in _VERBAL_OPENERS.heads and "的" not in phrase:
        phrase = phrase.removeprefix(_VERBAL_OPENERS.at(phrase, 0))
    if "有" in phrase:
        phrase = _HAVING.sub("", phrase)
    if from_verb and _VERBAL.search(phrase):
        phrase = _from_verb(phrase)
    phrase = phrase.strip("、的《》 \u3000")
    return balanced(phrase) if "“" in phrase or "”" in phrase else phrase


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


def fit(phrase: str, room: int = LONGEST) -> str:
    """A phrase of at most `room` characters, cut only where a boundary is sure, as behind 、 or 的; or ""."""
    if len(phrase) <= room:
        return phrase
    quoted = phrase.find("“", len(phrase) - room)
    if 0 <= quoted < len(phrase) - 3 and "”" in phrase[quoted:]:
        return phrase[quoted:]
    cut = _BOUNDARY.search(phrase, len(phrase) - room)
    return balanced(phrase[cut.start() :]) if cut else ""


def without_examples(phrase: str) -> str:
    """审结经济犯罪案件 of 审结非法吸收公众存款等经济犯罪案件, where it is long: what 等 lists are only some of them."""
    if len(phrase) <= 16 or (cut := _EXAMPLES.search(phrase, 4)) is None:
        return phrase
    return _ACTS.at(phrase, 0) + phrase[cut.end() :]


def join(subject: str, phrase: str) -> str:
    """Subject and predicate as a label; a subject that is too long gives way from its beginning."""
    if subject.endswith(phrase):
        return fit(subject)
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
    place = _noun_end(run, _relative(run))
    if place > LONGEST:
        return "", ""
    noun = balanced(run[:place].lstrip("的").removesuffix("的").removesuffix("等").rstrip("和与及并了的"))
    noun = noun.removesuffix("中") if len(noun) > 3 and not noun.endswith(("集中", "高中", "初中")) else noun
    return noun, run[place:] if match.end() < limit or limit == len(text) else ""


def _relative(run: str) -> int:
    """Where the noun begins behind a relative clause that opens the run: 具有从宽情节的|被告人; else 0."""
    word = _PREDICATES.at(run, 0)
    end = run.find("的", len(word), 16) + 1 if word else 0
    return end if end and end < len(run) else 0


def _noun_end(run: str, place: int) -> int:
    """Where the first word stands that belongs to no noun phrase; a quotation is a name of its own."""
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
    while len(predicate) > 3 and (adverb := _ADVERBS.at(predicate, 0)):
        predicate = predicate[len(adverb) :]
    fits = 2 <= len(predicate) <= 10 and _PREDICATES.at(predicate, 0) and "“" not in predicate
    return predicate.removesuffix("了") if fits else ""


def relational(phrase: str) -> bool:
    """A phrase whose noun is always somebody's or something's: 总长, 人均收入."""
    return phrase[-1:] in _RELATIONAL.tails and _RELATIONAL.at(phrase, len(phrase)) != ""


def apart(clause: str) -> list[str]:
    """城镇居民收入增长 and 农村居民收入增长 of 城镇、农村居民收入分别增长; [] where that is not sure.

    A noun that all have in common stands with the last of them; it is told by the length of those before.
    """
    names, _, said = clause.partition("分别")
    parts = _JOINTS.split(trim(names, from_verb=False))
    change = trim(said) if leans(said) else ""
    if len(parts) < 2 or min(map(len, parts)) < 2 or "的" in names:
        return []
    width = len(parts[0])
    shared = parts[-1][width:] if relational(parts[-1]) else ""
    if not shared and len(parts[-1]) > width + 4:
        return []
    if shared and any(len(part) != width for part in parts[:-1]):
        return []
    return [fit(part + shared + change) for part in parts[:-1]] + [fit(parts[-1] + change)]


def acts(phrase: str) -> bool:
    """A verb alone, whose object stands in the clause before: 受理民事案件80件，审结75件."""
    return phrase.removesuffix("了") in _ACTS.words


def acted_on(label: str) -> str:
    """民事案件 of 受理各类民事案件."""
    label = label[len(_ACTS.at(label, 0)) :]
    for word in _ALL_SORTS:
        label = label.removeprefix(word)
    return label


def clause_behind(text: str, start: int, limit: int) -> str:
    """Everything up to the next mark or `limit`, if it is short enough for a label."""
    match = _BEHIND.match(text, start, limit)
    run = match[0].lstrip("是为") if match else ""
    return balanced(run) if len(run) <= LONGEST else ""
