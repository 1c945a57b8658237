"""A source in, a plan out: carved, laid out, judged, built."""

from __future__ import annotations

from .carving import carved
from .judging import judge
from .recarving import recarved
from .sheet import Sheet, closed_up, usual
from .structure import planned
from .types import Plan, Source
from .wrapping import blocks


def plan(source: Source) -> Plan:
    """What is to become of a source, with reasons."""
    lines = closed_up(carved(source.lines), source.kind)
    common = usual(lines, source.kind)
    sheet = Sheet(recarved(blocks(lines, common)), common)
    judge(sheet)
    return planned(source, sheet)
