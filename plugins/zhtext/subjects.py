"""Labels out of what stands before a figure: the subject of its clause, or of the clause that it leans on."""

from __future__ import annotations

from typing import Final

from plugins.zhtext.drafts import Draft
from plugins.zhtext.leaning import acted_on, acts, charges, leans, relational, subject_of, without_examples
from plugins.zhtext.owners import place_name, topic
from plugins.zhtext.phrases import LONGEST, fit, join, trim
from plugins.zhtext.said import Said
from plugins.zhtext.turns import turn

_SHORT: Final = 12


def preceding(said: Said, draft: Draft, before: str) -> str:
    """What `before`, the clause before the figure, names; "" if neither it nor what was said before names anything."""
    if label := turn(said, draft, before):
        return label
    phrase = _phrase(said, before)
    counts = draft.kind in ("count", "noun")
    if not phrase or phrase == "其中":
        return said.subject if (said.end and not counts) or phrase else ""
    if said.subject and leans(phrase):
        return join(_rated(said.subject) if phrase.endswith("率") else said.subject, phrase) or said.subject
    if charges(phrase) and (what := said.acted_against()):
        said.subject = join(phrase, what)
        return said.subject
    if said.subject and draft.kind != "noun" and acts(phrase):
        said.subject = join(phrase, acted_on(said.subject))
        return said.subject
    phrase = without_examples(phrase if counts else _owned(said, phrase, draft.start))
    subject = subject_of(phrase)
    if len(phrase) > LONGEST:
        subject, phrase = fit(subject), fit(phrase)
    said.subject = subject
    return phrase


def _phrase(said: Said, before: str) -> str:
    """What the clause says, or the one before where it says nothing by itself."""
    phrase = trim(before) if before else ""
    if before.startswith("其中") and before.endswith("的") and said.last:
        phrase = join(f"{said.last}中", phrase)
    if not phrase or (not said.subject and leans(phrase)):
        return said.clause_before() or phrase
    return phrase


def _rated(subject: str) -> str:
    """What a rate is one of: 积案 of 办结积案."""
    rated = acted_on(subject) if len(subject) <= _SHORT and not subject.endswith("率") else subject
    return rated if len(rated) > 1 else ""


def _owned(said: Said, phrase: str, place: int) -> str:
    """With the name of what has it, where the noun says only what is had: 总长 is 天舟一号总长."""
    if len(phrase) > _SHORT or "的" in phrase or not relational(phrase) or place_name(phrase):
        return phrase
    named = said.place()
    if said.follows and not (named and said.last.startswith(named)):
        return phrase  # 周边5个村总收入 is theirs
    owner = named or topic(said.text, place, bare=len(phrase) <= 4)
    return owner + phrase if not phrase.startswith(owner) else phrase
