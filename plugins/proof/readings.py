"""When two figures agree: what a reader may take each for, as a stretch of the number line. Pure.

700余件 is anything from 700 to 800, 近70名 up to 70, 4.8万 what rounds to it, 80%以上 at least 80. Two figures agree
when their stretches meet. The step of a figure is one of its last digit that is no nought: 100 for 700余件, 1000 for
4.8万.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from plugins.zhtext.types import Bound

CLOSE: Final = 0.05
"""The most that rounding may lose: 3万 is no way to write 2.4万."""
NEARLY: Final = 0.85
ABOUT: Final = 0.12
FAR: Final = 1.5
"""超过, 至少 and 以上 leave more room than 余 and 多."""
_SCALED: Final = re.compile(r"([0-9]+(?:\.[0-9]+)?)[十百千万亿]")
_SPOKEN: Final = re.compile("[成折半]|分之")
_NEAR: Final = ("近", "接近", "将近", "逼近")
_MORE: Final = re.compile("[余多]")


class Said(NamedTuple):
    """A figure as far as its value goes."""

    text: str
    value: float
    high: float | None
    bound: Bound


def agree(one: Said, other: Said) -> bool:
    """Whether both may be true of one thing."""
    (low, high), (least, most) = stretch(one), stretch(other)
    slack = 1e-9 * max(abs(high), abs(most), 1.0)
    return low <= most + slack and least <= high + slack


def stretch(said: Said) -> tuple[float, float]:
    """From where to where the thing counted may be."""
    value, step = said.value, _step(said.value)
    if said.bound == "range" and said.high is not None:
        return value, said.high
    if said.bound == "ge":
        return value, max(value + step, value if _MORE.search(said.text) else value * FAR)
    if said.bound == "le":
        return (value - max(step, value * (1 - NEARLY)), value) if "不" in said.text else (0.0, value)
    if said.bound == "approx":
        if said.text.startswith(_NEAR):
            return min(value * NEARLY, value - step / 2), value
        return value * (1 - ABOUT), value * (1 + ABOUT)
    return _rounded(said, step)


def _rounded(said: Said, step: float) -> tuple[float, float]:
    """What rounds to it, if it is of a kind that is rounded."""
    value, lost = said.value, 0.0
    if _SPOKEN.search(said.text):
        lost = 0.5 * step
    elif (scaled := _SCALED.search(said.text)) and float(scaled[1]):
        scale = value / float(scaled[1])
        lost = min(0.5 * scale / 10 ** len(scaled[1].partition(".")[2]), CLOSE * abs(value))
    return value - lost, value + lost


def _step(value: float) -> float:
    """One of the last digit that is no nought: 100 for 700, 0.1 for 98.5."""
    if not value:
        return 0.0
    digits = Decimal(repr(value)).normalize()
    return float(Decimal(1).scaleb(int(digits.as_tuple().exponent)))
