"""Where a headline stands over the whole of a region, however narrow it is: above it one story ends, below it begin its
own columns.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from .pdflines import Segment

LARGE: Final = 1.2
"""How much larger than the body a headline is set."""
OFF: Final = 0.06
"""How far from the middle of the region a headline may be, as a part of its width."""
WIDE: Final = 0.55
MUCH_LARGER: Final = 1.3
STRIPE: Final = 0.8
"""The white above a headline, in characters of the body's size."""


def headed(found: list[Segment], size: float) -> float | None:
    """The y of the cut above a headline that is not the first thing of the region, or below one that is."""
    if not found:
        return None
    left, right = min(one.x0 for one in found), max(one.x1 for one in found)
    slabs = _slabs(found)
    if (above := _row_of_heads(slabs, size)) is not None:
        return above
    solo = [_solo(slab, left, right, size) for slab in slabs]
    for first in range(len(slabs)):
        if not solo[first] or (first and solo[first - 1]):
            continue
        last = first
        while last + 1 < len(slabs) and solo[last + 1]:
            last += 1
        if all(one.size < size * LARGE for slab in slabs[first : last + 1] for one in slab):
            continue
        edge = first - 1 if first else last
        if edge + 1 < len(slabs):
            return max(one.bottom for one in slabs[edge])
    return None


def _row_of_heads(slabs: list[list[Segment]], size: float) -> float | None:
    """The y above headlines that stand beside each other, or one that stands alone behind a white stripe."""
    for before, slab in pairwise(slabs):
        reached = max(one.bottom for one in before)
        gap = min(one.top for one in slab) - reached
        least = MUCH_LARGER if len(slab) == 1 else LARGE
        if gap > size * STRIPE and all(one.size >= size * least for one in slab) and _is_text(before, size):
            return reached
    return None


def _is_text(slab: list[Segment], size: float) -> bool:
    return all(one.size < size * LARGE for one in slab)


def _slabs(found: list[Segment]) -> list[list[Segment]]:
    """Groups of lines that overlap in height, from top to bottom."""
    slabs: list[list[Segment]] = []
    reached = float("-inf")
    for segment in sorted(found, key=lambda one: one.top):
        if slabs and segment.top < reached - 0.5:
            slabs[-1].append(segment)
        else:
            slabs.append([segment])
        reached = max(reached, segment.bottom)
    return slabs


def _solo(slab: list[Segment], left: float, right: float, size: float) -> bool:
    """Whether a line stands alone in its height, in the middle of the region or over most of it."""
    if len(slab) > 2:
        return False
    start, end = min(one.x0 for one in slab), max(one.x1 for one in slab)
    width = right - left
    centred = abs((start + end) / 2 - (left + right) / 2) < width * OFF
    if len(slab) == 1 and slab[0].size >= size * LARGE:
        return centred or end - start > width * WIDE
    return centred and start - left > width * OFF
