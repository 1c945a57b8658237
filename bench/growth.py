"""Growth: sizes in, each step's cost at each size and the power of the size with which it grows out.

A cost of c·Nᵏ is a straight line when both axes are logarithmic; k is its slope, by least squares. 1 means twice the
articles, twice the cost; 0 means that the size doesn't matter.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from .builds import Row, rounds, sites
from .chart import Series, chart
from .corpus import Corpus
from .generators import OURS, Generator
from .machine import floor
from .steps import STEPS

FLOOR = "floor"


def exponent(points: Sequence[tuple[float, float]]) -> float | None:
    """The k of the power law nearest to points of (size, cost); None when one size can't tell."""
    xs, ys = ([math.log(point[axis]) for point in points] for axis in (0, 1))
    if len(set(xs)) < 2:
        return None
    return statistics.linear_regression(xs, ys).slope


def measured(
    work: Path, generators: Sequence[Generator], sizes: Sequence[int], steps: Sequence[str], times: int
) -> dict[str, Any]:
    """Rounds at every size, and the machine's floor there."""
    rows: list[Row] = []
    floors: list[dict[str, Any]] = []
    for count in sizes:
        with sites(work, generators, Corpus(count)) as competing:
            rows += rounds(competing, steps, times)
            floors.append({"articles": count, **floor(competing[0])})
    lines = [_line(rows, name, step) for name in dict.fromkeys(row.generator for row in rows) for step in steps]
    return {"lines": [*lines, _floor(floors)], "floor": floors, "rows": [asdict(row) for row in rows]}


def _line(rows: Sequence[Row], generator: str, step: str) -> dict[str, Any]:
    mine = [row for row in rows if (row.generator, row.step) == (generator, step)]
    points = []
    for count in dict.fromkeys(row.articles for row in mine):
        here = [row for row in mine if row.articles == count]
        middle = {name: statistics.median(getattr(row, name) for row in here) for name in ("wall", "cpu", "peak")}
        told = [row.printed for row in here if row.printed is not None]
        points.append({"articles": count, **middle, "printed": statistics.median(told) if told else None})
    return {"generator": generator, "step": step, "points": points, **_exponents(points)}


def _floor(floors: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Reading every source and writing every page anew: what no cold build can do without."""
    points = [
        {"articles": one["articles"], **{name: _both(one["seconds"], name) for name in ("wall", "cpu")}}
        for one in floors
    ]
    return {"generator": FLOOR, "step": "cold", "points": points, **_exponents(points)}


def _both(seconds: dict[str, dict[str, float]], name: str) -> float:
    return sum(seconds[part][name] for part in ("list", "stat", "read", "write"))


def _exponents(points: Sequence[dict[str, Any]]) -> dict[str, float | None]:
    return {f"{name}_exponent": exponent([(one["articles"], one[name]) for one in points]) for name in ("wall", "cpu")}


def title_of(line: dict[str, Any]) -> str:
    """A line's name for readers."""
    if line["generator"] == FLOOR:
        return "机器的底：只读只写"
    what = STEPS[line["step"]].title
    return what if line["generator"] == OURS else f"{line['generator']} {what}"


def picture(found: dict[str, Any]) -> str:
    """The growth as SVG: seconds over articles."""
    series = [
        Series(
            f"{title_of(line)}{_power(line['wall_exponent'])}",
            [(point["articles"], point["wall"]) for point in line["points"]],
            dashed=line["generator"] != OURS,
        )
        for line in found["lines"]
    ]
    return chart("篇数增长时，各步骤要多少秒", "稿件篇数", "秒（墙钟）", series)


def _power(k: float | None) -> str:
    return "" if k is None else f"（{k:.2f} 次方）"


def report(found: dict[str, Any]) -> str:
    """A Markdown table: a row for each line, a column for each size."""
    counts = [point["articles"] for point in found["lines"][0]["points"]]
    rows = [["步骤（墙钟 / 处理器 秒）", *(f"{count} 篇" for count in counts), "次方：墙钟 / 处理器"]]
    rows.append(["---", *["---:"] * (len(counts) + 1)])
    for line in found["lines"]:
        cells = [f"{point['wall']:.2f} / {point['cpu']:.2f}" for point in line["points"]]
        powers = [line[f"{name}_exponent"] for name in ("wall", "cpu")]
        rows.append([title_of(line), *cells, " / ".join("–" if k is None else f"{k:.2f}" for k in powers)])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
