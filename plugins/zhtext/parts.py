"""A written figure in pieces, so that its unit can be set smaller: 4.8万余堂 is 4.8万余 and 堂."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from plugins.zhtext.units import spellings

_BEHIND_NUMBER: Final = r"(?<=[0-9０-９〇零一二两三四五六七八九十百千万亿半几数余多来])"


def parts(figure_text: str, unit: str) -> list[tuple[str, bool]]:
    """The pieces of a figure in order, True for those that are its unit; joined they are the text again."""
    if not unit:
        return [(figure_text, False)]
    pieces = _unit_behind_number(unit).split(figure_text)  # every second piece is the unit
    return [(piece, place % 2 == 1) for place, piece in enumerate(pieces) if piece]


@cache
def _unit_behind_number(unit: str) -> re.Pattern[str]:
    """A spelling of the unit directly behind a number."""
    return re.compile(f"{_BEHIND_NUMBER}({'|'.join(map(re.escape, spellings(unit)))})")
