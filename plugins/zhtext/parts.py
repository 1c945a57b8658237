"""The unit in a written figure, so that it can be set smaller: 4.8万余堂 is 4.8万余 and 堂."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from plugins.zhtext.units import spellings

_BEHIND_NUMBER: Final = r"(?<=[0-9０-９〇零一二两三四五六七八九十百千万亿半几数余多来])"
_NOTHING: Final = re.compile(r"(?!)")


@cache
def unit_in_figure(unit: str) -> re.Pattern[str]:
    """Finds a spelling of the unit directly behind a number, in the text of a figure that has this unit."""
    if not unit:
        return _NOTHING
    return re.compile(f"{_BEHIND_NUMBER}(?:{'|'.join(map(re.escape, spellings(unit)))})")
