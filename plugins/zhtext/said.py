"""What a text has said when it comes to a figure: the clause before it, and the subject that it may lean on.

One `Said` goes with a text from its first figure to its last; the modules of labels read it and set its subject.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from plugins.zhtext.drafts import Draft
from plugins.zhtext.lexicon import sections
from plugins.zhtext.owners import place_name
from plugins.zhtext.phrases import fit, trim

JOINTS: Final = frozenset("、和与及")
# Up to the last mark; a dot behind a digit ends a clause unless a digit follows (1.2).
_TO_LAST_MARK: Final = re.compile(r"(?s:.*)[，。；：！？,;:!?\n（）()…—.．](?:(?<![.．])|(?<=[0-9].)(?![0-9]))")
_BRACKETS: Final = re.compile(r"[(（][^()（）\n]*[)）]")
_SENTENCE_END: Final = re.compile(r"[。！？!?\n]")
_LEADING_DATE: Final = re.compile(
    r"(?:截至|自|在|到|从|据)?(?:[0-9—–~～至-]{2,9}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?|[0-9]{1,2}月(?:[0-9]{1,2}日)?)[底末初度]?(?:以来|起)?"
)
_DATE_HEADS: Final = frozenset("截自在到从据0123456789-—–~～至")
_TITLE_ENDS: Final = re.compile("[（(，、]")
_ACTING: Final = "|".join(sections("labels")["acting against"])
_ACTING_AGAINST: Final = re.compile(f"[^对的]{{0,12}}?(?:{_ACTING})了?(?!.*力度)(.+)")
_AGAINST: Final = re.compile("[^对的]{0,12}?对(.{2,}?)(?:始终|一直|继续)?(?:保持|坚持|形成|加大).*(?:打击|高压|力度)")
_REACH: Final = 48
_KEPT: Final = 12
_OFTEN: Final = 10
_TIMES: Final = frozenset("次度轮回届")


class Said:
    """The state of one text; all but `text` is of the figures before the one at hand."""

    def __init__(self, text: str, drafts: Sequence[Draft]) -> None:
        self.text = text
        self._drafts = drafts
        self._told = 0  # how many have their labels
        self._heads: list[str] = []  # labels of the amounts and numbers of its sentence
        self.end = 0  # of the figure before
        self.last = ""  # its label
        self.subject = ""
        self.waiting: list[str] = []  # labels of figures yet to come: 男生、女生分别有30名、28名
        self.siblings: tuple[str, list[str]] | None = (
            None  # the subject at the time, and those that had one figure each
        )
        self.follows = False  # nothing parts it from the figure before, whose noun stands between them
        self.lists = False  # it goes on with the list of the figure before: 道路3条、车位417个
        self.ahead = ""  # what stands before the clause of the figure, up to its mark
        self._spoken: deque[str] = deque(maxlen=_KEPT)  # what its sentence said before figures, and their labels

    def clause(self, place: int) -> str:
        """The clause before a figure, from the last mark or figure on; a new sentence forgets the old."""
        if self.end and _SENTENCE_END.search(self.text, self.end, place):
            self.subject = self.last = ""
            self.siblings = None
            self._heads = []
            self._spoken.clear()
        bracketed = self.text[place - 1 : place] in ("(", "（")
        place -= bracketed
        floor = place - _REACH if place - _REACH > self.end else self.end
        clause, self.ahead = self.text[floor:place], ""
        if ")" in clause or "）" in clause:
            clause = _BRACKETS.sub("", clause)
        head = _TO_LAST_MARK.match(clause)
        if head:
            self.ahead = "" if bracketed else head[0]
            clause = clause[head.end() :]
        reaches = bool(self.end) and floor == self.end and not head
        self.lists = reaches and clause[:1] in JOINTS
        self.follows = reaches and not clause.startswith("、")
        if not clause:
            return ""
        if "》" in clause:
            return _title(self.text, place)
        return _undated(clause).lstrip("、” ")

    def clause_before(self) -> str:
        """The clause before this one, where no figure stands between: 济南的社区工作者，一共7400多名."""
        clause = self._clause_ahead()
        return fit(trim(clause)) if clause else ""

    def bracketed(self) -> str:
        """What stands before the bracket in which the figure does: 部分地方暴雨（雨量80毫米）; or ""."""
        if not self.ahead.endswith(("（", "(")):
            return ""
        clause = self.ahead[:-1]
        if head := _TO_LAST_MARK.match(clause):
            clause = clause[head.end() :]
        return fit(trim(_undated(clause))) if clause else ""

    def acted_against(self) -> str:
        """What the clause before says is acted against: 严惩涉毒犯罪，起诉12人; or ""."""
        clause = self._clause_ahead()
        found = _AGAINST.match(clause) or _ACTING_AGAINST.match(clause)
        return found[1] if found else ""

    def _clause_ahead(self) -> str:
        if not self.ahead.endswith(("，", "：", ",", ":", "\n")):
            return ""
        clause = self.ahead[:-1]
        if head := _TO_LAST_MARK.match(clause):
            clause = clause[head.end() :]
        return _undated(clause) if clause else ""

    def listed(self, draft: Draft) -> str:
        """The label of the figure before, for one that only goes on with its list: 6类67项; 7.2万元、3.2万元."""
        if not self.end or draft.start - self.end > 1:
            self.waiting = []
            return ""
        joined = self.text[self.end] in JOINTS
        goes_on = draft.start == self.end or (joined and draft.kind not in ("count", "noun"))
        label = self.waiting.pop(0) if self.waiting and joined else self.last if goes_on else ""
        self.waiting = self.waiting if label else []
        return label

    def place(self) -> str:
        """The place that the sentence named last, at the head of a clause; or ""."""
        return next((name for said in reversed(self._spoken) if (name := place_name(said)) and "的" not in name), "")

    def told(self, draft: Draft, before: str, label: str) -> None:
        """A figure has its label: the next one may lean on it."""
        self._spoken.extend((before, label))
        self.end, self.last = draft.end, label
        self._told += 1
        if draft.kind != "ratio" and label:
            self._heads.append(label)

    def heads(self) -> list[str]:
        """The subjects of as many figures as are listed from the one at hand on: 受理12件，审结9件，分别上升4%和6%."""
        count = self._ahead()
        return self._heads[-count:] if 1 < count <= len(self._heads) else []

    def times(self) -> int:
        """How often something was done by the figure before, if as many are listed: 三次扩建，分别用时…; or 0."""
        if not self._told or self._drafts[self._told - 1].kind not in ("count", "event") or not self.last:
            return 0
        count = self._ahead()
        before = self._drafts[self._told - 1]
        return count if 1 < count <= _OFTEN and before.value == count and before.unit in _TIMES else 0

    def _ahead(self) -> int:
        """How many figures are listed from the one at hand on."""
        count = 1
        for one, other in pairwise(self._drafts[self._told : self._told + _KEPT]):
            if other.start - one.end != 1 or self.text[one.end] not in JOINTS:
                break
            count += 1
        return count


def _undated(clause: str) -> str:
    """A clause without the date that it begins with."""
    if clause[0] not in _DATE_HEADS or ("年" not in clause and "月" not in clause):
        return clause
    date = _LEADING_DATE.match(clause)
    return clause[date.end() :] if date else clause


def _title(text: str, place: int) -> str:
    """The document that a clause speaks of: 《村级组织工作规则（试行）》共35条."""
    end = text.rfind("》", max(0, place - _REACH), place)
    start = text.rfind("《", max(0, end - 60), end)
    return _TITLE_ENDS.split(text[start + 1 : end])[0] if start >= 0 else ""
