"""Labels of what is measured: money, lengths, stretches of time, shares, ages."""

from __future__ import annotations

import re
from typing import Final

from plugins.zhtext.behind import clause_behind, noun_phrase, short_predicate
from plugins.zhtext.drafts import Draft
from plugins.zhtext.leaning import leans
from plugins.zhtext.phrases import fit, join, trim
from plugins.zhtext.said import Said
from plugins.zhtext.subjects import preceding
from plugins.zhtext.things import counted, place_alone

_BASE: Final = re.compile("(?:^|[以按用])每个?(?:小时|分钟|秒|天|日|月|年)?$")
_NAME: Final = 6
_CLOSE: Final = 10
_PLACE: Final = 8
_GOES_ON: Final = ("及", "与", "下")  # 本金8万元及利息, 在1200℃下保温
_AIRS: Final = frozenset("风雨雪雾浪")  # 4级风 tells what of a place is measured
_AFTER: Final = re.compile("(?:以|之)?后[，,]")


def amount(said: Said, draft: Draft, before: str, limit: int) -> str:
    """The noun behind if it is close (六百多亩小麦), else the subject before."""
    if before.endswith(("将", "把")):
        return counted(said, draft, before, limit)
    goes_on = said.text[draft.end : draft.end + 1] in _GOES_ON
    if not goes_on and draft.kind not in ("ratio", "time") and (label := _noun_behind(said, draft, before, limit)):
        return label
    if draft.kind == "time" and (then := _afterwards(said, draft.end)):
        return then
    use = _use(said.text, draft.end, limit) if before == "其中" and said.subject else ""
    label = fit(f"{use}的{said.subject}") if use else preceding(said, draft, before)
    if label and draft.kind == "time" and draft.trail in ("内", "以内", "之内"):
        return fit(label + clause_behind(said.text, draft.end, limit)) or label
    if label or before:
        return label
    return noun_phrase(said.text, draft.end + said.text.startswith("的", draft.end), limit)[0]


def _afterwards(said: Said, end: int) -> str:
    """救援队赶到现场 of 半小时后，救援队赶到现场: what took so long."""
    after = _AFTER.match(said.text, end)
    return clause_behind(said.text, after.end(), len(said.text)) if after else ""


def _noun_behind(said: Said, draft: Draft, before: str, limit: int) -> str:
    """小麦 behind 六百多亩, where it is what was measured; or ""."""
    noun, predicate = noun_phrase(said.text, draft.end, limit)
    if not noun or (said.text.startswith("的", draft.end) and _BASE.search(before)):
        return noun  # 以每小时20公里的速度
    if before.endswith("的") and (whose := trim(before)):
        return fit(f"{whose}的{noun}")
    if place := place_alone(before):
        said.subject = place + noun
        return fit(said.subject)
    if noun in _AIRS:
        return fit(trim(before), _PLACE) + noun
    if 1 < len(noun) <= _CLOSE and (not predicate or len(before) < 3):
        said.subject = noun
        return noun if len(before) > 2 or leans(before) else before + noun
    return ""


def _use(text: str, start: int, limit: int) -> str:
    """用于村民分红, said behind an amount of what it is for."""
    return clause_behind(text, start, limit) if text.startswith(("用于", "投向", "来自", "投入"), start) else ""


def share(said: Said, draft: Draft, before: str, limit: int) -> str:
    """近八成的老人希望…: what a share is a share of stands behind it, when nothing stands before; else ""."""
    if before == "其中" and said.last:
        return join(said.last, clause_behind(said.text, draft.end, limit))
    of = said.text.startswith("的", draft.end)
    if (before not in ("", "以", "有") and not of) or before.endswith("率"):
        return ""
    noun, predicate = noun_phrase(said.text, draft.end + of, limit)
    if noun and not leans(noun):
        attribute = short_predicate(predicate)
        if attribute or not of or noun.endswith("占比"):
            return f"{attribute}的{noun}" if attribute else noun
        return fit(noun + "占比")
    return ""


def age(said: Said, draft: Draft, before: str, limit: int) -> str:
    """68岁的王大妈 and 老支书今年七十三岁 are both somebody's age."""
    of = said.text.startswith("的", draft.end)
    whose = noun_phrase(said.text, draft.end + 1, limit)[0] if of else trim(before) or _named(said)
    return fit(whose if not whose or whose.endswith(("年龄", "寿命", "原值", "现值")) else whose + "年龄")


def _named(said: Said) -> str:
    """Whom the clause before names, if it does no more: 李桂芝，今年68岁; 李桂芝是石桥村人，今年68岁."""
    name = said.clause_before().partition("是")[0]
    return name if 2 <= len(name) <= _NAME and name[0] not in "他她" and "了" not in name else ""
