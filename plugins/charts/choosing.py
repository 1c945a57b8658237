"""Which figures belong on one axis: one subject at several times, or several kinds of one thing. Pure.

Whatever might not be comparable stays apart: another unit, another manner (a plan, a growth, a share, what is counted
since the beginning), another year. The words are `zhtext`'s; a chart that says less than its sentences is no chart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from plugins.zhtext.counted import alike
from plugins.zhtext.lexicon import sections

from .types import Chart, Point

FEWEST = 3
"""Fewer bars are read sooner than looked at."""
STEEPEST = 250
"""How many times the smallest bar the largest may be: a smaller one could not be seen."""
EMPTY = frozenset(sections("counted")["empty nouns"])
"""Nouns that say only that something is counted."""
_CLOSING = "”’』」》"
_OPENING = "“‘『「《的之"
NO_TIME = "now"
"""What a key ends with where the text names no time."""
_MANNER = 3  # where a key says how something is counted
_LATER = "现值"


def chosen(points: Sequence[Point], most: int, longest: int) -> list[Chart]:
    """The charts of some figures, which come in order of their articles: series first, then kinds, longest first."""
    series = _series(points, longest)
    used = {id(point) for chart in series for point in chart.points}
    kinds = _kinds([point for point in points if id(point.shown) not in used], longest)
    return [*series, *kinds][:most]


def series(points: Iterable[Point]) -> list[list[Point]]:
    """What is said of one subject at two times or more. What several articles say of one time stands once, as the
    newest has it; what is of no time and always the same is one figure, told again."""
    found: defaultdict[tuple[str, ...], dict[str, Point]] = defaultdict(dict)
    for point in points:
        found[point.key][point.as_of] = point
    every = [[by_time[time] for time in sorted(by_time)] for by_time in found.values() if len(by_time) > 1]
    return [one for one in every if one[0].key[-1] != NO_TIME or len({point.bar[2:4] for point in one}) > 1]


def _series(points: Iterable[Point], longest: int) -> list[Chart]:
    newest = [one[-longest:] for one in series(points)]
    charts = [_of_series(one) for one in newest if len(one) >= FEWEST]
    return sorted(charts, key=lambda chart: -len(chart.bars))


def _of_series(points: Sequence[Point]) -> Chart:
    newest = points[-1]
    bars = tuple(point.bar._replace(name=point.shown["as_of_zh"]) for point in points)
    title = newest.label.removesuffix(_LATER)
    return Chart(title, "同一项数字在不同时间的说法。", bars, _shown(points), last=True)


def _kinds(points: Iterable[Point], longest: int) -> list[Chart]:
    """Several kinds of one thing, the largest first."""
    groups: defaultdict[tuple[str, ...], list[Point]] = defaultdict(list)
    for point in points:
        noun = _end(point.label)[-2:]
        if len(noun) == 2 and point.unit and not point.key[_MANNER]:
            groups[noun, point.unit, point.as_of[:4]].append(point)
    charts = [chart for group in groups.values() if (chart := _of_kinds(_told_once(group), longest))]
    return sorted(charts, key=lambda chart: -len(chart.bars))


def _end(label: str) -> str:
    """A label up to its last noun's last character."""
    return label.rstrip(_CLOSING)


def _told_once(points: Iterable[Point]) -> list[Point]:
    """Without what is told again: of the same value, with a label that is much the same. The newest stays."""
    kept: list[Point] = []
    for point in points:
        again = [other for other in kept if other.bar[2:4] == point.bar[2:4] and alike(other.label, point.label)]
        kept = [*(other for other in kept if other not in again), point]
    return kept


def _of_kinds(points: list[Point], longest: int) -> Chart | None:
    noun = _common_end([_end(point.label) for point in points])
    points = sorted((point for point in _without_total(points)), key=lambda point: -point.bar.value)[:longest]
    values = [point.bar.value for point in points]
    if len(points) < FEWEST or len(set(values)) < FEWEST or noun in EMPTY or len(noun) < 2:
        return None
    if len({point.label for point in points}) < len(points) or values[-1] <= 0 or values[0] > STEEPEST * values[-1]:
        return None
    bars = tuple(point.bar._replace(name=point.label) for point in points)
    return Chart(f"几类{noun}", "同一单位、同一年份的同类数字，所指范围以各自原句为准。", bars, _shown(points))


def _without_total(points: list[Point]) -> list[Point]:
    """A figure that is the sum of all others is their total."""
    whole = sum(point.bar.value for point in points)
    return [point for point in points if len(points) < FEWEST or 2 * point.bar.value != whole]


def _common_end(labels: Sequence[str]) -> str:
    """The noun that all labels end with."""
    shortest = min(labels, key=len)
    for start in range(len(shortest)):
        if all(label.endswith(shortest[start:]) for label in labels):
            return shortest[start:].lstrip(_OPENING)
    return ""


def _shown(points: Iterable[Point]) -> tuple[dict[str, object], ...]:
    return tuple(point.shown for point in points)
