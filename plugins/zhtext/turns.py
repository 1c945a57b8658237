"""Turns of speech that say more of a figure than its subject: 连续两年, 占三成, 最大的是, A、B分别有, 从…提高到….

In 从63.2%提高到72.7% the two ends are told apart as 原值 and 现值.
"""

from __future__ import annotations

import re
from typing import Final

from plugins.zhtext.behind import clause_behind
from plugins.zhtext.drafts import Draft
from plugins.zhtext.leaning import acted_on, apart, leans, subject_of, two_of
from plugins.zhtext.owning import only_measure, owner
from plugins.zhtext.phrases import fit, join, trim
from plugins.zhtext.said import Said

_AMONG: Final = re.compile(r"(?<!其)中[，,]$")
_MOST: Final = re.compile(
    r"(?:其中)?([一-龥]{0,8}?最[大高低小长短多少深快慢强])的?(?:出现)?(?:是|为|在)([一-龥]{2,10}?)(?:为|达|是)?"
)
_FROM: Final = re.compile(r"(.*?)[从由]((?:[^从由]{0,10}的|最初的?|原来的?)?)$")
_TO: Final = re.compile(r"[，,]?[一-龥]{0,8}[到至为]")
_ONLY_END: Final = re.compile(r"(.{2,}?)[从由].{1,16}[到至为](?:了|今天的|现在的|如今的)?")
_UP_TO: Final = re.compile(r"[一-龥]{0,8}[到至为]((?:[^到至为]{0,10}的|现在的?|如今的?|目前的?)?)")
_SHARE: Final = re.compile(r"(.*?)(?:占到?|完成|为|不到|不足|超过|接近|约占|达到?)(.{1,14}?)的?$")
_PART: Final = re.compile(r"(?:其中)?(.*?)的?(?:仅|约|各)?占(?:比|到|了|据)?(?:为|达到?)?")  # 女党员占27.9%
_OF_WHOLE: Final = re.compile(r"(.*?)(?:约?占|接近|不到|不足|超过)(全[国省市州县区乡镇村球])的?")  # 接近全市半数
_TIMES: Final = re.compile(r"(.*?)(?:是|相当于|达到?|为)(.{1,14})的$")
_NUMBERS: Final = "一二三四五六七八九十"
_LISTING: Final = frozenset("、和与及")
_TWO: Final = 8  # no clause that says so much of two is shorter
_SHARES: Final = frozenset(("%", "‰", "比例"))


def turn(said: Said, draft: Draft, before: str) -> str:
    """The label of a figure behind such a turn, but for changes; or ""."""
    if not before:
        return ""
    if draft.kind == "time" and before.endswith("连续"):
        said.subject = trim(before[:-2].removesuffix("已")) or said.subject
        return join(said.subject, f"连续{clause_behind(said.text, draft.end, len(said.text))}")
    if "最" in before and (most := _MOST.fullmatch(before)):
        return fit(most[2] + most[1])
    if draft.kind == "ratio" and (share := _shared(said, draft, before)):
        return share
    return _one_each(said, draft, before)


def _one_each(said: Said, draft: Draft, before: str) -> str:
    """The first label of several figures that belong to as many subjects; those to come wait for theirs."""
    listed = said.text[draft.end : draft.end + 1] in _LISTING
    labels = apart(before) if "分别" in before else two_of(before) if listed and len(before) > _TWO else []
    change = trim(before.replace("分别", "")) if "分别" in before and not labels else ""
    if change and leans(change) and (heads := said.heads()):
        labels = [join(subject_of(head), change) for head in heads]
    elif before.startswith("分别") and not labels and (count := said.times()):
        what = join(acted_on(said.last), trim(before.removeprefix("分别")))
        labels = [f"第{number}次{what}" for number in _NUMBERS[:count]]
    elif labels:
        if said.subject and all(map(only_measure, map(subject_of, labels))):
            whose = owner(said.subject)
            labels = [join(whose, label) for label in labels]
        said.siblings = (said.subject, [subject_of(label) for label in labels])
    elif listed and said.siblings and said.siblings[0] == said.subject and leans(phrase := trim(before)):
        labels = [join(name, phrase) for name in said.siblings[1]]
    if not labels:
        return ""
    label, *said.waiting = labels
    return label


def _shared(said: Said, draft: Draft, before: str) -> str:
    """A share names its whole (占全国的18%), a multiple what it is a multiple of."""
    if draft.unit == "倍" and (times := _TIMES.match(before)):
        subject = trim(times[1]) or said.subject
        return join(subject, f"与{times[2]}之比") if subject else ""
    if draft.unit not in _SHARES:
        return ""
    if "占" in before and (part := _PART.fullmatch(before)):
        whole = said.last + "中" if part[1] and _AMONG.search(said.ahead) else ""
        label = join(whole + (trim(part[1]) or said.subject), "占比")
        said.subject = label or said.subject
        return label
    if all_of := _OF_WHOLE.fullmatch(before):
        subject = trim(all_of[1]) or said.subject
        return join(subject, "占" + all_of[2]) if subject else ""
    if before.endswith("的") and (share := _SHARE.match(before)):
        subject = trim(share[1]) or said.subject
        said.subject = subject
        share_of = "完成" if before.startswith("完成", share.start(2) - 2) else "占"
        return join(subject, share_of + share[2]) if subject else ""
    return ""


def change(said: Said, draft: Draft, before: str) -> str:
    """The label of one end of a change, 城镇化率从63.2%提高到72.7%; or ""."""
    if "从" not in before and "由" not in before and not said.last.endswith("原值"):
        return ""
    start = _FROM.match(before)
    if start is not None and _TO.match(said.text, draft.end):
        said.subject = trim(start[1]) or said.subject
        return fit(f"{_when(start[2])}{said.subject}原值") if said.subject else ""
    if (only := _ONLY_END.fullmatch(before)) and (subject := trim(only[1])):
        said.subject = subject
        return fit(subject)
    if said.last.endswith("原值") and (end := _UP_TO.fullmatch(before)):
        return fit(when + said.subject if (when := _when(end[1])) else said.subject + "现值")
    return ""


def _when(phrase: str) -> str:
    """2013年 of 2013年的: when a change began or ended, as far as that says more than 原值 and 现值 do."""
    return phrase.removesuffix("的") if phrase.rstrip("的") not in ("最初", "原来", "现在", "目前") else ""
