"""What a chart is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from plugins.zhtext.counted import Counted, Names, counted, names

from .sheet import HEAD, WIDTH, row_height


class Bar(NamedTuple):
    """A figure in a chart: what stands beside it, as it is written, and its machine value."""

    name: str
    written: str
    value: float
    high: float | None = None
    bound: str = "eq"


class Point(NamedTuple):
    """A figure that may go into a chart."""

    label: str
    unit: str
    as_of: str  # as precise as the text is: 2025, 2025-06, 2025-06-30
    sort: str  # of the time that it speaks of: equal for two ends of years, "" where it speaks of none
    before: str  # what its sentence says before it
    bar: Bar
    shown: dict[str, Any]  # the figure as templates get it

    def counted(self) -> Counted:
        """What is counted, worked out anew at each call: few figures are asked."""
        headline = Names([name for _, name in names(self.shown["article"]["title"])])
        return counted(self.label, self.unit, self.before, headline)


def point(figure: dict[str, Any]) -> Point:
    """A figure as the room of facts gives it."""
    bar = Bar(figure["label"], figure["text"], figure["value"], figure["high"], figure["bound"])
    shown = {name: figure[name] for name in ("written", "label", "path", "as_of", "as_of_zh", "article")}
    told = {name: figure[name] for name in ("label", "unit", "as_of", "sort", "before")}
    return Point(**told, bar=bar, shown=shown)


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars on one axis, from the top down."""

    title: str
    note: str
    bars: tuple[Bar, ...]
    points: tuple[dict[str, Any], ...] = ()  # of each bar the figure, as templates get it
    last: bool = False  # whether the last bar is the newest, and set apart

    @property
    def bounds(self) -> list[str]:
        """The kinds of bounds that occur and need explaining, in a settled order."""
        return [bound for bound in ("ge", "le", "approx", "range") if any(bar.bound == bound for bar in self.bars)]

    @property
    def said(self) -> str:
        """The chart in words."""
        return f"{self.title}：" + "；".join(f"{bar.name} {bar.written}" for bar in self.bars) + "。"


def size(chart: Chart) -> tuple[int, int]:
    """Width and height of the drawing, in pixels."""
    return WIDTH, HEAD + sum(row_height(bar.name) for bar in chart.bars)


def shown(chart: Chart, path: str) -> dict[str, Any]:
    """A chart as templates get it; `path` is the drawing's site path."""
    wide, high = size(chart)
    rows = [{"name": bar.name, **figure} for bar, figure in zip(chart.bars, chart.points, strict=False)]
    return {
        "title": chart.title, "note": chart.note, "said": chart.said, "bounds": chart.bounds,
        "path": path, "width": wide, "height": high, "rows": rows,
    }  # fmt: skip
