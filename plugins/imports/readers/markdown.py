# ruff: noqa: E501 — one pattern a line, so that it can be read as one
"""Others' Markdown: read by its own lines, every character kept or set aside as a sign of Markdown's.

Front matter (YAML, or TOML between +++) gives title, author and date; headings, lists, quotations, tables, pictures,
footnotes and code are told by their signs. Signs within a line (**, *, `, links' addresses) are set aside, the
words stay. What is HTML within it is read as the words between its tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final

from plugins.imports.dates import day_of
from plugins.imports.decoding import decode
from plugins.imports.streams import INVISIBLE, seen
from plugins.imports.types import Dropped, Line, Picture, Source, Span, sliced

SIGNS: Final = "Markdown 的记号"
FRONT: Final = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n(.*?)^\1[ \t]*\r?(?:\n|\Z)", re.DOTALL | re.MULTILINE)
FIELD: Final = re.compile(r"^([A-Za-z_][\w-]*)[ \t]*[:：=][ \t]*(.*?)[ \t\r]*$", re.MULTILINE)
ROLES: Final = {
    "title": "title", "subtitle": "subtitle", "author": "author", "authors": "author", "source": "source", "date": "date",
}  # fmt: skip
ATX: Final = re.compile(r"(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
SETEXT: Final = re.compile(r"(?:=+|-{2,})[ \t]*$")
ITEM: Final = re.compile(r"([ \t]*)(?:[-*+]|([0-9]{1,9})[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
QUOTE: Final = re.compile(r"[ \t]*(?:>[ \t]?)+")
RULE: Final = re.compile(r"[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
FENCE: Final = re.compile(r"[ \t]*(```+|~~~+).*$")
TABLE_RULE: Final = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
NOTE: Final = re.compile(r"^[ \t]*\[\^([^\]\s]+)\]:[ \t]*")
NOTED: Final = re.compile(rf"{NOTE.pattern}\S", re.MULTILINE)
REFERENCE: Final = re.compile(r"[ \t]*\[[^\]]+\]:[ \t]+\S+.*$")
PICTURE: Final = re.compile(r"!\[([^\]]*)\]\(\s*<?([^)\s>]*)>?(?:\s+[\"'(](.*?)[\"')])?\s*\)|!\[([^\]]*)\]\[[^\]]*\]")
INLINE: Final = re.compile(
    r"(?P<escape>\\(?=[\\`*_{}\[\]()#+.!|<>~^&-]))"
    r"|(?P<code>(?<!`)(?P<ticks>`+)(?!`)(?P<inner>.+?)(?<!`)(?P=ticks)(?!`))"
    r"|(?P<note>\[\^(?P<label>[^\]\s]+)\])"
    r"|(?P<link>\[(?P<words>(?:[^\[\]]|\[[^\]]*\])*)\](?:\(\s*<?[^()\s]*(?:\([^()]*\)[^()\s]*)*>?(?:\s+[\"'(][^\"')]*[\"')])?\s*\)|\[[^\]]*\]))"
    r"|(?P<auto><(?:https?://|mailto:)[^>\s]+>)"
    r"|(?P<tag></?[A-Za-z][^<>]*>|<!--.*?-->)"
    r"|(?P<strong>\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<![\w])_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|~~)"
)
COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)


def read(name: str, data: bytes) -> Source:
    decoded = decode(name, data)
    reading = _Reading(decoded.text)
    reading.read()
    source = Source(name, "md", decoded.text, reading.lines, reading.dropped, decoded.encoding)
    source.date, source.witness = reading.date, decoded.text
    return source


@dataclass(slots=True)
class _Reading:
    text: str
    lines: list[Line] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    date: str = ""
    gap: int = 0
    fence: str = ""
    paragraph: int = -1  # the place of the line that the next one goes on, while a paragraph is open
    known: dict[str, Any] = field(default_factory=dict)
    table: str = ""
    noted: frozenset[str] = frozenset()  # the footnotes that have words

    def read(self) -> None:
        self.noted = frozenset(found[1] for found in NOTED.finditer(self.text))
        at = self._front()
        at_comments = [found.span() for found in COMMENT.finditer(self.text, at) if "\n" in found[0]]
        for start, end in at_comments:
            self._drop((start, end), "注释")
        lines = list(_lines(self.text, at))
        for n, (start, end) in enumerate(lines):
            following = self.text[slice(*lines[n + 1])] if n + 1 < len(lines) else ""
            self._line(start, end, following, at_comments)

    def _front(self) -> int:
        """Front matter: fields that an article has become lines, the rest is set aside."""
        found = FRONT.match(self.text)
        if found is None:
            return 0
        base, at = found.start(2), 0
        inner = found[2]
        for entry in FIELD.finditer(inner):
            role = ROLES.get(entry[1].lower())
            value = entry[2].strip("\"'[] \t")
            if not role or not value:
                continue
            start = base + entry.start(2) + entry[2].index(value)
            if role == "date":
                self.date = day_of(value) or self.date
                continue
            self._drop((at, start), "稿件信息里的其他字段")
            self._add(start, start + len(value), kind=role, level=1 if role == "title" else 0)
            at = start + len(value)
        self._drop((at, found.end()), "稿件信息里的其他字段")
        self.gap = 1
        return found.end()

    def _drop(self, span: Span, reason: str) -> None:
        if self.text[span[0] : span[1]].strip():
            self.dropped.append(Dropped((span,), reason))

    def _line(self, start: int, end: int, following: str, comments: list[Span]) -> None:
        for low, high in comments:
            if low <= start and end <= high:
                return
            if start <= low < end and not self.text[start:low].strip():
                start = min(high, end)
            elif start <= low < end:
                end = low
            elif low < start < high <= end:
                start = high
        text = self.text[start:end]
        if not text.strip():
            self.gap, self.paragraph, self.table, self.known = self.gap + 1, -1, "", {}
            return
        if self._fenced(start, end, text) or self._signs_only(start, end, text):
            return
        self._block(start, end, text, following)

    def _fenced(self, start: int, end: int, text: str) -> bool:
        found = FENCE.match(text)
        if self.fence:
            if found and found[1].startswith(self.fence):
                self.fence = ""
                self._drop((start, end), SIGNS)
            else:
                self._add(start, end, kind="code", plain=True)
            return True
        if found:
            self.fence, self.paragraph = found[1], -1
            self._drop((start, end), SIGNS)
        return bool(found)

    def _signs_only(self, start: int, end: int, text: str) -> bool:
        """Rules, the line under a heading or a table's head, addresses of links."""
        if self.paragraph >= 0 and SETEXT.match(text) and not self.lines[self.paragraph].kind:
            level = 1 if text.lstrip()[0] == "=" else 2
            self.lines[self.paragraph] = self._ranked(self.lines[self.paragraph], level)
        elif not (
            RULE.match(text)
            or (REFERENCE.match(text) and not NOTE.match(text))
            or (self.table and TABLE_RULE.match(text))
        ):
            return False
        self._drop((start, end), SIGNS)
        if not self.table:
            self.paragraph = -1
        return True

    def _ranked(self, line: Line, level: int) -> Line:
        first = level == 1 and not any(one.kind == "title" for one in self.lines)
        return replace(line, kind="title" if first else "heading", level=1 if first else max(level, 2))

    def _block(self, start: int, end: int, text: str, following: str) -> None:
        if found := ATX.match(text.strip()):
            at = start + text.index("#") + found.start(2)
            self._drop((start, at), SIGNS)
            count = len(self.lines)
            self._add(at, at + len(found[2]), level=len(found[1]))
            if len(self.lines) > count:
                self.lines[-1] = self._ranked(self.lines[-1], len(found[1]))
            self._drop((at + len(found[2]), end), SIGNS)
            self.paragraph = -1
        elif "|" in text and (self.table or (TABLE_RULE.match(following) and "-" in following)):
            self._row(start, end)
        elif note := NOTE.match(text):
            self._drop((start, start + note.end()), SIGNS)
            self._add(start + note.end(), end, kind="footnote", label=note[1])
        elif item := ITEM.match(text):
            self._drop((start, start + item.end()), SIGNS)
            level = 1 + len(item[1].expandtabs(4)) // 2
            self.known = {"kind": "list", "level": level, "ordered": int(item[2] or 0)}
            self._add(start + item.end(), end, **self.known)
            self.paragraph = len(self.lines) - 1
        elif quote := QUOTE.match(text):
            self._quoted(start, end, quote.end())
        else:
            self._running(start, end)

    def _quoted(self, start: int, end: int, signs: int) -> None:
        self._drop((start, start + signs), SIGNS)
        if not self.text[start + signs : end].strip():
            self.paragraph = -1
            return
        self.known = {"kind": "quotation"}
        self._running(start + signs, end)

    def _running(self, start: int, end: int) -> None:
        """A line of a paragraph: it goes on in the one before, unless that ended in a hard break."""
        if self.paragraph >= 0 and self.paragraph == len(self.lines) - 1:
            before = self.lines[self.paragraph]
            hard = re.search(r"(?:  |\\)$", self.text[:start].rstrip("\r\n")[-3:])
            if not hard:
                self._add(start, end, **self.known)
                if len(self.lines) - 1 == self.paragraph + 1:
                    ended = max(self.text.rfind(end, 0, start) for end in "\r\n")
                    self.lines[self.paragraph] = _joined(before, self.lines.pop(), ended)
                return
        self._add(start, end, **self.known)
        self.paragraph = len(self.lines) - 1

    def _row(self, start: int, end: int) -> None:
        self.table = self.table or f"table{start}"
        cells: list[tuple[Span, ...]] = []
        at = start
        for bar in [*re.finditer(r"(?<!\\)\|", self.text[start:end]), None]:
            stop = start + bar.start() if bar else end
            line = self._inline(at, stop)
            if line.text or (cells and bar):
                cells.append(line.spans)
            if bar:
                self._drop((stop, stop + 1), SIGNS)
            at = stop + 1
        if cells and not self.text[start:end].strip().startswith("|") and not cells[0]:
            cells.pop(0)
        spans = tuple(span for cell in cells for span in cell)
        said = "".join(self.text[low:high] for low, high in spans)
        self.lines.append(Line(said, spans, gap=self.gap, kind="row", cells=tuple(cells), parent=self.table))
        self.gap, self.paragraph = 0, -1

    def _add(self, start: int, end: int, *, plain: bool = False, **known: Any) -> None:
        """A stretch of the text as a line, its pictures in front of it."""
        for picture in PICTURE.finditer(self.text, start, end) if not plain else ():
            self._picture(picture)
        line = self._inline(start, end) if not plain else self._clean(Line(self.text[start:end], ((start, end),)))
        if line.text:
            self.lines.append(replace(line, gap=self.gap, **known))
            self.gap = 0

    def _picture(self, found: re.Match[str]) -> None:
        alt, address = found[1] or found[4] or "", found[2] or ""
        self.lines.append(Line("", (), gap=self.gap, kind="picture", picture=Picture(alt=alt.strip(), address=address)))
        if found[3]:
            self.lines.append(self._clean(Line(found[3], (found.span(3),), kind="caption")))

    def _clean(self, line: Line) -> Line:
        text, spans, gone = seen(line.text, line.spans)
        if gone:
            self.dropped.append(Dropped(tuple(gone), INVISIBLE))
        kept = replace(line, text=text, spans=spans)
        return kept.cut(0, len(text))

    def _inline(self, start: int, end: int) -> Line:
        """A stretch without Markdown's signs."""
        kept, gone, refs = list[Span](), list[Span](), list[tuple[int, str]]()
        self._signs(start, end, kept, gone, refs)
        for span in gone:
            self._drop(span, SIGNS)
        text = "".join(self.text[low:high] for low, high in kept)
        return self._clean(Line(text, sliced(kept, 0, len(text)), refs=tuple(refs)))

    def _signs(self, start: int, end: int, kept: list[Span], gone: list[Span], refs: list[tuple[int, str]]) -> None:
        at = start
        while at < end:
            picture = PICTURE.search(self.text, at, end)
            found = INLINE.search(self.text, at, end)
            if picture and (found is None or picture.start() <= found.start()):
                kept.append((at, picture.start()))
                gone += _without(picture.span(), picture.span(3) if picture[3] else None)
                at = picture.end()
                continue
            if found is None:
                break
            kept.append((at, found.start()))
            at = found.end()
            self._sign(found, kept, gone, refs)
        kept.append((at, end))
        kept[:] = [span for span in kept if span[0] < span[1]]

    def _sign(self, found: re.Match[str], kept: list[Span], gone: list[Span], refs: list[tuple[int, str]]) -> None:
        inner: Span | None = None
        if found["link"]:
            inner = found.span("words")
            self._signs(*inner, kept, gone, refs)
        elif found["code"]:
            inner = found.span("inner")
            kept.append(inner)
        elif found["auto"]:
            inner = (found.start() + 1, found.end() - 1)
            kept.append(inner)
        elif found["note"] and found["label"] in self.noted:
            refs.append((found.start(), found["label"]))
        gone += _without(found.span(), inner)


def _without(span: Span, inner: Span | None) -> list[Span]:
    """A span less the one within it."""
    return [(span[0], inner[0]), (inner[1], span[1])] if inner else [span]


def _joined(before: Line, tail: Line, ended: int) -> Line:
    """Two lines of one paragraph as one; where a space belongs between them, it is the line's end, at `ended`."""
    latin = re.search(r"[!-~]$", before.text) and re.match(r"[!-~]", tail.text)
    space = latin and before.spans and tail.spans
    spans = (*before.spans, *([(ended, ended + 1)] if space else []), *tail.spans)
    text = f"{before.text}{' ' if space else ''}{tail.text}"
    return replace(before, text=text, spans=spans, refs=before.refs + tail.refs)


def _lines(text: str, at: int) -> Iterator[tuple[int, int]]:
    for found in re.finditer(r"[^\r\n]*(?:\r\n|\r|\n|\Z)", text[at:]):
        start, end = at + found.start(), at + found.end()
        if start < end:
            yield start, start + len(text[start:end].rstrip("\r\n"))
