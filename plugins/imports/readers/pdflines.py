"""Characters of a page to segments of lines: what stands on one line without a gap that a column's edge would make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

WIDEST: Final = 0.8
"""A gap of so many characters parts two segments."""


@dataclass(eq=False, slots=True)
class Segment:
    """Part of a line. Places are in points from the page's upper left corner."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool

    @property
    def height(self) -> float:
        return self.bottom - self.top


def segments(chars: list[dict[str, Any]]) -> list[Segment]:
    """The segments of a page, from top to bottom, then from left to right."""
    rows: list[list[dict[str, Any]]] = []
    for char in sorted(chars, key=lambda char: (char["bottom"], char["x0"])):
        row = next((row for row in reversed(rows[-12:]) if _same(row[-1], char)), None)
        if row is None:
            rows.append([char])
        else:
            row.append(char)
    found = [segment for row in rows for segment in _cut(sorted(row, key=lambda char: char["x0"]))]
    return sorted(found, key=lambda segment: (segment.top, segment.x0))


def _same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two characters stand on one base line."""
    size = min(one["size"], other["size"])
    return bool(abs(one["bottom"] - other["bottom"]) < size * 0.35 and max(one["size"], other["size"]) < size * 1.7)


def _cut(row: list[dict[str, Any]]) -> list[Segment]:
    found: list[list[dict[str, Any]]] = []
    for char in row:
        gap = char["x0"] - found[-1][-1]["x1"] if found else 0
        if (
            found
            and gap <= max(char["size"], found[-1][-1]["size"]) * WIDEST
            and abs(char["size"] - found[-1][-1]["size"]) < 2
        ):
            found[-1].append(char)
        else:
            found.append([char])
    return [segment for piece in found if (segment := _segment(piece)).text.strip()]


def _segment(chars: list[dict[str, Any]]) -> Segment:
    text = ""
    for n, char in enumerate(chars):
        if (
            n
            and char["x0"] - chars[n - 1]["x1"] > char["size"] * 0.45
            and not text.endswith(" ")
            and char["text"] != " "
        ):
            text += " "
        text += char["text"]
    solid = [char for char in chars if char["text"].strip()] or chars
    heavy = sum(_is_bold(str(char.get("fontname") or "")) for char in solid)
    sizes = sorted(round(float(char["size"]), 1) for char in solid)
    return Segment(
        text,
        min(char["x0"] for char in solid),
        max(char["x1"] for char in solid),
        min(char["top"] for char in solid),
        max(char["bottom"] for char in solid),
        sizes[len(sizes) // 2],
        heavy * 2 > len(solid),
    )


def _is_bold(font: str) -> bool:
    lower = font.lower()
    return any(
        word in lower for word in ("bold", "black", "heavy", "simhei", "-hei", "heiti", "xiaobiaosong", "dabiaosong")
    )
