"""What a reading of Chinese prose yields: figures and dated events, each with its span.

Offsets count characters of the text that was read; `text` is that very slice. The meaning of each field follows
the labelling rules summarised in `docs/figures.md`.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Bound = Literal["eq", "ge", "le", "approx", "range"]
Precision = Literal["day", "month", "year", "half", "quarter"]


Reason = Literal["threshold", "period", "article", "grade", "name", "bare"]


class Figure(NamedTuple):
    """A quantity that the prose asserts: 4.8万余堂 is value 48000, bound ge, unit 堂."""

    start: int
    end: int
    text: str
    value: float
    high: float | None  # the upper end, only when bound is "range"
    bound: Bound
    unit: str
    label: str  # the noun phrase counted; "" when none was found


class Event(NamedTuple):
    """A written calendar date at which the text says that something happened."""

    start: int
    end: int
    text: str
    date: str  # ISO: 2026-06-18, 2026-06, 2026, 2026-H1, 2026-Q2, START/END; --06-18 when no year is known
    precision: Precision
    label: str


class Doubt(NamedTuple):
    """A quantity that was left out because the text could be read either way; `figure` is what it would be."""

    figure: Figure  # without a label
    why: Reason


class Reading(NamedTuple):
    """Everything recognised in one text, in reading order, spans not overlapping."""

    figures: tuple[Figure, ...]
    events: tuple[Event, ...]
