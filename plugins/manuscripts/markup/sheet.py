"""HTML and plain text written together, for a lane that knows what it writes: no HTML need be read back.

A line of plain text goes down with its tags; strong and emphasised words and links in it are found here. Whatever else
a star or a bracket may mean is for the engine: `Unsure`.
"""

from __future__ import annotations

import re
from typing import Final

from plugins.manuscripts.escaping import escape, escape_attribute
from plugins.manuscripts.plaintext import Block, PlainText, Segment

from .addresses import judge_link
from .findings import Body, Findings


class Unsure(Exception):  # noqa: N818 — no error: the way out of the lane
    """What stands here isn't known with certainty."""


Role = tuple[str, int, int]  # a block's tag, its row and its cell


ADDRESS: Final = r"\(([^\s()<>\[\]\"'*]+)\)"
_WORDS: Final = r"([^\s*\[](?:[^\n*\[]*[^\s*\[])?)"
_LABEL: Final = r"(?<!!)\[([^\s*\[\]^](?:[^\n*\[\]]*[^\s*\[\]])?)\]"
INLINE: Final = re.compile(rf"\*\*{_WORDS}\*\*(?!\*)|\*{_WORDS}\*(?!\*)|{_LABEL}{ADDRESS}")


class Sheet:
    """The HTML and the plain text of one body, so far."""

    def __init__(self, path: str) -> None:
        self.findings = Findings(path)
        self.html: list[str] = []
        self.length = 0  # of the HTML
        self.lines: list[str] = []
        self.offset = 0  # of the next line in the plain text
        self.segments: list[Segment] = []
        self.blocks: list[Block] = []

    def tags(self, html: str) -> None:
        """HTML without text."""
        self.html.append(html)
        self.length += len(html)

    def line(self, opening: str, text: str, closing: str, role: Role) -> None:
        """A block's text between its tags."""
        if text.strip() != text:
            raise Unsure
        if "*" in text or "[" in text:
            self.tags(opening)
            self._block(self._rich(text), role)
            self.tags(closing)
        elif text:
            end = self.offset + len(text)
            self.segments.append(Segment(self.offset, end, self.length + len(opening), False))
            self._block(text, role)
            self.tags(f"{opening}{escape(text)}{closing}")
        else:
            self.tags(opening + closing)

    def _block(self, text: str, role: Role) -> None:
        end = self.offset + len(text)
        self.blocks.append(Block(self.offset, end, *role))
        self.lines.append(text.replace("\n", " "))
        self.offset = end + 1

    def _rich(self, text: str) -> str:
        """Writes a text that has elements in it; what it is without them comes back."""
        pieces: list[str] = []
        start = at = 0
        for found in INLINE.finditer(text):
            pieces.append(self._words(text[at : found.start()], start))
            start += len(pieces[-1])
            before, words, after = self._element(found)
            self.tags(before)
            pieces.append(self._words(words, start))
            start += len(words)
            self.tags(after)
            at = found.end()
        pieces.append(self._words(text[at:], start))
        return "".join(pieces)

    def _words(self, text: str, start: int) -> str:
        """Words of the current line, `start` characters behind its beginning, with no tag among them."""
        if "*" in text or "[" in text:
            raise Unsure
        if text:
            start += self.offset
            self.segments.append(Segment(start, start + len(text), self.length, False))
            self.tags(escape(text))
        return text

    def _element(self, found: re.Match[str]) -> tuple[str, str, str]:
        strong, emphasised, label, written = found.groups()
        if strong:
            return "<strong>", strong, "</strong>"
        if emphasised:
            return "<em>", emphasised, "</em>"
        address = judge_link(written, self.findings.path)
        if address.fault:
            raise Unsure
        self.findings.linked(address, written)
        rel = ' rel="noopener"' if address.scheme in ("http", "https") else ""
        return f'<a href="{escape_attribute(address.printed)}"{rel}>', label, "</a>"

    def body(self) -> Body:
        plain = PlainText("\n".join(self.lines), self.segments, self.blocks)
        return Body("".join(self.html).rstrip("\n"), plain, self.findings)
