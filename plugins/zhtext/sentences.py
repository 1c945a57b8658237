"""Sentences and lengths of Chinese prose: where sentences end, and how to shorten a text without breaking it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plugins.zhtext.types import Figure

_END = re.compile(r"[。！？!?…]+[」』”’）)\"]*|\n")
_HAN = re.compile(r"[㐀-䶿一-鿿]+")
_CLAUSE = "，；：,;:、"
_CLOSERS = "」』”’）)"


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans of sentences, without the white space around them: split at 。！？!? and at line ends; closing quotation
    marks stay with their sentence."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if match[0][0] == "…" and not _closes(text, match.end()):
            continue
        _add(text, start, match.end(), spans)
        start = match.end()
    _add(text, start, len(text), spans)
    return spans


def _closes(text: str, end: int) -> bool:
    """…… ends a sentence only at the end of its line."""
    return text[end : end + 1] in ("", "\n")


def _add(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def shorten(text: str, limit: int, figures: Sequence[Figure] = ()) -> str:
    """The first whole sentences that fit `limit` characters; a first sentence that is too long is cut at a clause
    mark, or before a word, with …, never inside a figure."""
    text = text.strip()
    end = 0
    for _, stop in sentences(text):
        if stop > limit:
            break
        end = stop
    return text[:end] if end else _cut(text, limit, figures)


def _cut(text: str, limit: int, figures: Sequence[Figure]) -> str:
    room = max(limit - 1, 0)
    whole = [(figure.start, figure.end) for figure in figures]
    for place in range(min(room, len(text)), room // 2, -1):
        if (
            text[place : place + 1]
            and text[place] in _CLAUSE
            and _outside(place, whole)
            and not _in_number(text, place)
        ):
            return text[:place] + "…"
    place = min(room, len(text))
    while place > 0 and not (_outside(place, whole) and _breakable(text, place)):
        place -= 1
    return text[:place].rstrip() + "…" if place else "…"


def _outside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return not any(start < place < end for start, end in spans)


def _in_number(text: str, place: int) -> bool:
    return text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit()


def _breakable(text: str, place: int) -> bool:
    """No cut inside a run of digits and letters, before a closing mark or behind an opening one."""
    before, after = text[place - 1], text[place : place + 1]
    if before.isascii() and after.isascii() and before.strip() and after.strip():
        return False
    if before.isdigit() or after in tuple(_CLOSERS + _CLAUSE + "。%％"):
        return False
    return before not in "“‘「『（("


def count_han(text: str) -> int:
    """How many Han characters a text has."""
    return sum(len(run) for run in _HAN.findall(text))
