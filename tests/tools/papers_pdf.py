"""Newspaper pages as PDFs from a description: headlines and captions placed, stories flowing from column to column.

pages: [[width, height], …]                     in points; every place is measured from the page's upper left corner
items:                                          in reading order; `page` counts from 1 and is 1 if it isn't given
- text: line, or lines   page   at: [x, y, width]   size   align: left | center | right
- flow: [paragraph, …]   frames: [[page, x, y, width, height], …]   size   leading   indent (characters)
                         a paragraph is a text, or {text, size, align} if it is set unlike the others
- picture: [x, y, width, height]   page
- rule: [x1, y1, x2, y2]   page
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

_FONT = "STSong-Light"  # a font of every PDF reader, named and not embedded: the text layer is what is read
_Line = tuple[str, float, float, float, float]  # text, x, y of its top, size, space between its characters
_NOT_FIRST = "，。、；：？！”’）》」』】％%"


def write_pdf(described: dict[str, Any], target: Path) -> None:
    """Writes the PDF; the same description gives the same bytes."""
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    canvas = Canvas(str(target), invariant=1)
    placed = [one for item in described["items"] for one in _placed(item)]
    for number, (width, height) in enumerate(described["pages"], 1):
        canvas.setPageSize((width, height))
        for page, kind, values in placed:
            if page == number:
                _draw(canvas, height, kind, values)
        canvas.showPage()
    canvas.save()


def _placed(item: dict[str, Any]) -> Iterator[tuple[int, str, Any]]:
    """What the item puts on which page: ('text', a _Line), ('picture', box) or ('rule', line)."""
    page = item.get("page", 1)
    if "text" in item:
        x, y, width = item["at"]
        size = item.get("size", 10)
        for line in item["text"].splitlines():
            yield page, "text", (line, x + _shift(line, width, size, item.get("align", "left")), y, size, 0.0)
            y += size * 1.25
    elif "flow" in item:
        for at, line in _flowed(item):
            yield at, "text", line
    else:
        kind = "picture" if "picture" in item else "rule"
        yield page, kind, item[kind]


def _flowed(item: dict[str, Any]) -> Iterator[tuple[int, _Line]]:
    """The paragraphs' lines, each with its page and place: one column is filled to its foot, then the next."""
    frames = iter(item["frames"])
    page, x, top, width, height = next(frames)
    y = top
    for one in item["flow"]:
        style = {**item, "text": one} if isinstance(one, str) else {**item, **one}
        size = style.get("size", 10)
        for line, inset, spacing in _set(style, width, size):
            if y + size > top + height:
                page, x, top, width, height = next(frames)
                y = top
            yield page, (line, x + inset, y, size, spacing)
            y += style.get("leading", size * 1.5)


def _set(style: dict[str, Any], width: float, size: float) -> Iterator[tuple[str, float, float]]:
    if align := style.get("align"):
        yield style["text"], _shift(style["text"], width, size, align), 0.0
    else:
        yield from _broken(style["text"], width, size, style.get("indent", 2) * size)


def _broken(paragraph: str, width: float, size: float, indent: float) -> Iterator[tuple[str, float, float]]:
    """Lines, how far each is set in, and the space between its characters that makes it as wide as the column."""
    line, inset = "", indent
    for char in paragraph:
        if line and char not in _NOT_FIRST and _width(line + char, size) > width - inset:
            yield line, inset, (width - inset - _width(line, size)) / max(1, len(line) - 1)
            line, inset = "", 0.0
        line += char
    yield line, inset, min(0.0, (width - inset - _width(line, size)) / max(1, len(line) - 1))


def _width(text: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(text, _FONT, size))


def _shift(line: str, width: float, size: float, align: str) -> float:
    spare = width - _width(line, size)
    return {"left": 0.0, "center": spare / 2, "right": spare}[align]


def _draw(canvas: Canvas, height: float, kind: str, values: Any) -> None:
    if kind == "text":
        text, x, y, size, spacing = values
        canvas.setFont(_FONT, size)
        canvas.drawString(x, height - y - size * 0.88, text, charSpace=spacing)
    elif kind == "picture":
        x, y, wide, high = values
        file = io.BytesIO()
        Image.new("RGB", (int(wide), int(high)), "#9db4c0").save(file, "PNG")
        canvas.drawImage(ImageReader(file), x, height - y - high, wide, high)
    else:
        x1, y1, x2, y2 = values
        canvas.line(x1, height - y1, x2, height - y2)
