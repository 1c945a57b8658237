"""Reading order on a page: columns by their gutters, what spans them first, from left to right and top to bottom.

Recursive cuts in the white space: a gutter that nothing crosses parts columns; where a few lines cross it (a headline
over several columns), those make bands of their own. A leaf of it all is a column.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from .pdfheads import headed
from .pdflines import Segment

NARROWEST: Final = 0.55
"""The least width of a gutter, in characters of the body's size."""
FEWEST: Final = 2
MOST_CROSSING: Final = 0.34
DEEPEST: Final = 24
STRIPE: Final = 0.6
"""The least height of a white stripe that parts what is above from what is below, in characters of the body's size."""


def ordered(found: list[Segment]) -> list[list[Segment]]:
    """The columns of a page in reading order, each with its segments from top to bottom."""
    if not found:
        return []
    sizes: Counter[float] = Counter()
    for segment in found:
        sizes[segment.size] += len(segment.text)
    return _parted(found, sizes.most_common(1)[0][0], 0)


def _parted(found: list[Segment], size: float, depth: int) -> list[list[Segment]]:
    if len(found) < 2 * FEWEST or depth > DEEPEST:
        return [_down(found)]
    if (cut := headed(found, size)) is not None:
        above = [segment for segment in found if segment.bottom <= cut]
        below = [segment for segment in found if segment.bottom > cut]
        if _gutter(above, size) or _gutter(below, size):
            return _parted(above, size, depth + 1) + _parted(below, size, depth + 1)
    gutter = _gutter(found, size)
    crossing = [one for one in found if one.x0 < gutter - 0.1 and one.x1 > gutter + 0.1] if gutter else []
    if gutter and not crossing:
        left = [segment for segment in found if segment.x1 <= gutter + 0.1]
        right = [segment for segment in found if segment.x1 > gutter + 0.1]
        return _parted(left, size, depth + 1) + _parted(right, size, depth + 1)
    if (cut := _stripe(found, size, crossing)) is not None:
        above = [segment for segment in found if segment.bottom <= cut]
        below = [segment for segment in found if segment.bottom > cut]
        if gutter or _gutter(above, size) or _gutter(below, size):
            return _parted(above, size, depth + 1) + _parted(below, size, depth + 1)
    if not gutter:
        return [_down(found)]
    columns: list[list[Segment]] = []
    for band in _bands(found, crossing):
        spanning = any(segment in crossing for segment in band)
        columns += [_down(band)] if spanning else _parted(band, size, depth + 1)
    return columns


def _stripe(found: list[Segment], size: float, crossing: list[Segment]) -> float | None:
    """The y of the widest white stripe from edge to edge; beside a line that crosses the gutter, where there is one."""
    best: tuple[float, float] | None = None
    reached, before = 0.0, list[Segment]()
    for segment in sorted(found, key=lambda one: one.top):
        gap = segment.top - reached
        if before and gap > size * STRIPE:
            level = [one for one in found if abs(one.top - segment.top) < size]
            last = [one for one in before if one.bottom > reached - size]
            beside = not crossing or any(one in crossing for one in (*level, *last))
            if beside and (best is None or gap > best[0]):
                best = (gap, reached)
        reached = max(reached, segment.bottom)
        before.append(segment)
    return best[1] if best else None


def _down(found: list[Segment]) -> list[Segment]:
    return sorted(found, key=lambda segment: (round(segment.bottom), segment.x0))


def _gutter(found: list[Segment], size: float) -> float | None:
    """The x of the gutter that fewest lines cross; None where no white stripe is wide and long enough."""
    edges = sorted({segment.x1 for segment in found})
    best: tuple[float, float] | None = None
    left_edge, right_edge = min(s.x0 for s in found), max(s.x1 for s in found)
    for x in edges:
        at = x + 0.2
        if not left_edge < at < right_edge:
            continue
        crossing = [s for s in found if s.x0 < at and s.x1 > at]
        if len(crossing) > len(found) * MOST_CROSSING:
            continue
        kept = [s for s in found if s not in crossing]
        left, right = [s for s in kept if s.x1 <= at], [s for s in kept if s.x0 >= at]
        if not _columns(left, right, size) or min(s.x0 for s in right) - max(s.x1 for s in left) < size * NARROWEST:
            continue
        cost = len(crossing) - min(len(left), len(right)) * 0.01
        if best is None or cost < best[0]:
            best = (cost, at)
    return best[1] if best else None


def _columns(left: list[Segment], right: list[Segment], size: float) -> bool:
    """Whether both sides are columns of text that stand beside each other, not words with a space between."""
    if len(left) < FEWEST or len(right) < FEWEST:
        return False
    if any(max(s.x1 for s in side) - min(s.x0 for s in side) < size * 4 for side in (left, right)):
        return False
    shared = min(max(s.bottom for s in left), max(s.bottom for s in right)) - max(
        min(s.top for s in left), min(s.top for s in right)
    )
    return shared > size * 1.5


def _bands(found: list[Segment], crossing: list[Segment]) -> list[list[Segment]]:
    """Horizontal bands: runs of lines that cross the gutter, and what stands between them."""
    bands: list[tuple[bool, list[Segment]]] = []
    for segment in sorted(found, key=lambda one: (one.top + one.bottom) / 2):
        spans = segment in crossing
        if bands and (bands[-1][0] == spans or _beside(segment, bands[-1][1], spans)):
            bands[-1][1].append(segment)
        else:
            bands.append((spans, [segment]))
    return [band for _, band in bands]


def _beside(segment: Segment, band: list[Segment], spans: bool) -> bool:
    """Whether a line stands on one height with a spanning one: then it belongs to its band."""
    middle = (segment.top + segment.bottom) / 2
    return not spans and any(other.top < middle < other.bottom and other.x1 - other.x0 > 0 for other in band[-1:])
