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
DATED: Final = "dateline"
CLOSING: Final = re.compile(r"[（(【\[]([^（）()【】\[\]]{2,50})[）)】\]]\s*$")
_TOLD: Final = "(?:讯|电|消息)"
DATELINE: Final = re.compile(
    rf"[【\[]?(?:{OWNER}|本报)(?:{_TOLD}(?![{HAN}]*?[台话器力网])|(?:(?!记者|通讯员)[^，。！？：；（）()【】\n]){{1,18}}?{_TOLD}(?=[\s　（(：:】\]]|记者|通讯员))[】\]]?[\s　：:]*"
)
HEAD_NAMES: Final = re.compile(r"[（(]([^（）()]{2,60})[）)]")
REPORTED: Final = re.compile(
    rf"(?:(?:记者|通讯员)[ 　]*[{HAN}](?:[{HAN}]{{1,3}}|[ 　]+[{HAN}])[、 　]*)+(?:报道)?[ 　：:]+"
)
TERMINAL: Final = re.compile(r"[。！？!?…][”’」』）)》]*$")


def carved(lines: list[Line]) -> list[Line]:
    """The lines, those with furniture or names in them as several."""
    return [piece for line in lines for piece in ([line] if line.cells or line.picture else _carved(line))]


PARTICULARS: Final = {"date": "date", "author": "byline", "staff": "staff", "count": "count", "tool": "tool"}


def _particulars(line: Line) -> list[Line]:
    """时间：… 来源：… as lines of their own; the word in front of a source apart from it."""
    found: list[Line] = []
    for piece in pieces(line.text):
        if piece.kind == "source":
            found.append(replace(line.cut(piece.start, piece.value), kind="label", level=0))
            found.append(replace(line.cut(piece.value, piece.end), kind="source", level=0))
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
    names = CLOSING.search(text)
    if names and names.start() > 0 and TERMINAL.search(text[: names.start()].rstrip()):
        said = byline(names[1])
        if said and said.names and not said.photo:
            return line.cut(0, names.start()), replace(line.cut(names.start(), len(text)), kind="byline")
    return None


def _head(line: Line) -> Iterator[Line]:
    """A dateline stays with its sentence; names in brackets behind it go."""
    dateline = DATELINE.match(line.text)
    at = dateline.end() if dateline else 0
    names = HEAD_NAMES.match(line.text, at)
    said = byline(names[1]) if names else None
    if names is None or not (said and said.labelled and said.names and not said.photo):
        names = REPORTED.match(line.text, at) if dateline else None
        said = byline(re.sub("报道", "  ", names[0])) if names else None
    if names is None or said is None or not line.text[names.end() :].strip():
        yield from _without_names(line, at)
        return
    if dateline:
        yield replace(line.cut(0, at), kind=DATED)
    yield replace(line.cut(names.start(), names.end()), kind="byline", gap=0 if dateline else line.gap)
    yield replace(line.cut(names.end(), len(line.text)), parent=GLUED, gap=line.gap, indent=line.indent)


def _without_names(line: Line, at: int) -> Iterator[Line]:
    if at and line.text[at:].strip():
        yield replace(line.cut(0, at), kind=DATED)
        yield replace(line.cut(at, len(line.text)), parent=GLUED, gap=0)
    else:
        yield line
