"""What a figure counts: the noun phrase behind it (18个列席旁听小组) or before it (征集党课151部).

A clause that only says how something moved (同比增长3.8%) borrows its subject from the figure before it in the same
sentence; in 从63.2%提高到72.7% the two ends are told apart as 原值 and 现值.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from plugins.zhtext.drafts import Draft
from plugins.zhtext.lexicon import Suffixes, sections
from plugins.zhtext.phrases import (
    LONGEST,
    clause_behind,
    clean,
    fit,
    fit_head,
    leans,
    noun_phrase,
    short_predicate,
    subject_of,
    trim,
)  # fmt: skip

_CARRIED: Final = Suffixes(sections("labels")["carried"])
# Up to the last mark; a dot behind a digit ends a clause unless a digit follows (1.2).
_TO_LAST_MARK: Final = re.compile(r"(?s:.*)[，。；：！？,;:!?\n（）()…—.．](?:(?<![.．])|(?<=[0-9].)(?![0-9]))")
_PLACE: Final = re.compile(r"(?![全各])[一-龥]{1,6}(?:地区|[省市县]|街道|平原|流域)")  # 长三角地区41个城市
_FROM: Final = re.compile(r"(.*?)[从由](?:[^从由]{0,10}的|最初的?|原来的?)?$")
_TO: Final = re.compile(r"[一-龥]{0,8}[到至为]")
_SHARE: Final = re.compile(r"(.*?)(?:占到?|为|不到|不足|超过|接近|约占|达到?)(.{1,14}?)的?$")
_TIMES: Final = re.compile(r"(.*?)(?:是|相当于|达到?|为)(.{1,14})的$")
_SENTENCE_END: Final = re.compile(r"[。！？!?\n]")
_HAPPENING: Final = re.compile(
    r"(?:上午|下午|[0-9]{1,2}时(?:[0-9]{1,2}分)?许?|晚上?|凌晨|清晨|白天|以来|起|前后?|电|讯|、|，|,|至今|\s)*(?:在|，)?([^，。；：！？,;:!?\n（）()]{1,60})"
)
_BEFORE_DATE: Final = re.compile(r"[^，。；：！？,;:!?\n（）()0-9、]{2,26}$")
_LEADING_DATE: Final = re.compile(
    r"(?:截至|自|在|到|从|据)?(?:[0-9—–~～至-]{2,9}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?|[0-9]{1,2}月(?:[0-9]{1,2}日)?)[底末初度]?(?:以来|起)?"
)
_REACH: Final = 48
_JOINTS: Final = frozenset("、和与及")
_SHARES: Final = frozenset(("%", "‰", "比例"))


class _Labels:
    """Labels the drafts of one text in order, with the subject in mind that the next clause may lean on."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._end = 0  # of the figure before
        self._last = ""  # its label
        self._subject = ""
        self._ahead = ""  # what stands before the clause of the figure, up to its mark

    def of(self, draft: Draft, limit: int) -> str:
        """The label of the next draft; `limit` is where the figure behind it begins."""
        if _SENTENCE_END.search(self._text, self._end, draft.start):
            self._subject = self._last = ""
        before = self._region(draft.start)
        listed = self._listed(draft) if self._end and draft.start - self._end <= 1 else ""
        label = listed or self._by_kind(draft, before, limit)
        label = clean(label) if label else ""
        self._end, self._last = draft.end, label
        return label

    def _region(self, place: int) -> str:
        """The clause before a figure, from the last mark or figure on."""
        bracketed = self._text[place - 1 : place] in ("(", "（")
        place -= bracketed
        floor = place - _REACH if place - _REACH > self._end else self._end
        clause, self._ahead = self._text[floor:place], ""
        if head := _TO_LAST_MARK.match(clause):
            self._ahead = "" if bracketed else head[0]
            clause = clause[head.end() :]
        if not clause:
            return ""
        if "》" in clause:
            return _title(self._text, place)
        return _undated(clause).lstrip("、” ")

    def _listed(self, draft: Draft) -> str:
        """The label of the figure before, for one that only goes on with its list: 6类67项; 7.2万元、3.2万元."""
        goes_on = self._text[self._end] in _JOINTS and draft.kind not in ("count", "noun")
        return self._last if goes_on or draft.start == self._end else ""

    def _by_kind(self, draft: Draft, before: str, limit: int) -> str:
        changes = "从" in before or "由" in before or self._last.endswith("原值")
        if changes and (ends := self._from_to(draft, before)):
            return ends
        if draft.kind in ("count", "noun", ""):
            behind = clause_behind(self._text, draft.end, limit) if draft.kind == "noun" else ""
            linked = self._text.startswith(("为", "是"), draft.end)
            opens = "" if before or linked else behind  # 几万人靠拉水度日: at the head of its clause
            return self._counted(draft, before, limit) or opens or self._preceding(draft, before) or behind
        if draft.kind == "event":
            return clause_behind(self._text, draft.end, limit) or self._preceding(draft, before)
        if draft.kind == "age":
            return self._age(draft, before, limit)
        return self._shared_out(draft, before, limit) or self._amount(draft, before, limit)

    def _shared_out(self, draft: Draft, before: str, limit: int) -> str:
        """近八成的老人希望…: what a share is a share of stands behind it, when nothing stands before."""
        if draft.kind != "ratio" or before not in ("", "以"):
            return ""
        behind = clause_behind(self._text, draft.end + self._text.startswith("的", draft.end), limit)
        return "" if leans(behind) else behind

    def _amount(self, draft: Draft, before: str, limit: int) -> str:
        """Money, lengths, stretches of time: the noun behind if it is close (六百多亩小麦), else the subject before."""
        if draft.kind not in ("ratio", "time"):
            noun, predicate = noun_phrase(self._text, draft.end, limit)
            if 2 <= len(noun) <= 10 and (not predicate or len(before) < 3):
                self._subject = noun
                return noun if len(before) > 2 or leans(before) else before + noun
        label = self._preceding(draft, before)
        if label and draft.kind == "time" and draft.trail in ("内", "以内", "之内"):
            return fit(label + clause_behind(self._text, draft.end, limit)) or label
        if label or before:
            return label
        return noun_phrase(self._text, draft.end + self._text.startswith("的", draft.end), limit)[0]

    def _counted(self, draft: Draft, before: str, limit: int) -> str:
        """The noun behind a classifier, with a verb that its clause needs."""
        noun, predicate = noun_phrase(self._text, draft.end, limit)
        if not noun:
            return ""
        self._subject = noun
        attribute = "" if before.endswith(("对", "向", "为", "将")) else short_predicate(predicate)
        verb = before.removesuffix("了").removesuffix("辖区")
        carried = _CARRIED.at(verb, len(verb)) if verb else ""
        stands_alone = not self._end or draft.start - len(before) > self._end  # the noun of a figure before is no place
        place = verb if verb and stands_alone and not carried and _PLACE.fullmatch(verb) else ""
        label = f"{attribute}的{noun}" if attribute else (carried or place) + noun
        return label if len(label) <= LONGEST else noun

    def _age(self, draft: Draft, before: str, limit: int) -> str:
        """68岁的王大妈 and 老支书今年七十三岁 are both somebody's age."""
        of = self._text.startswith("的", draft.end)
        whose = noun_phrase(self._text, draft.end + 1, limit)[0] if of else trim(before)
        return fit(whose if not whose or whose.endswith(("年龄", "寿命", "原值", "现值")) else whose + "年龄")

    def _preceding(self, draft: Draft, before: str) -> str:
        if draft.kind == "ratio" and (special := self._shared(draft, before)):
            return special
        phrase = trim(before) if before else ""
        if not phrase or (not self._subject and leans(phrase)):
            phrase = self._clause_before() or phrase
        if not phrase or phrase == "其中":
            return self._subject if (self._end and draft.kind not in ("count", "noun")) or phrase else ""
        if self._subject and leans(phrase):
            whole = self._subject if self._subject.endswith(phrase) else self._subject + phrase
            return fit(whole) or self._subject
        subject = subject_of(phrase)
        if len(phrase) > LONGEST:
            subject, phrase = fit(subject), fit(phrase)
        self._subject = subject
        return phrase

    def _clause_before(self) -> str:
        """The clause before this one, where no figure stands between: 济南的社区工作者，一共7400多名."""
        if not self._ahead.endswith(("，", "：", ",", ":", "\n")):
            return ""
        clause = self._ahead[:-1]
        if head := _TO_LAST_MARK.match(clause):
            clause = clause[head.end() :]
        return fit(trim(_undated(clause))) if clause else ""

    def _shared(self, draft: Draft, before: str) -> str:
        """A share names its whole (占全国的18%), a multiple what it is a multiple of."""
        if draft.unit == "倍" and (times := _TIMES.match(before)):
            subject = trim(times[1]) or self._subject
            return fit(f"{subject}与{times[2]}之比") if subject else ""
        if draft.unit in _SHARES and before.endswith("的") and (share := _SHARE.match(before)):
            subject = trim(share[1]) or self._subject
            self._subject = subject
            return fit(f"{subject}占{share[2]}") if subject else ""
        return ""

    def _from_to(self, draft: Draft, before: str) -> str:
        """The two ends of a change: 城镇化率从63.2%提高到72.7%."""
        start = _FROM.match(before)
        if start is not None and _TO.match(self._text, draft.end):
            self._subject = trim(start[1]) or self._subject
            return fit(self._subject + "原值") if self._subject else ""
        if self._last.endswith("原值") and len(before) <= 10 and before.endswith(("到", "至", "为")):
            return fit(self._last.removesuffix("原值") + "现值")
        return ""


def _undated(clause: str) -> str:
    """A clause without the date that it begins with."""
    if "年" not in clause and "月" not in clause:
        return clause
    date = _LEADING_DATE.match(clause)
    return clause[date.end() :] if date else clause


def _title(text: str, place: int) -> str:
    """The document that a clause speaks of: 《村级组织工作规则（试行）》共35条."""
    end = text.rfind("》", max(0, place - _REACH), place)
    start = text.rfind("《", max(0, end - 60), end)
    return re.split("[（(，、]", text[start + 1 : end])[0] if start >= 0 else ""


def label_all(text: str, drafts: Sequence[Draft]) -> list[str]:
    """The labels of all drafts of a text, in order."""
    labels = _Labels(text)
    limits = [draft.start for draft in drafts[1:]] + [len(text)]
    found = [labels.of(draft, limit) for draft, limit in zip(drafts, limits, strict=False)]
    for index in range(len(found) - 2, -1, -1):
        if not found[index] and drafts[index].end == drafts[index + 1].start:
            found[index] = found[index + 1]
    return found


def event_label(text: str, start: int, end: int) -> str:
    """What happened on a date: the clause that the date stands in, or the one that it opens."""
    match = _HAPPENING.match(text, end)
    label = trim(match[1], from_verb=False) if match else ""
    if not label and (before := _BEFORE_DATE.search(text[max(0, start - 26) : start])):
        label = trim(before[0], from_verb=False)
    return clean(fit_head(label))
