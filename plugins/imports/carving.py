# ruff: noqa: E501 — one pattern a line, so that it can be read as one
"""Lines are carved where furniture or names stand within them: in at the head, out at the end, or between.

（上接第1版）发展党员……        a jump, and the line
……培训。（本报记者 张浩）       the line, and a byline
本报济南7月1日讯（记者 张浩）昨日……   what stays in the text, and a byline
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from .bylines import HAN, OWNER, byline
from .furniture import END_MARK, JUMP
from .meta import pieces
from .types import Line

GLUED: Final = "glued"
REST: Final = "rest"
DATED: Final = "dateline"
CLOSING: Final = re.compile(r"[（(【\[]([^（）()【】\[\]]{2,50})[）)】\]]\s*$")
_TOLD: Final = "(?:讯|电|消息)"
SPACED: Final = re.compile(rf"[。！？”][ 　]{{2,}}([{HAN}](?:[{HAN}]{{1,3}}|[ 　]{{1,3}}[{HAN}]))$")
DATELINE: Final = re.compile(
    rf"[【\[]?据?(?:{OWNER}|本报)(?:{_TOLD}(?![{HAN}]*?[台话器力网])|(?:(?!记者|通讯员)[^，。！？：；（）()【】\n]){{1,18}}?{_TOLD}(?=[\s　（(：:】\]]|记者|通讯员))[】\]]?[\s　：:]*"
)
HEAD_NAMES: Final = re.compile(r"[（(]([^（）()]{2,60})[）)]")
_NAMED: Final = rf"[{HAN}](?:[{HAN}]{{1,3}}|[ 　]+[{HAN}])"
REPORTED: Final = re.compile(
    rf"(?:(?:本报|本网)?(?:记者|通讯员)[ 　]*{_NAMED}(?:[、，,][ 　]*{_NAMED})*[、，, 　]*)+(?:报道[ 　]*[：:]?|[：:])"
)
WITHIN: Final = re.compile(r"[（(](?=[^（）()]{0,8}(?:记者|通讯员))[^（）()]{3,50}[）)]")
TERMINAL: Final = re.compile(r"[。！？!?…][”’」』）)》]*$")


def carved(lines: list[Line]) -> list[Line]:
    """The lines, those with furniture or names in them as several."""
    return [piece for line in lines for piece in ([line] if line.cells or line.picture else _carved(line))]


PARTICULARS: Final = {"date": "date", "author": "byline", "staff": "staff", "count": "count", "tool": "tool"}
VALUED: Final = {"source": ("source", 0), "headline": ("title", 1)}
"""Particulars whose value stays, without the word in front of it."""


def _particulars(line: Line) -> list[Line]:
    """时间：… 来源：… as lines of their own; the word in front of a source apart from it."""
    found: list[Line] = []
    for piece in pieces(line.text):
        if piece.kind in VALUED:
            found.append(replace(line.cut(piece.start, piece.value), kind="label", level=0))
            kind, level = VALUED[piece.kind]
            found.append(replace(line.cut(piece.value, piece.end), kind=kind, level=level))
        else:
            found.append(replace(line.cut(piece.start, piece.end), kind=PARTICULARS[piece.kind], level=0))
    return [one for one in found if one.text]


def _carved(line: Line) -> Iterator[Line]:
    if particulars := _particulars(line):
        yield from particulars
        return
    rest = line
    found = JUMP.match(rest.text)
    if found and found.end() < len(rest.text):
        yield replace(rest.cut(0, found.end()), kind="jump")
        rest = replace(rest.cut(found.end(), len(rest.text)), parent=GLUED)
    behind: list[Line] = []
    while (taken := _end(rest)) is not None:
        rest, piece = taken
        behind.insert(0, piece)
    yield from _head(rest)
    yield from behind


def _end(line: Line) -> tuple[Line, Line] | None:
    """A jump, an end mark or names in brackets taken off the end."""
    text = line.text
    jump = next((found for found in JUMP.finditer(text) if found.end() == len(text) and found.start() > 0), None)
    if jump and text[: jump.start()].strip():
        return line.cut(0, jump.start()), replace(line.cut(jump.start(), len(text)), kind="jump")
    if (mark := END_MARK.search(text)) and mark.start() > 0:
        return line.cut(0, mark.start()), replace(line.cut(mark.start(), len(text)), kind="end")
    if (spaced := SPACED.search(text)) and (said := byline(spaced[1])) and len(said.names) == 1 and not said.labelled:
        at = spaced.start(1)
        return line.cut(0, at), replace(line.cut(at, len(text)), kind="byline")
    names = CLOSING.search(text)
    if names and names.start() > 0 and TERMINAL.search(text[: names.start()].rstrip()):
        said = byline(names[1])
        if said and said.names and not said.photo:
            return line.cut(0, names.start()), replace(line.cut(names.start(), len(text)), kind="byline")
    return None


def _head(line: Line) -> Iterator[Line]:
    """A dateline, and names in brackets or words behind it; else names in brackets within."""
    dateline = DATELINE.match(line.text)
    at = dateline.end() if dateline else 0
    names = _names(line.text, at, told=dateline is not None)
    end = names[1] if names else at
    if not end or not (dateline or line.text[end:].strip()):
        yield from _within(line)
        return
    if dateline:
        yield replace(line.cut(0, at), kind=DATED)
    if names:
        yield replace(line.cut(*names), kind="byline", gap=0 if dateline else line.gap)
    if line.text[end:].strip():
        yield replace(line.cut(end, len(line.text)), parent=GLUED, gap=line.gap, indent=line.indent)


def _names(text: str, at: int, *, told: bool) -> tuple[int, int] | None:
    """Names in brackets at a place; behind a dateline also 记者…报道."""
    found = HEAD_NAMES.match(text, at)
    said = byline(found[1]) if found else None
    if found and said and said.labelled and said.names and not said.photo:
        return found.span()
    found = REPORTED.match(text, at) if told else None
    return found.span() if found and byline(found[0]) else None


def _within(line: Line) -> Iterator[Line]:
    """A bracket of names in the middle of a paragraph, and the paragraph in two that belong together."""
    for found in WITHIN.finditer(line.text):
        said = byline(found[0])
        if said and said.names and said.labelled and not said.photo and line.text[found.end() :].strip():
            yield line.cut(0, found.start())
            yield replace(line.cut(*found.span()), kind="byline", gap=0)
            yield replace(line.cut(found.end(), len(line.text)), parent=REST, gap=0)
            return
    yield line
