"""A body's HTML as lines: for each the id of the element to land on, and its text. Pure.

A line is a block (paragraph, list item, cell, heading …). `plugins.manuscripts.anchoring` gives ids to those that have
none; a line that begins in no such block lands on the last id before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final, NamedTuple

from plugins.manuscripts.anchoring import anchored

_PIECE: Final = re.compile(r"<!--.*?-->|<(/?)([a-z][a-z0-9]*)([^>]*)>|([^<]+)", re.DOTALL)
_ID: Final = re.compile(r' id="([^"]*)"')
_INLINE: Final = re.compile(
    "a|abbr|b|bdi|bdo|br|cite|code|data|del|dfn|em|i|img|ins|kbd|mark|picture|q|ruby|s|samp|small|source|span|strong|su[bp]|time|u|var|wbr"
)
_SILENT: Final = frozenset(("rt", "rp"))


class Line(NamedTuple):
    """A block of text, and where a link to it lands."""

    anchor: str
    text: str


def lines(html: str) -> list[Line]:
    """The lines of a body as the manuscript has it."""
    return list(_lines(anchored(html)))


def _lines(html: str) -> Iterator[Line]:
    anchor, block, parts, silent = "", "", [], False
    for match in _PIECE.finditer(html):
        closing, tag, attributes, text = match.groups()
        if text is not None:
            if not silent:
                parts.append(text)
            continue
        if tag is None:
            continue
        if tag in _SILENT:
            silent = not closing
            continue
        named = _ID.search(attributes) if attributes else None
        if not _INLINE.fullmatch(tag):
            if line := _line(parts):
                yield Line(block or anchor, line)
            parts, block = [], (named[1] if named else "") if not closing else ""
        elif tag == "br":
            parts.append(" ")
        if named:
            anchor = unescape(named[1])
    if line := _line(parts):
        yield Line(block or anchor, line)


def _line(parts: list[str]) -> str:
    return unescape("".join(parts)).strip()
