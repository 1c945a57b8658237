"""Which of the quantities that were turned down an editor might want after all: 80%以上的村, 近三年, 卫生室一所.

A rule is sure of most of what it turns down (65岁以上老人, 五年来), and abstains from the rest. The doubtful part of
each is told apart here. Nothing of this runs unless it is asked for: `read` does not keep what it turned down.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from plugins.zhtext import judgement, naming, stretches, thresholds
from plugins.zhtext.drafts import Draft
from plugins.zhtext.judgement import Rule
from plugins.zhtext.reader import as_figure, refused
from plugins.zhtext.surroundings import CLAUSE_ENDS, char_after, char_before, is_han
from plugins.zhtext.types import Doubt, Reason

_LONG: Final = 10**6  # a bare number from here on is rather a code


def doubts(text: str) -> tuple[Doubt, ...]:
    """What `read` left out of this text because it could be read either way, in reading order."""
    found = []
    for draft, rule in refused(text):
        why, doubtful = _DOUBTFUL.get(rule, _SURE)
        if doubtful(text, draft):
            found.append(Doubt(as_figure(text, draft), why))
    return tuple(found)


def _cuts(text: str, draft: Draft) -> bool:
    """80%以上农户 may be a share of them; 65岁以上老人 and whatever stands before 的 is a class."""
    return draft.kind != "age" and not text.startswith("的", draft.end)


def _is_recent(text: str, draft: Draft) -> bool:
    """近三年 at the head of a clause, with no word behind that places it."""
    return draft.lead == "近" and not stretches.placed_behind(text, draft)


def _is_item(text: str, draft: Draft) -> bool:
    """卫生室一所。 where no other count stands beside it."""
    before = char_before(text, draft.start)
    return (
        draft.value == 1
        and draft.kind == "count"
        and char_after(text, draft.end) in CLAUSE_ENDS
        and is_han(before)
        and before not in judgement.NO_INVENTORY
    )


def _is_graded(text: str, draft: Draft) -> bool:
    """8级 with no wind or quake in sight."""
    return draft.arabic


def _is_counted(text: str, draft: Draft) -> bool:
    """三班六岗: a set phrase by its shape, yet with a measure word."""
    return bool(draft.unit)


def _is_bare(text: str, draft: Draft) -> bool:
    """报名1200，: digits behind a word, without a measure word."""
    return (
        draft.arabic
        and draft.worth < _LONG
        and is_han(char_before(text, draft.start))
        and char_after(text, draft.end) in CLAUSE_ENDS
    )


def _is_none(text: str, draft: Draft) -> bool:
    """The rule is sure."""
    return False


_SURE: Final[tuple[Reason, Rule]] = ("name", _is_none)
_DOUBTFUL: Final[dict[Rule, tuple[Reason, Callable[[str, Draft], bool]]]] = {
    thresholds.is_threshold: ("threshold", _cuts),
    judgement.is_article: ("article", _is_item),
    judgement.is_unmeasured: ("bare", _is_bare),
    stretches.is_period: ("period", _is_recent),
    naming.is_grade: ("grade", _is_graded),
    naming.is_paired: ("name", _is_counted),
}
