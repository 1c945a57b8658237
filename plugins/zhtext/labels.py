"""What a figure counts: the noun phrase behind it (18个列席旁听小组) or before it (征集党课151部).

A clause that only says how something moved (同比增长3.8%) borrows its subject from the figure before it in the same
sentence; in 从63.2%提高到72.7% the two ends are told apart as 原值 and 现值.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from typing import Final

from plugins.zhtext.drafts import Draft
from plugins.zhtext.lexicon import Suffixes, sections
from plugins.zhtext.owners import place_name, topic
from plugins.zhtext.phrases import (
    LONGEST,
    acted_on,
    acts,
    apart,
    clause_behind,
    clean,
    fit,
    join,
    leans,
    noun_phrase,
    relational,
    short_predicate,
    subject_of,
    trim,
    unopened,
    without_examples,
)  # fmt: skip

_CARRIED: Final = Suffixes(sections("labels")["carried"])
# Up to the last mark; a dot behind a digit ends a clause unless a digit follows (1.2).
_TO_LAST_MARK: Final = re.compile(r"(?s:.*)[，。；：！？,;:!?\n（）()…—.．](?:(?<![.．])|(?<=[0-9].)(?![0-9]))")
_BRACKETS: Final = re.compile(r"[(（][^()（）\n]*[)）]")
_PLACE: Final = re.compile(r"(?![全各])[一-龥]{1,6}(?:地区|[省市县]|街道|平原|流域)")  # 长三角地区41个城市
_AMONG: Final = re.compile(r"(?<!其)中[，,]$")
_DEED: Final = re.compile(r"(?!其中|.*[对将把在从向以于各])[一-龥]{3,}(?<![向为对将把与和及在从有至被的了共仅约近达])")
_MOST: Final = re.compile(
    r"(?:其中)?([一-龥]{0,8}?最[大高低小长短多少深快慢强])的?(?:出现)?(?:是|为|在)([一-龥]{2,10}?)(?:为|达|是)?"
)
_CONTINUOUS: Final = re.compile(r"(.*?)已?连续")
_SUFFERED: Final = re.compile(r"(?:依法|分别)?进行了?([一-龥]{2,8})")
_HAVING_THE: Final = re.compile(r"(?:其中)?(.{2,}的)(?:共|仅|只|也|就|还)?(?:有|达|为)?")
_FROM: Final = re.compile(r"(.*?)[从由]((?:[^从由]{0,10}的|最初的?|原来的?)?)$")
_TO: Final = re.compile(r"[，,]?[一-龥]{0,8}[到至为]")
_ONLY_END: Final = re.compile(r"(.{2,}?)[从由].{1,16}[到至为](?:了|今天的|现在的|如今的)?")
_UP_TO: Final = re.compile(r"[一-龥]{0,8}[到至为]((?:[^到至为]{0,10}的|现在的?|如今的?|目前的?)?)")
_SHARE: Final = re.compile(r"(.*?)(?:占到?|完成|为|不到|不足|超过|接近|约占|达到?)(.{1,14}?)的?$")
_PART: Final = re.compile(r"(?:其中)?(.*?)的?(?:仅|约|各)?占(?:比|到|了|据)?(?:为|达到?)?")  # 女党员占27.9%
_TIMES: Final = re.compile(r"(.*?)(?:是|相当于|达到?|为)(.{1,14})的$")
_SENTENCE_END: Final = re.compile(r"[。！？!?\n]")
_LEADING_DATE: Final = re.compile(
    r"(?:截至|自|在|到|从|据)?(?:[0-9—–~～至-]{2,9}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?|[0-9]{1,2}月(?:[0-9]{1,2}日)?)[底末初度]?(?:以来|起)?"
)
_REACH: Final = 48
_KEPT: Final = 12
_JOINTS: Final = frozenset("、和与及")
_SHARES: Final = frozenset(("%", "‰", "比例"))


class _Labels:
    """Labels the drafts of one text in order, with the subject in mind that the next clause may lean on."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._end = 0  # of the figure before
        self._last = ""  # its label
        self._subject = ""
        self._spoken: deque[str] = deque(maxlen=_KEPT)  # what its sentence said before figures, and their labels
        self._waiting: list[str] = []  # labels of figures yet to come: 男生、女生分别有30名、28名
        self._follows = False  # nothing parts it from the figure before, whose noun stands between them
        self._ahead = ""  # what stands before the clause of the figure, up to its mark

    def of(self, draft: Draft, limit: int) -> str:
        """The label of the next draft; `limit` is where the figure behind it begins."""
        if _SENTENCE_END.search(self._text, self._end, draft.start):
            self._subject = self._last = ""
            self._spoken.clear()
        before = self._region(draft.start)
        listed = self._listed(draft) if self._end and draft.start - self._end <= 1 else ""
        self._waiting = self._waiting if listed else []
        label = listed or self._by_kind(draft, before, limit)
        label = clean(label) if label else ""
        if not label and self._end and self._text[self._end : draft.start] in _JOINTS:
            label = self._last
        self._spoken.extend((before, label))
        self._end, self._last = draft.end, label
        return label

    def _region(self, place: int) -> str:
        """The clause before a figure, from the last mark or figure on."""
        bracketed = self._text[place - 1 : place] in ("(", "（")
        place -= bracketed
        floor = place - _REACH if place - _REACH > self._end else self._end
        clause, self._ahead = self._text[floor:place], ""
        if ")" in clause or "）" in clause:
            clause = _BRACKETS.sub("", clause)
        head = _TO_LAST_MARK.match(clause)
        if head:
            self._ahead = "" if bracketed else head[0]
            clause = clause[head.end() :]
        self._follows = bool(self._end) and floor == self._end and not head and not clause.startswith("、")
        if not clause:
            return ""
        if "》" in clause:
            return _title(self._text, place)
        return _undated(clause).lstrip("、” ")

    def _listed(self, draft: Draft) -> str:
        """The label of the figure before, for one that only goes on with its list: 6类67项; 7.2万元、3.2万元."""
        if self._waiting and self._text[self._end] in _JOINTS:
            return self._waiting.pop(0)
        goes_on = self._text[self._end] in _JOINTS and draft.kind not in ("count", "noun")
        return self._last if goes_on or draft.start == self._end else ""

    def _by_kind(self, draft: Draft, before: str, limit: int) -> str:
        changes = "从" in before or "由" in before or self._last.endswith("原值")
        if changes and (ends := self._from_to(draft, before)):
            return ends
        if draft.kind in ("count", "noun", ""):
            return self._things(draft, before, limit)
        if draft.kind == "event":
            behind = clause_behind(self._text, draft.end, limit)
            return (self._counted(draft, before, limit) if len(behind) <= 2 else behind) or self._preceding(
                draft, before
            )
        if draft.kind == "age":
            return self._age(draft, before, limit)
        return self._shared_out(draft, before, limit) or self._amount(draft, before, limit)

    def _things(self, draft: Draft, before: str, limit: int) -> str:
        if not before and limit == draft.end:
            return ""  # 1103户4012人脱贫: told by the last of them
        if draft.kind != "noun":
            return self._counted(draft, before, limit) or self._preceding(draft, before)
        behind = clause_behind(self._text, draft.end, limit)
        opens = "" if self._text.startswith(("为", "是"), draft.end) else short_predicate(behind) or behind
        if opens and before == "其中":
            return join(acted_on(self._subject), opens)
        opens = opens if before in ("", "有") else ""  # 几万人靠拉水度日: at the head of its clause
        return self._counted(draft, before, limit) or opens or self._preceding(draft, before) or behind

    def _shared_out(self, draft: Draft, before: str, limit: int) -> str:
        """近八成的老人希望…: what a share is a share of stands behind it, when nothing stands before."""
        if draft.kind != "ratio":
            return ""
        if before == "其中" and self._last:
            return join(self._last, clause_behind(self._text, draft.end, limit))
        of = self._text.startswith("的", draft.end)
        if before not in ("", "以", "有") and not of:
            return ""
        noun, predicate = noun_phrase(self._text, draft.end + of, limit)
        if noun and not leans(noun):
            attribute = short_predicate(predicate)
            return f"{attribute}的{noun}" if attribute else noun
        return ""

    def _amount(self, draft: Draft, before: str, limit: int) -> str:
        """Money, lengths, stretches of time: the noun behind if it is close (六百多亩小麦), else the subject before."""
        if before.endswith(("将", "把")):
            return self._counted(draft, before, limit)
        if draft.kind not in ("ratio", "time"):
            noun, predicate = noun_phrase(self._text, draft.end, limit)
            if noun and before.endswith("的") and (whose := trim(before)):
                return fit(f"{whose}的{noun}")
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
            return self._of_these(draft, before, predicate)
        self._subject = noun
        verb = before.removesuffix("了").removesuffix("辖区")
        carried = _CARRIED.at(verb, len(verb)) if verb else ""
        place = verb if verb and not self._follows and not carried and _PLACE.fullmatch(verb) else ""
        alone = self._follows or carried or place or draft.kind == "noun"
        attribute = self._attribute("" if alone else before, predicate, noun)
        label = f"{attribute}的{noun}" if attribute else (carried or place) + noun
        return label if len(label) <= LONGEST else noun

    def _of_these(self, draft: Draft, before: str, predicate: str) -> str:
        """其中2座不足死库容: the noun is that of the figure before."""
        these = before.endswith(("其中", "有")) and draft.kind != "noun" and short_predicate(predicate)
        return f"{these}的{acted_on(self._subject)}" if these and self._subject else ""

    def _attribute(self, before: str, predicate: str, noun: str) -> str:
        """What its clause says of the things counted, as an attribute."""
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

    def _age(self, draft: Draft, before: str, limit: int) -> str:
        """68岁的王大妈 and 老支书今年七十三岁 are both somebody's age."""
        of = self._text.startswith("的", draft.end)
        whose = noun_phrase(self._text, draft.end + 1, limit)[0] if of else trim(before)
        return fit(whose if not whose or whose.endswith(("年龄", "寿命", "原值", "现值")) else whose + "年龄")

    def _special(self, draft: Draft, before: str) -> str:
        """Turns of speech that say more than a subject: 连续两年, 占三成, A、B分别有."""
        if draft.kind == "time" and (run := _CONTINUOUS.fullmatch(before)):
            self._subject = trim(run[1]) or self._subject
            return join(self._subject, f"连续{clause_behind(self._text, draft.end, len(self._text))}")
        if "最" in before and (most := _MOST.fullmatch(before)):
            return fit(most[2] + most[1])
        if draft.kind == "ratio" and (share := self._shared(draft, before)):
            return share
        if "分别" in before and (labels := apart(before)):
            label, *self._waiting = labels
            return label
        return ""

    def _preceding(self, draft: Draft, before: str) -> str:
        if special := self._special(draft, before):
            return special
        phrase = trim(before) if before else ""
        if before.startswith("其中") and before.endswith("的") and self._last:
            phrase = join(f"{self._last}中", phrase)
        if not phrase or (not self._subject and leans(phrase)):
            phrase = self._clause_before() or phrase
        if not phrase or phrase == "其中":
            return self._subject if (self._end and draft.kind not in ("count", "noun")) or phrase else ""
        if self._subject and leans(phrase):
            return join(self._subject, phrase) or self._subject
        if self._subject and draft.kind != "noun" and acts(phrase):
            self._subject = join(phrase, acted_on(self._subject))
            return self._subject
        if draft.kind not in ("count", "noun"):
            phrase = self._owned(phrase, draft.start)
        phrase = without_examples(phrase)
        subject = subject_of(phrase)
        if len(phrase) > LONGEST:
            subject, phrase = fit(subject), fit(phrase)
        self._subject = subject
        return phrase

    def _owned(self, phrase: str, place: int) -> str:
        """With the name of what has it, where the noun says only what is had: 总长 is 天舟一号总长."""
        if len(phrase) > 12 or "的" in phrase or not relational(phrase) or place_name(phrase):
            return phrase
        named = next((name for said in reversed(self._spoken) if (name := place_name(said))), "")
        if self._follows and not (named and self._last.startswith(named)):
            return phrase  # 周边5个村总收入 is theirs
        owner = named or topic(self._text, place, bare=len(phrase) <= 4)
        return owner + phrase if not phrase.startswith(owner) else phrase

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
            return join(subject, f"与{times[2]}之比") if subject else ""
        if draft.unit in _SHARES and (part := _PART.fullmatch(before)):
            whole = self._last + "中" if part[1] and _AMONG.search(self._ahead) else ""
            label = join(whole + (trim(part[1]) or self._subject), "占比")
            self._subject = label or self._subject
            return label
        if draft.unit in _SHARES and before.endswith("的") and (share := _SHARE.match(before)):
            subject = trim(share[1]) or self._subject
            self._subject = subject
            share_of = "完成" if before.startswith("完成", share.start(2) - 2) else "占"
            return join(subject, share_of + share[2]) if subject else ""
        return ""

    def _from_to(self, draft: Draft, before: str) -> str:
        """The two ends of a change: 城镇化率从63.2%提高到72.7%."""
        start = _FROM.match(before)
        if start is not None and _TO.match(self._text, draft.end):
            self._subject = trim(start[1]) or self._subject
            return fit(f"{_when(start[2])}{self._subject}原值") if self._subject else ""
        if (only := _ONLY_END.fullmatch(before)) and (subject := trim(only[1])):
            self._subject = subject
            return fit(subject)
        if self._last.endswith("原值") and (end := _UP_TO.fullmatch(before)):
            return fit(when + self._subject if (when := _when(end[1])) else self._subject + "现值")
        return ""


def _when(phrase: str) -> str:
    """2013年 of 2013年的: when a change began or ended, as far as that says more than 原值 and 现值 do."""
    return phrase.removesuffix("的") if phrase.rstrip("的") not in ("最初", "原来", "现在", "目前") else ""


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
