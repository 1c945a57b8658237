"""Labels of things counted: the noun behind a classifier, with what its clause says of the things."""

from __future__ import annotations

import re
from typing import Final

from plugins.zhtext.behind import clause_behind, noun_phrase, short_predicate
from plugins.zhtext.drafts import Draft
from plugins.zhtext.leaning import acted_on
from plugins.zhtext.lexicon import Suffixes, sections
from plugins.zhtext.phrases import LONGEST, join, unopened
from plugins.zhtext.said import Said
from plugins.zhtext.subjects import preceding

_CARRIED: Final = Suffixes(sections("labels")["carried"])
_PLACE: Final = re.compile(r"(?![全各])[一-龥]{1,6}(?:地区|[省市县]|街道|平原|流域)")  # 长三角地区41个城市
_PLACE_TAILS: Final = "区省市县道原域"
_DEED: Final = re.compile(r"(?!其中|.*[对将把在从向以于各])[一-龥]{3,}(?<![向为对将把与和及在从有至被的了共仅约近达])")
_SUFFERED: Final = re.compile(r"(?:依法|分别)?进行了?([一-龥]{2,8})")
_HAVING_THE: Final = re.compile(r"(?:其中)?(.{2,}的)(?:共|仅|只|也|就|还)?(?:有|达|为)?")


def things(said: Said, draft: Draft, before: str, limit: int) -> str:
    """The label of a number of things; `limit` is where the next figure begins."""
    if not before and limit == draft.end:
        return ""  # 1103户4012人脱贫: told by the last of them
    if draft.kind != "noun":
        return counted(said, draft, before, limit) or preceding(said, draft, before)
    behind = clause_behind(said.text, draft.end, limit)
    opens = "" if said.text.startswith(("为", "是"), draft.end) else short_predicate(behind) or behind
    if opens and before == "其中":
        return join(acted_on(said.subject), opens)
    opens = opens if before in ("", "有") else ""  # 几万人靠拉水度日: at the head of its clause
    return counted(said, draft, before, limit) or opens or preceding(said, draft, before) or behind


def counted(said: Said, draft: Draft, before: str, limit: int) -> str:
    """The noun behind a classifier, with a verb that its clause needs."""
    noun, predicate = noun_phrase(said.text, draft.end, limit)
    if not noun:
        return _of_these(said, draft, before, predicate)
    said.subject = noun
    verb = before.removesuffix("了").removesuffix("辖区") if before else ""
    carried = _CARRIED.at(verb, len(verb)) if verb else ""
    may_be_place = verb and not said.follows and not carried and verb[-1] in _PLACE_TAILS
    place = verb if may_be_place and _PLACE.fullmatch(verb) else ""
    alone = said.follows or carried or place or draft.kind == "noun"
    attribute = _attribute("" if alone else before, predicate, noun)
    label = f"{attribute}的{noun}" if attribute else (carried or place) + noun
    return label if len(label) <= LONGEST else noun


def _of_these(said: Said, draft: Draft, before: str, predicate: str) -> str:
    """其中2座不足死库容: the noun is that of the figure before."""
    these = before.endswith(("其中", "有")) and draft.kind != "noun" and short_predicate(predicate)
    return f"{these}的{acted_on(said.subject)}" if these and said.subject else ""


def _attribute(before: str, predicate: str, noun: str) -> str:
    """What its clause says of the things counted, as an attribute."""
    if not before:
        return short_predicate(predicate)
    if before.endswith("的") and len(before) <= 8 and "对" not in before:
        return unopened(before[:-1])
    if before.endswith("对"):
        suffered = _SUFFERED.fullmatch(predicate)
        return f"接受{suffered[1]}" if suffered else ""
    if before.endswith("有") and (those := _HAVING_THE.fullmatch(before)):
        return unopened(those[1][:-1])
    if len(noun) <= 2 < len(before) <= 10 and (deed := _DEED.fullmatch(before)):
        return deed[0]
    return "" if before.endswith(("向", "为")) else short_predicate(predicate)
