"""Plain text: each line with its indent and the empty lines in front of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    return source


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
