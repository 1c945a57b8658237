"""The rules, one a file, in the order in which docs/proof.md explains them."""

from __future__ import annotations

from plugins.proof.rules.age_stale import AgeStale
from plugins.proof.rules.change_direction import ChangeDirection
from plugins.proof.rules.change_doubling import ChangeDoubling
from plugins.proof.rules.conflict_across import ConflictAcross
from plugins.proof.rules.conflict_within import ConflictWithin
from plugins.proof.rules.date_impossible import DateImpossible
from plugins.proof.rules.doubt_figure import DoubtFigure
from plugins.proof.rules.share_over_whole import ShareOverWhole
from plugins.proof.rules.sum_parts import SumParts
from plugins.proof.types import Rule

RULES: tuple[type[Rule], ...] = (
    ConflictAcross,
    ConflictWithin,
    SumParts,
    ShareOverWhole,
    ChangeDirection,
    ChangeDoubling,
    DateImpossible,
    AgeStale,
    DoubtFigure,
)
