"""What happened on a date: the clause that it opens or stands in, without what only sets the scene.

A dateline (新华社北京5月8日电) dates the report, 截至 and the end of a year or month date a count.
"""

from __future__ import annotations

import re
from typing import Final

from plugins.zhtext.lexicon import Prefixes, Suffixes, sections
from plugins.zhtext.phrases import LONGEST, clean, fit_head, trim

_WORDS: Final = sections("labels")
_SETTINGS: Final = Prefixes(_WORDS["settings"])
_INTRODUCING: Final = Suffixes(_WORDS["introducing dates"])
_SUBJECTLESS: Final = Prefixes(_WORDS["subjectless"])
_BEHIND_DATE: Final = re.compile(
    r"(?:[和与及、至—～-][0-9０-９]{1,4}[年月日])?(?:上午|下午|[0-9]{1,2}时(?:[0-9]{1,2}分)?许?|晚上?|凌晨|清晨|白天|全年|全天|当天|以来|以前|之前|期间|"
    r"起|前后?|、|，|,|至今|[）)]|\s)*"
)
_CLAUSE: Final = re.compile(r"[^，。；：！？,;:!?\n（）()]{1,60}")
_MEETING: Final = re.compile(r"(会议?|论坛|赛)上$")
_NEXT: Final = re.compile(r"[，,]\s*")
_BEFORE_DATE: Final = re.compile(r"[^，。；：！？,;:!?\n（）()0-9、]{2,26}$")
_WIRE: Final = re.compile(r"([一-龥]{1,6}?[社网报台])[一-龥]{0,8}$")
_COUNT: Final = re.compile(r"[0-9０-９]")
_HAPPENS: Final = re.compile(rf"^随着|{'|'.join(_WORDS['happens'])}|(?:会议?|论坛|赛)上?$")
_DONE: Final = Prefixes(
    ["完工", "竣工", "开工", "建成", "开通", "投用", "投产", "通车", "开业", "前完成", "前建成", "完成验收"]
)
_VERBS: Final = Prefixes([*_WORDS["predicates"], *_WORDS["subjectless"]])
_TO_DATE: Final = re.compile(r".*[0-9][年月日]")
_LEARNT: Final = ("获悉", "了解到", "得知")
_LIST: Final = 300
_CLAUSES: Final = 4


def event_label(text: str, start: int, end: int) -> str:
    """The label of a date's event; "" where nothing is said."""
    before = found[0] if (found := _BEFORE_DATE.search(text[max(0, start - 26) : start])) else ""
    if text.startswith(("电", "讯"), end):
        wire = _WIRE.search(before)
        return (wire[1] if wire else "") + "电头"
    told = _clause(text, end)
    if before.endswith(("截至", "截止")) or (text[end - 1] in "末底" and not _DONE.at(told, 0)):
        return _counted(told)
    told = _subject_in_list(text, start, told) + told
    return clean(fit_head(_told(before, told) or trim(before, from_verb=False)))


def _clause(text: str, end: int) -> str:
    """The first clause behind a date that does more than set the scene; if all of them do only that, the first."""
    opening = _BEHIND_DATE.match(text, end)
    place, scene = opening.end() if opening else end, ""
    for _ in range(_CLAUSES):
        if (clause := _CLAUSE.match(text, place)) is None:
            break
        said = clause[0]
        if not said.endswith(_LEARNT) and (not _SETTINGS.at(said, 0) or _HAPPENS.search(said)):
            return said.removeprefix("随着")
        scene = scene or said
        if (comma := _NEXT.match(text, clause.end())) is None:
            break
        place = comma.end()
    return scene


def _told(before: str, told: str) -> str:
    """Subject and predicate, where the date parts them: 运动会将于5月8日在县城开幕."""
    subject = before
    while word := _INTRODUCING.at(subject, len(subject)):
        subject = subject[: -len(word)]
    if subject != before and _SUBJECTLESS.at(told, 0) and len(subject) > 1 and len(subject) + len(told) <= LONGEST:
        return trim(subject, from_verb=False) + told
    return _MEETING.sub(r"\1", trim(told, from_verb=False))


def _subject_in_list(text: str, start: int, told: str) -> str:
    """医疗队 of 4月2日，医疗队走进东村；4月9日走进西村: the first of such clauses names the subject of all."""
    verb = _VERBS.at(told, 0) if text[start - 1 : start] in ("；", ";") else ""
    if len(verb) < 2:
        return ""
    floor = max(text.rfind(end, max(0, start - _LIST), start) for end in "。！？\n") + 1
    for clause in _CLAUSE.finditer(text, max(floor, start - _LIST), start):
        subject, same, _ = clause[0].partition(verb)
        name = trim(_TO_DATE.sub("", subject), from_verb=False) if same else ""
        if 2 <= len(name) <= LONGEST - len(told):
            return name
    return ""


def _counted(told: str) -> str:
    """政府债务余额统计截止 of 政府债务余额64亿元, what was counted up to the date."""
    number = _COUNT.search(told)
    return clean(fit_head((trim(told[: number.start()]) if number else trim(told, from_verb=False)) + "统计截止"))
