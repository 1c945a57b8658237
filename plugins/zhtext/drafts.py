"""A quantity in the making: first a number as written, then what its measure word, bounds and ranges make of it."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.zhtext.types import Bound


@dataclass(slots=True)
class Draft:
    """One number and what grows around it."""

    start: int
    end: int
    value: float
    arabic: bool
    high: float | None = None
    scale: float = 1.0  # the last 万, 亿 … of an Arabic number, shared by elided neighbours
    more: bool = False  # 余, 多, or a bare 百, 千, 万 after 上
    about: bool = False  # 来
    unit: str = ""
    kind: str = ""  # section of units.txt, "" without a measure word
    bound: Bound = "eq"
    lead: str = ""
    trail: str = ""
    number_start: int = 0
    number_end: int = 0
    worth: float = 0.0  # what the number says, whatever its measure word makes of it
    unit_end: int = 0  # where the measure word ends; what belongs to the quantity behind that ends at `end`

    def settle(self) -> None:
        """The number is read: what follows is about its measure word."""
        self.number_start, self.number_end, self.worth, self.unit_end = self.start, self.end, self.value, self.end

    def extend(self, end: int) -> None:
        """Takes in what stands up to `end` as part of the measure word."""
        self.end = self.unit_end = end
