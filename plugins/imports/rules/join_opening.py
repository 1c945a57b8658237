"""How the second begins: marks and words that can't open a paragraph, and words that like to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from plugins.imports.rules.role_shape import CANNOT_BEGIN
from plugins.imports.sheet import Block, Sheet, Vote
from plugins.imports.words import words

OPENER: Final = re.compile(rf"(?:{words('openers')})|[0-9]{{1,4}}[年月]")
TAIL: Final = re.compile(rf"(?:{words('tails')})")
FRAGMENT: Final = re.compile(
    r"[“《（][^”》）。]{1,12}[”》）][。，、；]|[^，。；：]{1,3}[。；]|[\u3400-\u9fff]{1,4}[”》）]"
)


def join_opening(sheet: Sheet, one: Block, other: Block) -> Iterator[Vote]:
    if one.finished:
        return
    if CANNOT_BEGIN.match(other.text):
        yield Vote("join", 5, "后一段以不能打头的标点开始")
    elif FRAGMENT.match(other.text):
        yield Vote("join", 3, "后一段的第一句只是半句")
    elif TAIL.match(other.text):
        yield Vote("join", 1, "后一段开头像是半句")
    elif OPENER.match(other.text):
        yield Vote("join", -1, "后一段像是另起的一段")
