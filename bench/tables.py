"""Rows in, medians and ratios out, and the one table of a run in Markdown."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from .builds import Row
from .generators import OURS
from .steps import STEPS

HEAD = [
    "步骤", "程序", "墙钟 秒（最小–最大）", "倍", "处理器 秒（最小–最大）", "倍", "内存 MiB", "倍", "印出页数"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle and the ends of some values."""

    median: float
    low: float
    high: float

    @classmethod
    def of(cls, values: Iterable[float]) -> Spread:
        listed = list(values)
        return cls(statistics.median(listed), min(listed), max(listed))


@dataclass(frozen=True, slots=True)
class Line:
    """One generator's one step over all rounds; a ratio is to ours, above 1 where ours takes less."""

    step: str
    generator: str
    wall: Spread
    cpu: Spread
    peak: Spread
    wall_ratio: float
    cpu_ratio: float
    peak_ratio: float
    printed: float | None


def summary(rows: Sequence[Row]) -> list[Line]:
    """A line for each step and generator, in the order in which they came."""
    lines = []
    for step in dict.fromkeys(row.step for row in rows):
        own = _spreads(rows, step, OURS)
        for generator in dict.fromkeys(row.generator for row in sorted(rows, key=lambda row: row.generator != OURS)):
            spreads = _spreads(rows, step, generator)
            wall, cpu, peak = (theirs.median / base.median for theirs, base in zip(spreads, own, strict=True))
            lines.append(Line(step, generator, *spreads, wall, cpu, peak, _printed(rows, step, generator)))
    return lines


def _spreads(rows: Sequence[Row], step: str, generator: str) -> tuple[Spread, Spread, Spread]:
    mine = [row for row in rows if (row.step, row.generator) == (step, generator)]
    return (
        Spread.of(row.wall for row in mine),
        Spread.of(row.cpu for row in mine),
        Spread.of(row.peak for row in mine),
    )


def _printed(rows: Sequence[Row], step: str, generator: str) -> float | None:
    told = [row.printed for row in rows if (row.step, row.generator) == (step, generator) and row.printed is not None]
    return statistics.median(told) if told else None


def table(lines: Sequence[Line]) -> str:
    """Markdown, to be read as it is or put into a document."""
    rows = [HEAD, ["---", "---", *["---:"] * (len(HEAD) - 2)], *map(_cells, lines)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cells(line: Line) -> list[str]:
    return [
        f"{line.step} {STEPS[line.step].title}",
        line.generator,
        _seconds(line.wall),
        f"{line.wall_ratio:.2f}",
        _seconds(line.cpu),
        f"{line.cpu_ratio:.2f}",
        f"{line.peak.median / 2**20:.0f}",
        f"{line.peak_ratio:.2f}",
        "" if line.printed is None else f"{line.printed:.0f}",
    ]


def _seconds(spread: Spread) -> str:
    return f"{spread.median:.2f}（{spread.low:.2f}–{spread.high:.2f}）"


def plain(lines: Sequence[Line]) -> list[dict[str, object]]:
    """For JSON."""
    return [asdict(line) for line in lines]
