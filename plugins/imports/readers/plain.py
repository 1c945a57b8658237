"""Plain text: each line with its indent and the empty lines in front of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from plugins.imports.decoding import decode
from plugins.imports.streams import INVISIBLE, seen, width
from plugins.imports.types import Dropped, Line, Source

BREAK: Final = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
PAGE: Final = "\f"


def read(name: str, data: bytes) -> Source:
    decoded = decode(name, data)
    return of_text(name, "txt", decoded.text, decoded.encoding)


def of_text(name: str, kind: str, text: str, encoding: str) -> Source:
    """A text's lines as they stand."""
    source = Source(name, kind, text, [], encoding=encoding)
    gap, page, indented = 0, 1, 0
    for start, end, ending in _lines(text):
        line, gone = _line(text, start, end)
        if gone:
            source.dropped.append(Dropped(tuple(gone), INVISIBLE))
        if line is None:
            gap += 1
        else:
            source.lines.append(Line(line.text, line.spans, gap=gap, indent=line.indent, page=page))
            gap, indented = 0, indented + (line.indent > 0)
        if ending == PAGE:
            page, gap = page + 1, gap + 1
    source.witness = text
    source.lines = _with_rows(source.lines, text)
    return source


def _with_rows(lines: list[Line], text: str) -> list[Line]:
    """Lines in succession that tabs part into as many cells each are the rows of a table."""
    cells = [_cells(line, text) for line in lines]
    found: list[Line] = []
    table = ""
    for n, line in enumerate(lines):
        count = len(cells[n])
        above = n > 0 and len(cells[n - 1]) == count and line.gap <= 1
        below = n + 1 < len(lines) and len(cells[n + 1]) == count and lines[n + 1].gap <= 1
        if count > 1 and (above or below):
            table = table if above and table else f"table{n}"
            spans = tuple(span for cell in cells[n] for span in cell)
            said = "".join(text[low:high] for low, high in spans)
            found.append(replace(line, text=said, spans=spans, kind="row", cells=tuple(cells[n]), parent=table))
        else:
            table = ""
            found.append(line)
    return found


def _cells(line: Line, text: str) -> list[tuple[tuple[int, int], ...]]:
    """The cells of a line, its own characters alone."""
    start, end = line.spans[0][0], line.spans[-1][1]
    if "\t" not in text[start:end]:
        return [line.spans]
    edges = [start, *(start + found.end() for found in re.finditer("\t+", text[start:end])), end]
    parts = pairwise(edges)
    return [
        tuple((max(a, low), min(b, high)) for a, b in line.spans if max(a, low) < min(b, high)) for low, high in parts
    ]


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    start = 0
    for found in BREAK.finditer(text):
        yield start, found.start(), found[0]
        start = found.end()
    yield start, len(text), ""


def _line(text: str, start: int, end: int) -> tuple[Line | None, list[tuple[int, int]]]:
    visible, spans, gone = seen(text[start:end].expandtabs(1), ((start, end),))
    bare = visible.strip()
    if not bare:
        return None, gone
    ahead = visible[: len(visible) - len(visible.lstrip())]
    first = len(ahead)
    whole = Line(visible, spans).cut(first, first + len(bare))
    tabs = text[start : start + first].count("\t")
    return Line(whole.text, whole.spans, indent=width(ahead) + tabs * 1.5), gone
