"""HTML and plain text written together, for a lane that knows what it writes: no HTML need be read back.

A line of plain text goes down with its tags; strong and emphasised words and links in it are found here. Whatever else
a star or a bracket may mean is for the engine: `Unsure`.
"""

from __future__ import annotations

import re
from typing import Final

from plugins.manuscripts.credits import CREDIT
from plugins.manuscripts.escaping import escape, escape_attribute
from plugins.manuscripts.faults import Unsure
from plugins.manuscripts.plaintext import Block, PlainText

from .addresses import judge_link
from .findings import Body, Findings

ADDRESS: Final = r"\(([^\s()<>\[\]\"'*]+)\)"
_WORDS: Final = r"([^\s*\[](?:[^\n*\[]*[^\s*\[])?)"
_LABEL: Final = r"(?<!!)\[([^\s*\[\]^](?:[^\n*\[\]]*[^\s*\[\]])?)\]"
INLINE: Final = re.compile(rf"\*\*{_WORDS}\*\*(?!\*)|\*{_WORDS}\*(?!\*)|{_LABEL}{ADDRESS}")


class Sheet:
    """The HTML and the plain text of one body, so far. Blocks are in the cell that `row` and `cell` say."""

    def __init__(self, path: str) -> None:
        self.findings = Findings(path)
        self.html: list[str] = []
        self.length = 0  # of the HTML
        self.lines: list[str] = []
        self.offset = 0  # of the next text in the plain text
        self.plain = PlainText()
        self.row = self.cell = -1

    def tags(self, html: str) -> None:
        """HTML without text."""
        self.html.append(html)
        self.length += len(html)

    def line(self, opening: str, text: str, closing: str, tag: str) -> None:
        """A block's text between its tags."""
        if text.strip() != text:
            raise Unsure
        start, plain = self.offset, self.plain
        if "*" in text or "[" in text:
            self.tags(opening)
            text = self._elements(text)
            self.tags(closing)
        else:
            if text:
                self.offset += len(text)
                plain.add(start, self.offset, self.length + len(opening))
            html = opening + text.replace(">", "&gt;") + closing  # no `&` and no `<` goes down the lane
            self.html.append(html)
            self.length += len(html)
        if text:
            plain.blocks.append(Block(start, self.offset, tag, self.row, self.cell))
            self.lines.append(text.replace("\n", " ") if "\n" in text else text)
            self.offset += 1

    def caption(self, words: str, credit: str) -> None:
        """A picture's caption with who made it."""
        if not words and not credit:
            raise Unsure
        start = self.offset
        self.tags("<figcaption>")
        if words:
            self._words(words)
        if credit:
            self.tags(f'<span class="{CREDIT}">')
            self._words(credit)
            self.tags("</span>")
        self.tags("</figcaption>")
        self.plain.blocks.append(Block(start, self.offset, "figcaption", -1, -1))
        self.lines.append(words + credit)
        self.offset += 1

    def _elements(self, text: str) -> str:
        """Writes a text that has elements in it; what it is without them comes back."""
        said: list[str] = []
        at = 0
        for found in INLINE.finditer(text):
            start, end = found.span()
            if at < start:
                said.append(self._words(text[at:start]))
            opening, words, closing = self._element(*found.groups())
            self.tags(opening)
            said.append(self._words(words))
            self.tags(closing)
            at = end
        if at < len(text):
            said.append(self._words(text[at:]))
        return "".join(said)

    def _words(self, text: str) -> str:
        """Words of the current line with no tag among them."""
        if "*" in text or "[" in text:
            raise Unsure
        start = self.offset
        self.offset += len(text)
        self.plain.add(start, self.offset, self.length)
        self.tags(escape(text))
        return text

    def _element(self, strong: str, emphasised: str, label: str, written: str) -> tuple[str, str, str]:
        """One of the three; the others are not there."""
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
        self.plain.end("\n".join(self.lines))
        return Body("".join(self.html).rstrip("\n"), self.plain, self.findings)
