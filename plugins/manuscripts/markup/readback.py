"""Plain text read back from the engine's HTML, once from left to right."""

from __future__ import annotations

import html as entities
import re
from typing import Final, NamedTuple

from plugins.manuscripts.plaintext import Block, PlainText

TOKEN: Final = re.compile(r"(<[^>]*>)")
_NAME: Final = re.compile(r"</?([a-z][a-z0-9]*)")
INLINE: Final = frozenset(
    {
        "a",
        "strong",
        "em",
        "code",
        "sup",
        "sub",
        "mark",
        "u",
        "del",
        "ins",
        "kbd",
        "abbr",
        "span",
        "ruby",
        "rt",
        "rp",
    }
    | {"br", "wbr", "img"}
)
QUIET: Final = frozenset({"code", "pre", "del", "sup", "sub"})
UNREAD: Final = frozenset({"rt", "rp"})
_FOOTNOTE: Final = ("footnote-ref", "footnote-backref")


class _Part(NamedTuple):
    """A text node of the current line, or what is read of it."""

    start: int
    text: str
    place: int
    quiet: bool


def plain_text(html: str) -> PlainText:
    """The plain text of a body's HTML."""
    reading = _Reading()
    place = 0
    for number, token in enumerate(TOKEN.split(html)):
        if number % 2:
            reading.tag(token)
        elif token:
            reading.node(place, token)
        place += len(token)
    reading.end_block()
    reading.plain.end("\n".join(reading.lines))
    return reading.plain


class _Reading:
    def __init__(self) -> None:
        self.plain = PlainText()
        self.lines: list[str] = []
        self.line: list[_Part] = []
        self.length = 0  # of the text so far, the current line included
        self.block = ""
        self.open: list[str] = []  # open elements that bear on what is inside
        self.row = self.cell = -1

    def tag(self, token: str) -> None:
        found = _NAME.match(token)
        if found is None:  # the place of the fact box
            return
        name, closing = found[1], token[1] == "/"
        if name in INLINE:
            self._inline(name, token, closing)
            return
        self.end_block()
        if not closing:
            self.block = name
            self._table(name)
        if name == "pre":
            self.open.append(name) if not closing else self.open.remove(name)

    def _inline(self, name: str, token: str, closing: bool) -> None:
        if name == "a" and any(mark in token for mark in _FOOTNOTE):
            self.open.append("footnote")
        elif name == "a" and closing and "footnote" in self.open:
            self.open.remove("footnote")
        elif name in QUIET or name in UNREAD:
            if not closing:
                self.open.append(name)
            elif name in self.open:
                self.open.remove(name)

    def _table(self, name: str) -> None:
        if name == "tr":
            self.row, self.cell = self.row + 1, -1
        elif name in ("td", "th"):
            self.cell += 1

    def node(self, place: int, raw: str) -> None:
        if self.open and any(name == "footnote" or name in UNREAD for name in self.open):
            return
        text = entities.unescape(raw) if "&" in raw else raw
        if not self.line:
            kept = text.lstrip()
            place += len(text) - len(kept)
            if not kept:
                return
            text = kept
        quiet = any(name in QUIET for name in self.open)
        self.line.append(_Part(self.length, text, place, quiet))
        self.length += len(text)

    def end_block(self) -> None:
        line, plain = self.line, self.plain
        while line and not line[-1].text.rstrip():
            line.pop()
        if not line:
            return
        line[-1] = line[-1]._replace(text=line[-1].text.rstrip())
        for part in line:
            if part.quiet:
                plain.quiet.add(len(plain.starts))
            plain.add(part.start, part.start + len(part.text), part.place)
        start, end = plain.starts[-len(line)], plain.ends[-1]
        in_cell = self.block in ("td", "th")
        plain.blocks.append(Block(start, end, self.block, self.row if in_cell else -1, self.cell if in_cell else -1))
        self.lines.append("".join([part.text for part in line]).replace("\n", " "))
        self.line, self.length = [], end + 1
