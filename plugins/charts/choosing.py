"""Which figures belong on one axis: one subject at several times, or several kinds of one thing. Pure.

Whatever might not be comparable stays apart: another unit, another manner (a plan, a growth, a share, what is counted
since the beginning), another year. The words are `zhtext`'s; a chart that says less than its sentences is no chart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from plugins.zhtext.counted import manner
from plugins.zhtext.lexicon import sections

from .types import Chart, Point

FEWEST = 3
"""Fewer bars are read sooner than looked at."""
STEEPEST = 250
"""How many times the smallest bar the largest may be: a smaller one could not be seen."""
EMPTY = frozenset(sections("counted")["empty nouns"])
"""Nouns that say only that something is counted."""
ALIKE = 0.75
"""Share of the shorter label's characters that two labels of one thing have in common."""
_CLOSING = "”’』」》"
_OPENING = "“‘『「《的之"
_LATER = "现值"


def chosen(points: Sequence[Point], most: int, longest: int) -> list[Chart]:
    """The charts of some figures, which come in order of their articles: series first, then kinds, longest first."""
    series = _series(points, longest)
    used = {id(point) for chart in series for point in chart.points}
    kinds = _kinds([point for point in points if id(point.shown) not in used], longest)
    return [*series, *kinds][:most]


def series(points: Iterable[Point]) -> list[list[Point]]:
    """What is said of one subject at two times or more, which the texts name. What several articles say of one time
    stands once, as the newest has it."""
    found: defaultdict[tuple[object, ...], dict[str, Point]] = defaultdict(dict)
    for point in points:
        if point.sort and len(point.label) > 1:
            found[*point.counted()[:4], point.sort][point.as_of] = point
    return [[by_time[time] for time in sorted(by_time)] for by_time in found.values() if len(by_time) > 1]


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
    """Several kinds of one thing, the largest first. What has more of them than a chart has bars is told as a rule, of
    whatever it may be, and is no set of kinds."""
    groups: defaultdict[tuple[str, ...], list[Point]] = defaultdict(list)
    for point in points:
        noun = _end(point.label)[-2:]
        if len(noun) == 2 and point.unit and noun not in EMPTY:
            groups[noun, point.unit, point.as_of[:4]].append(point)
    fit = [group for group in groups.values() if FEWEST <= len({point.bar.value for point in group}) <= longest]
    charts = [chart for group in fit if (chart := _of_kinds(_told_once(_bare(group))))]
    return sorted(charts, key=lambda chart: -len(chart.bars))


def _bare(points: Iterable[Point]) -> list[Point]:
    """Those that are simply counted: no plan, growth, share or running total."""
    return [point for point in points if not manner(point.label, point.before)]


def _end(label: str) -> str:
    """A label up to its last noun's last character."""
    return label.rstrip(_CLOSING)


def _told_once(points: Iterable[Point]) -> list[Point]:
    """Without what is told again: of the same value, with a label that is much the same. The newest stays."""
    kept: list[Point] = []
    for point in points:
        again = [
            other for other in kept if other.bar[2:4] == point.bar[2:4] and _much_the_same(other.label, point.label)
        ]
        kept = [*(other for other in kept if other not in again), point]
    return kept


def _much_the_same(one: str, other: str) -> bool:
    """Whether one label has most characters of the other."""
    shorter, longer = sorted((one, other), key=len)
    return sum(char in longer for char in shorter) > ALIKE * len(shorter)


def _of_kinds(points: list[Point]) -> Chart | None:
    points = sorted(_without_total(points), key=lambda point: -point.bar.value)
    values = [point.bar.value for point in points]
    if len(set(values)) < FEWEST or (noun := _common_end([_end(point.label) for point in points])) in EMPTY:
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
