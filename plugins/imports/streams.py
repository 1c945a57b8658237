"""The characters of a source as one text, and stretches of it as lines; what can't be seen is set aside."""

from __future__ import annotations

import re
from typing import Any, Final

from plugins.manuscripts.reader import CONTROL

from .types import Dropped, Line, Span, sliced

UNSEEN: Final = re.compile(
    f"{CONTROL.pattern}|[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffc]|\r"
)
WIDE: Final = re.compile(
    "[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6“”‘’—…·\U00020000-\U0003ffff]"
)
INVISIBLE: Final = "看不见的字符"


def width(text: str) -> float:
    """How wide a text is set, in Han characters."""
    wide = len(WIDE.findall(text))
    return wide + (len(text) - wide) / 2


def seen(text: str, spans: tuple[Span, ...]) -> tuple[str, tuple[Span, ...], list[Span]]:
    """A text without what can't be seen, its spans, and those of what was taken out."""
    if text.isprintable() and not UNSEEN.search(text):
        return text, spans, []
    line = Line(text, spans)
    kept: list[Span] = []
    gone: list[Span] = []
    pieces, at = [], 0
    for found in UNSEEN.finditer(text):
        kept += _spans(line, at, found.start())
        gone += _spans(line, *found.span())
        pieces.append(text[at : found.start()])
        at = found.end()
    kept += _spans(line, at, len(text))
    return "".join([*pieces, text[at:]]), tuple(kept), gone


def _spans(line: Line, start: int, end: int) -> tuple[Span, ...]:
    return sliced(line.spans, start, end)


class Stream:
    """Builds a source's text and lines, for readers of formats that are no text themselves."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.lines: list[Line] = []
        self.dropped: list[Dropped] = []

    @property
    def text(self) -> str:
        if len(self.pieces) > 1:
            self.pieces = ["".join(self.pieces)]
        return self.pieces[0] if self.pieces else ""

    def put(self, text: str) -> Span:
        """More characters of the source; where they stand."""
        start = self.length
        self.pieces.append(text)
        self.length += len(text)
        return start, self.length

    def line(self, text: str, /, **known: Any) -> None:
        """A line of its own."""
        span = self.put(text)
        self.put("\n")
        self.spanned(text, (span,), **known)

    def spanned(self, text: str, spans: tuple[Span, ...], /, **known: Any) -> None:
        """A line of characters that are in the stream already."""
        text, spans, gone = seen(text, spans)
        if gone:
            self.dropped.append(Dropped(tuple(gone), INVISIBLE))
        if not text.strip() and not known.get("picture"):
            return
        line = Line(text, spans, **known)
        self.lines.append(line.cut(0, len(text)) if text.strip() != text else line)

    def row(self, cells: tuple[tuple[Span, ...], ...], spans: tuple[Span, ...], table: str) -> None:
        """A row of a table; its cells' characters are in the stream already."""
        clean: list[tuple[Span, ...]] = []
        for cell in cells:
            _, kept, gone = seen("".join(self.text[start:end] for start, end in cell), cell)
            clean.append(kept)
            if gone:
                self.dropped.append(Dropped(tuple(gone), INVISIBLE))
        every = tuple(span for cell in clean for span in cell)
        said = "".join(self.text[start:end] for start, end in every)
        if not said.strip():
            return
        self.lines.append(Line(said, every, kind="row", cells=tuple(clean), parent=table))

    def drop(self, text: str, reason: str) -> None:
        """Characters that no manuscript gets."""
        if text.strip():
            self.dropped.append(Dropped((self.put(text),), reason))
            self.put("\n")
