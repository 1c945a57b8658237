"""Emphasis whose words all arrive: from `*甲**乙*丙` Python-Markdown 3.11 drops the character behind the last star.

Nothing may be lost in silence, so an element that lacks a character of its source is a fault; what the editor meant by
such a run of marks can't be told anyway.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import DelimiterProcessor

from .findings import Findings

STASHED = "\x02"
"""Begins the engine's stand-in for what it has dealt with already."""


class Emphasis(DelimiterProcessor):
    """The engine's `*` and `_`, whose elements are compared with the text that they are made from."""

    def __init__(self, md: Markdown, findings: Findings) -> None:
        super().__init__("*", "strong,em", md)
        self.add("_", "strong,em", smart=True)
        self.findings = findings

    def _build_element(self, data: str, start: int = 0, offset: int = 0) -> tuple[Element, int]:
        element, count = super()._build_element(data, start, offset)  # type: ignore[misc]
        begin, end = self.regions[start][0] + offset, self.regions[start][3] + offset
        if "".join(element.itertext()) != self._unmarked(data, start, count, offset):
            written = data[begin:end].partition("\n")[0]
            self.findings.problem("emphasis-mixed", written, written.partition(STASHED)[0])
        return element, count

    def _unmarked(self, data: str, first: int, count: int, offset: int) -> str | None:
        """The stretch of the first of these regions without the marks of them all; None if those are no marks."""
        regions = self.regions[first : first + count]
        marks = sorted(
            pair for a, b, c, d, *_ in regions for pair in ((a + offset, b + offset), (c + offset, d + offset))
        )
        if any(data[begin:end].strip("*_") for begin, end in marks):
            return None
        ends = [begin for begin, _ in marks[1:]]
        return "".join(data[end:begin] for (_, end), begin in zip(marks, ends, strict=False))
