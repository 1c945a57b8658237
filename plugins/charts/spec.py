"""A chart as a Vega-Lite specification. Pure.

Bars lie under their names, so that both fit a phone; beside a bar stands the figure as it is written. No axis has
numbers: whoever wants one reads the figure. What is not exact looks so: 余 and 以上 go on beyond the bar with an open
end, 以下 is an outline up to its limit, 约 is pale, and a range is solid up to its low end.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from .sheet import BAR, BESIDE, GAP, HEAD, LINE, NAME, OPEN, WIDTH, lines, width
from .types import Bar, Chart, size

INK, SOFT, MARK = "#1d1b19", "#6b6358", "#951c14"
FONT = "Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif"
PALE = 0.45
DASH = [3, 3]
_PLACE: dict[str, Any] = {"type": "quantitative", "scale": None, "axis": None}
_AS_SAID: dict[str, Any] = {"type": "nominal", "scale": None}


class Piece(NamedTuple):
    """Something to be drawn: its kind, and its values by Vega-Lite's channels, in pixels."""

    kind: str
    values: dict[str, Any]


MARKS: dict[str, dict[str, Any]] = {
    "solid": {"type": "rect"},
    "outline": {"type": "rect", "filled": False, "strokeDash": DASH},
    "ground": {"type": "rule"},
    "open": {"type": "rule", "strokeDash": DASH},
    "name": {"type": "text", "align": "left", "baseline": "middle", "limit": 0},
    "figure": {"type": "text", "align": "left", "baseline": "middle", "limit": 0, "fontWeight": "bold"},
}


def specification(chart: Chart) -> dict[str, Any]:
    """All of the drawing in pixels: nothing is left to the machine's fonts."""
    wide, high = size(chart)
    pieces = list(_pieces(chart, high))
    layers = [_layer(kind, [piece.values for piece in pieces if piece.kind == kind]) for kind in MARKS]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": wide, "height": high, "padding": 0, "autosize": "none", "background": None,
        "config": {"view": {"stroke": None}, "text": {"font": FONT, "fontSize": NAME}},
        "layer": [layer for layer in layers if layer["data"]["values"]],
    }  # fmt: skip


def _layer(kind: str, values: list[dict[str, Any]]) -> dict[str, Any]:
    """All pieces of one kind: a mark whose channels are fields of the same names."""
    channels = values[0] if values else {}
    encoding = {name: {"field": name} | (_PLACE if name[0] in "xy" else _AS_SAID) for name in channels}
    return {"data": {"values": values}, "mark": MARKS[kind], "encoding": encoding}


def _pieces(chart: Chart, high: int) -> Iterator[Piece]:
    unit = _room(chart.bars) / max(_end(bar) for bar in chart.bars)
    top = float(HEAD)
    yield _drawn("ground", INK, 0, top, 0, high - GAP)
    for place, bar in enumerate(chart.bars):
        for line in lines(bar.name):
            yield _said("name", line, BESIDE, top + LINE / 2 - 2)
            top += LINE
        colour = MARK if chart.last and place == len(chart.bars) - 1 else SOFT
        yield from _bar(bar, unit, top, colour)
        top += BAR + GAP


def _end(bar: Bar) -> float:
    """How far a bar reaches, whatever its sign."""
    return max(abs(bar.value), abs(bar.high or 0.0))


def _room(bars: tuple[Bar, ...]) -> float:
    """The length of the longest bar: the figures stand beside theirs."""
    return WIDTH - max(width(bar.written) for bar in bars) - BESIDE - OPEN


def _bar(bar: Bar, unit: float, top: float, colour: str) -> Iterator[Piece]:
    length = end = max(abs(bar.value) * unit, 1.0)
    if bar.bound == "le":
        yield _drawn("outline", colour, 0, top, length, top + BAR)
    else:
        yield _drawn("solid", colour, 0, top, length, top + BAR, opacity=PALE if bar.bound == "approx" else 1.0)
    if bar.bound == "ge":
        end += OPEN
        yield from (_drawn("open", colour, length, y, end, y) for y in (top + 0.5, top + BAR - 0.5))
    if bar.bound == "range":
        end = _end(bar) * unit
        yield _drawn("outline", colour, length, top, end, top + BAR)
    yield _said("figure", bar.written, end + BESIDE, top + BAR / 2)


def _drawn(kind: str, color: str, x: float, y: float, x2: float, y2: float, **more: float) -> Piece:  # noqa: PLR0913, PLR0917
    return Piece(kind, {"x": round(x, 2), "y": y, "x2": round(x2, 2), "y2": y2, "color": color, **more})


def _said(kind: str, text: str, x: float, y: float) -> Piece:
    return Piece(kind, {"text": text, "x": round(x, 2), "y": y, "color": INK})
