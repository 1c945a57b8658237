"""Labels out of what stands before a figure: the subject of its clause, or of the clause that it leans on."""

from __future__ import annotations

import re
from typing import Final

from plugins.zhtext.drafts import Draft
from plugins.zhtext.leaning import (
    acted_on,
    acts,
    charges,
    does,
    from_deed,
    leans,
    relational,
    shared_verb,
    subject_of,
    without_examples,
)
from plugins.zhtext.lexicon import sections
from plugins.zhtext.owners import place_name, topic
from plugins.zhtext.owning import SIDES, bare, of_spot, only_measure, owner
from plugins.zhtext.phrases import LONGEST, fit, join, trim
from plugins.zhtext.said import Said
from plugins.zhtext.turns import turn

_SHORT: Final = 12
_RATES: Final = ("率", "占比", "比重", "比例", "增幅", "增速", "覆盖面", "增长")
_SCOPES: Final = frozenset(sections("counted")["scopes"]) | {"全市"}
_VERB: Final = 2
_OFTEN: Final = re.compile("(?<=..)每[年月周天日季][度]?$")
_OCCASIONS: Final = ("举行", "召开", "开幕", "闭幕", "举办")  # 培训在镇里举行，近70名…: no subject of what is counted
_GROWN: Final = tuple(sections("labels")["grown"])


def preceding(said: Said, draft: Draft, before: str) -> str:
    """What `before`, the clause before the figure, names; "" if neither it nor what was said before names anything."""
    if label := turn(said, draft, before):
        return label
    phrase = _phrase(said, draft, before)
    counts = draft.kind in ("count", "noun")
    if not phrase or phrase == "其中":
        lends = (said.end and not counts) or phrase or before.endswith(_GROWN)
        return said.subject if lends else ""
    if len(phrase) == 1 and not counts and phrase not in SIDES:
        return owner(said.subject)  # 种了地瓜800亩，卖了400万元
    if said.subject and (label := _by_subject(said, draft, phrase)):
        return label
    if charges(phrase) and (what := said.acted_against()):
        said.subject = join(phrase, what)
        return said.subject
    phrase = without_examples(phrase if counts else _owned(said, phrase, draft.start))
    if said.lists and len(phrase) <= _SHORT and not relational(phrase):
        phrase = shared_verb(said.last, phrase) + phrase
    subject = subject_of(phrase)
    if len(phrase) > LONGEST:
        subject, phrase = fit(subject), fit(phrase) or from_deed(phrase, LONGEST)
    if not (phrase.endswith("率") and said.subject):
        said.subject = _OFTEN.sub("", subject)  # 大讲堂每月1至2堂，已举办7期: these are no month's
    return phrase


def _by_subject(said: Said, draft: Draft, phrase: str) -> str:
    """What a phrase says of the subject before, where it leans on it; or ""."""
    if leans(phrase):
        rate = draft.unit == "百分点" and said.last.endswith(_RATES)  # 办结率98%，比去年提高2个百分点
        return _leaning(said.last if rate else said.subject, phrase)
    if charges(phrase):
        if not said.acted_against() and (what := acted_on(said.subject)) != said.subject:
            said.subject = join(phrase, what)
            return said.subject
        return ""
    if draft.kind != "noun" and acts(phrase):
        said.subject = join(phrase, acted_on(said.subject))
        return said.subject
    if does(phrase) and len(said.subject) <= _SHORT:
        return join(said.subject, phrase)
    return of_spot(phrase, said.subject)


def _phrase(said: Said, draft: Draft, before: str) -> str:
    """What the clause says, or the one before where it says nothing by itself."""
    phrase = trim(before) if before else ""
    if before.startswith("其中") and before.endswith("的") and said.last:
        phrase = join(f"{said.last}中", phrase)
    if not phrase or (not said.subject and leans(phrase)):
        clause = said.clause_before()
        return phrase if clause.endswith(_OCCASIONS) else clause or phrase
    if (
        draft.kind == "count"
        and phrase in _SCOPES
        and said.ahead.endswith("，")
        and len(clause := said.clause_before()) > _VERB
    ):
        return clause  # 登记的社会组织，全市有8600家
    if not said.subject and said.ahead.endswith("，") and place_name(phrase) == phrase:
        about = said.clause_before().removesuffix("方面")  # 绿地率方面，莱芜区达到41%
        return phrase + about if relational(about) and len(about) <= _SHORT else phrase
    if not said.subject and len(phrase) == _VERB and acts(phrase) and (clause := said.clause_before()).endswith(phrase):
        return clause
    return phrase


def _leaning(subject: str, phrase: str) -> str:
    """Subject and what leans on it; a measure takes the place of the one before: 高铁总长度…，总投资…."""
    if phrase.endswith("率"):
        subject = _rated(subject)
    elif bare(phrase):
        subject = owner(subject) or subject
    return join(subject, phrase) or subject


def _rated(subject: str) -> str:
    """What a rate is one of: 积案 of 办结积案."""
    rated = acted_on(subject) if len(subject) <= _SHORT and not subject.endswith("率") else subject
    return rated if len(rated) > 1 else ""


def _owned(said: Said, phrase: str, place: int) -> str:
    """With the name of what has it, where the noun says only what is had: 总长 is 天舟一号总长."""
    if only_measure(phrase) and (thing := said.bracketed() or (owner(acted_on(said.subject)) if bare(phrase) else "")):
        return fit(thing, LONGEST - len(phrase)) + phrase
    if len(phrase) > _SHORT or "的" in phrase or not relational(phrase) or place_name(phrase):
        return phrase
    named = said.place()
    if said.follows and not (named and said.last.startswith(named)):
        return phrase  # 周边5个村总收入 is theirs
    whose = named or topic(said.text, place, bare=len(phrase) <= 4)
    return phrase if phrase.startswith(whose) or only_measure(whose.removesuffix("约")) else whose + phrase
