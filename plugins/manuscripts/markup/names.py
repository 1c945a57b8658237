"""Names that a page gives to parts of a body: the ids of headings, the labels of tables."""

from __future__ import annotations

import re
from typing import Final

_NOT_WORD: Final = re.compile(r"[^\w]+")
_LIKE_OUR_OWN: Final = re.compile(r"[a-z0-9-]+")


def heading_id(text: str, taken: set[str]) -> str:
    """The heading's own words. An all-lower-case ASCII id could be one of the page's own, and gets a prefix."""
    base = _NOT_WORD.sub("-", text).strip("-") or "小节"
    base = f"h-{base}" if _LIKE_OUR_OWN.fullmatch(base) else base
    name, number = base, 1
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    taken.add(name)
    return name


def region_label(number: int) -> str:
    """What the region of the nth table of a body is called."""
    return "表格" if number == 1 else f"表格 {number}"
