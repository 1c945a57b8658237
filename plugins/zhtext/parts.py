"""A written figure in pieces, so that its unit can be set smaller: 4.8万余堂 is 4.8万余 and 堂."""

from __future__ import annotations

import re

from plugins.zhtext.units import spellings

_NUMBER = re.compile(
    r"[0-9０-９〇零一二两三四五六七八九十百千万亿半几数余多来点分之.．,，]*[0-9０-９〇零一二两三四五六七八九十百千万亿半几数余多来]"
)


def parts(figure_text: str, unit: str) -> list[tuple[str, bool]]:
    """The pieces of a figure in order, True for those that are its unit; joined they are the text again."""
    pieces: list[tuple[str, bool]] = []
    place = 0
    for start, end in _unit_spans(figure_text, unit):
        _append(pieces, figure_text[place:start], is_unit=False)
        _append(pieces, figure_text[start:end], is_unit=True)
        place = end
    _append(pieces, figure_text[place:], is_unit=False)
    return pieces


def _append(pieces: list[tuple[str, bool]], piece: str, *, is_unit: bool) -> None:
    if piece:
        pieces.append((piece, is_unit))


def _unit_spans(written: str, unit: str) -> list[tuple[int, int]]:
    """Where a spelling of the unit stands directly behind a number."""
    spans, place = [], 0
    for match in _NUMBER.finditer(written):
        if match.end() <= place:
            continue
        spelling = next((s for s in spellings(unit) if written.startswith(s, match.end())), "")
        if spelling:
            place = match.end() + len(spelling)
            spans.append((match.end(), place))
    return spans
