"""A chart: named series of points in, an SVG with two logarithmic axes out, to be read in light and in dark.

Its words are real text, and a description tells the numbers to those who can't see the lines.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 760, 460
LEFT, RIGHT, TOP, BOTTOM = 70, 220, 56, 56
GAP = 18
"""The least distance between two names at the right edge."""

STYLE = """
svg { font: 13px "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
.paper { fill: #fdfbf7; } text { fill: #23211e; } .head { font-size: 16px; font-weight: 600; }
.grid { stroke: #e2ddd3; } .axis { stroke: #8a857b; } .leader { stroke: #b8b2a6; fill: none; }
.line { fill: none; stroke-width: 2; } .dashed { stroke-dasharray: 6 5; }
.c0 { stroke: #a8231c; } .c1 { stroke: #1f5f8b; } .c2 { stroke: #2f6b3a; } .c3 { stroke: #8a5a00; }
.c4 { stroke: #6a3d8f; } .c5 { stroke: #4a4640; } .dot { stroke-width: 5; stroke-linecap: round; }
@media (prefers-color-scheme: dark) {
.paper { fill: #1a1917; } text { fill: #ece7dd; } .grid { stroke: #35322d; } .axis { stroke: #8f897e; }
.leader { stroke: #5c574e; } .c0 { stroke: #f08a80; } .c1 { stroke: #86bfe6; } .c2 { stroke: #93cf9d; }
.c3 { stroke: #e0b566; } .c4 { stroke: #c9a5e8; } .c5 { stroke: #bdb7ab; }
}
"""
COLOURS = 6


@dataclass(frozen=True)
class Series:
    """A line of the chart; points are (x, y), both above zero."""

    name: str
    points: Sequence[tuple[float, float]]
    dashed: bool = False


@dataclass(frozen=True)
class Axis:
    """A logarithmic axis between two powers of ten, laid on the pixels from `start` to `end`."""

    low: int
    high: int
    start: float
    end: float

    @classmethod
    def around(cls, values: Sequence[float], start: float, end: float) -> Axis:
        low = math.floor(math.log10(min(values)))
        return cls(low, max(low + 1, math.ceil(math.log10(max(values)))), start, end)

    def at(self, value: float) -> float:
        share = (math.log10(value) - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)

    @property
    def ticks(self) -> list[float]:
        return [10.0**power for power in range(self.low, self.high + 1)]


def chart(title: str, across: str, up: str, series: Sequence[Series]) -> str:
    """The whole SVG file."""
    points = [point for one in series for point in one.points]
    x = Axis.around([point[0] for point in points], LEFT, WIDTH - RIGHT)
    y = Axis.around([point[1] for point in points], HEIGHT - BOTTOM, TOP)
    parts = [*_frame(x, y, across, up), *_lines(x, y, series)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
            ' role="img" lang="zh-CN" aria-labelledby="title desc">',
            f'<title id="title">{escape(title)}</title>',
            f'<desc id="desc">{escape(_told(across, up, series))}</desc>',
            f"<style>{STYLE}</style>",
            f'<rect class="paper" width="{WIDTH}" height="{HEIGHT}"/>',
            f'<text class="head" x="{LEFT}" y="28">{escape(title)}</text>',
            *parts,
            "</svg>\n",
        ]
    )


def _told(across: str, up: str, series: Sequence[Series]) -> str:
    """The chart in words."""
    said = [f"{one.name}：" + "，".join(f"{_number(x)} 时 {_number(y)}" for x, y in one.points) for one in series]
    return f"横轴是{across}，纵轴是{up}，都按对数。" + "；".join(said) + "。"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 else f"{value:.3g}"


def _frame(x: Axis, y: Axis, across: str, up: str) -> Iterator[str]:
    for value in x.ticks:
        yield f'<path class="grid" d="M{x.at(value)} {TOP}V{HEIGHT - BOTTOM}"/>'
        yield f'<text x="{x.at(value)}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{_number(value)}</text>'
    for value in y.ticks:
        yield f'<path class="grid" d="M{LEFT} {y.at(value)}H{WIDTH - RIGHT}"/>'
        yield f'<text x="{LEFT - 8}" y="{y.at(value) + 4}" text-anchor="end">{_number(value)}</text>'
    yield f'<path class="axis" fill="none" d="M{LEFT} {TOP}V{HEIGHT - BOTTOM}H{WIDTH - RIGHT}"/>'
    middle = (LEFT + WIDTH - RIGHT) / 2
    yield f'<text x="{middle}" y="{HEIGHT - 12}" text-anchor="middle">{escape(across)}</text>'
    yield f'<text x="{LEFT}" y="{TOP - 10}" text-anchor="end">{escape(up)}</text>'


def _lines(x: Axis, y: Axis, series: Sequence[Series]) -> Iterator[str]:
    places = _apart([y.at(one.points[-1][1]) for one in series])
    for index, one in enumerate(series):
        colour = f"c{index % COLOURS}"
        spots = [(x.at(across), y.at(up)) for across, up in one.points]
        way = " ".join(f"{across},{up}" for across, up in spots)
        yield f'<polyline class="line {colour}{" dashed" if one.dashed else ""}" points="{way}"/>'
        yield from (f'<path class="dot {colour}" d="M{across} {up}h0"/>' for across, up in spots)
        (across, up), name = spots[-1], WIDTH - RIGHT + 22
        yield f'<path class="leader" d="M{across + 5} {up}L{name - 4} {places[index]}"/>'
        yield f'<text x="{name}" y="{places[index] + 4}">{escape(one.name)}</text>'


def _apart(heights: Sequence[float]) -> list[float]:
    """The same heights, moved as little downwards as it takes to keep names from lying on each other."""
    places = [0.0] * len(heights)
    last = -math.inf
    for index in sorted(range(len(heights)), key=lambda index: heights[index]):
        last = places[index] = max(heights[index], last + GAP)
    return places
