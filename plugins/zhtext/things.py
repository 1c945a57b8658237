"""Labels of things counted: the noun behind a classifier, with what its clause says of the things."""

from __future__ import annotations

import re
from typing import Final

from plugins.zhtext.behind import clause_behind, noun_phrase, predicate_at, short_predicate
from plugins.zhtext.drafts import Draft
from plugins.zhtext.leaning import acted_on, does
from plugins.zhtext.lexicon import Suffixes, sections
from plugins.zhtext.phrases import LONGEST, join, trim, unopened
from plugins.zhtext.said import Said
from plugins.zhtext.subjects import preceding

_CARRIED: Final = Suffixes(sections("labels")["carried"])
_PLACE: Final = re.compile(
    r"(?![全各])[一-龥]{1,6}(?:地区|[省市县]|(?<![社小园景校厂灾地林库牧山城辖片])区|(?<![城乡])镇|(?<![城返家农])乡|(?<![农乡新全该本])村|街道|平原|流域)"
)  # 长三角地区41个城市
_REST: Final = frozenset(("其余", "其他", "剩余", "剩下", "剩余的", "其余的"))
_NUMBER: Final = re.compile(r"[0-9.一二两三四五六七八九十百千万余多近约]+[^\W0-9]")
_BRIEF: Final = 2
_SAYING: Final = 12
_HOLLOW: Final = frozenset(sections("labels")["hollow"])
_PLACE_TAILS: Final = "区省市县镇乡村道原域"
_WHOLE: Final = re.compile(r"全[国省市州县区乡镇村校厂]$")  # 接过全村1679人的信任
_DEED: Final = re.compile(
    r"(?!其中|.*[对将把在从向以于各])[一-龥]{3,}(?<![分向为对将把与和及在从有至被的了共仅约近达])"
)
_SUFFERED: Final = re.compile(r"(?:依法|分别)?进行了?([一-龥]{2,8})")
_HAVING_THE: Final = re.compile(r"(?:其中)?(.{2,}的)(?:共|仅|只|也|就|还)?(?:有|达|为)?")


def things(said: Said, draft: Draft, before: str, limit: int) -> str:
    """The label of a number of things; `limit` is where the next figure begins."""
    if not before and limit == draft.end:
        return ""  # 1103户4012人脱贫: told by the last of them
    if draft.kind != "noun":
        return counted(said, draft, before, limit) or preceding(said, draft, before)
    if said.text.startswith("的", draft.end) and (whole := _WHOLE.search(before)):
        return whole[0]
    before = "" if before.endswith("、") or (said.follows and before == said.subject) else before
    behind = clause_behind(said.text, draft.end, limit)
    opens = "" if said.text.startswith(("为", "是"), draft.end) else short_predicate(behind) or behind
    if opens and before == "其中":
        return join(acted_on(said.subject), opens)
    if opens and (place := place_alone(before)):
        return join(place, opens)  # 石门县5400余人受灾
    opens = opens if before in ("", "有") else ""  # 几万人靠拉水度日: at the head of its clause
    return counted(said, draft, before, limit) or opens or preceding(said, draft, before) or behind


def deed_upon(text: str, start: int, limit: int) -> str:
    """打破纪录 of 5次打破3项纪录: the verb before the next figure, and the noun behind that."""
    verb = clause_behind(text, start, limit)
    number = _NUMBER.match(text, limit) if _BRIEF <= len(verb) == limit - start <= _BRIEF + 1 else None
    noun = noun_phrase(text, number.end(), len(text))[0] if number else ""
    return verb + noun if noun else ""


def counted(said: Said, draft: Draft, before: str, limit: int) -> str:
    """The noun behind a classifier, with a verb that its clause needs."""
    noun, predicate = noun_phrase(said.text, draft.end, limit)
    if not noun:
        return _of_these(said, draft, before, predicate)
    if said.follows and len(noun) <= _BRIEF and (deed := _deed_of(said.subject, before)):
        return deed + noun
    said.subject = noun
    verb = before.removesuffix("了").removesuffix("辖区") if before else ""
    carried = _CARRIED.at(verb, len(verb)) if verb else ""
    place = place_alone(verb) if not said.follows and not carried else ""
    alone = said.follows or carried or place or draft.kind == "noun"
    if (
        carried
        and does(carried)
        and (doer := trim(verb[: -len(carried)]))
        and len(doer) <= LONGEST - len(carried + noun)
    ):
        return doer + carried + noun
    attribute = _attribute("" if alone else before, predicate, noun)
    label = f"{attribute}的{noun}" if attribute else (carried or place) + noun
    return label if len(label) <= LONGEST else noun


def place_alone(before: str) -> str:
    """长三角地区 before 41个城市, where nothing but the place stands there; or ""."""
    return before if before and before[-1] in _PLACE_TAILS and _PLACE.fullmatch(before) else ""


def _deed_of(doer: str, before: str) -> str:
    """党员认领 between 43名 and 10户群众, when that is all that stands there."""
    if len(doer) < _BRIEF or not before.startswith(doer):
        return ""
    deed = before[len(doer) :].removesuffix("了")
    return before if len(deed) > 1 and predicate_at(deed) == deed else ""


def _unplanned(before: str) -> str:
    """县里要抓好 of 县里将抓好: as part of a label, it says no more of when."""
    return before.replace("将", "要") if "将" in before and "将军" not in before else before


def _of_these(said: Said, draft: Draft, before: str, predicate: str) -> str:
    """其中2座不足死库容: the noun is that of the figure before."""
    if before in _REST and said.subject:
        return f"其余{acted_on(said.subject)}"
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
    hollow = noun in _HOLLOW or noun.endswith("台阶")
    if (
        (len(noun) <= _BRIEF or hollow)
        and _BRIEF < len(before) <= _SAYING
        and (deed := _DEED.fullmatch(_unplanned(before.removesuffix("了"))))
    ):
        return deed[0].rpartition("与")[2]
    return "" if before.endswith(("向", "为")) else short_predicate(predicate)
