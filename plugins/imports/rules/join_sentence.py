"""A sentence that has not ended goes on: the column ended, not the paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from plugins.imports.sheet import COLON, PAUSED, Block, Sheet, Vote
from plugins.imports.words import words

DANGLING: Final = re.compile(rf"(?:{words('dangling')})$")


def join_sentence(sheet: Sheet, one: Block, other: Block) -> Iterator[Vote]:
    if one.finished:
        yield Vote("join", -7, "前一段有句末标点")
    elif PAUSED.search(one.text):
        yield Vote("join", 4 if one.text[-1] not in "；;" else 1, f"前一段停在“{one.text[-1]}”")
    elif COLON.search(one.text):
        yield Vote("join", -3, "前一段停在冒号")
    else:
        yield Vote("join", 3, "前一段没有句末标点")
        if DANGLING.search(one.text):
            yield Vote("join", 1.5, "前一段最后一个词没有说完")
    if one.width > 60:
        yield Vote("join", 0.5, "前一段是正文")
