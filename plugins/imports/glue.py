"""What stands between two halves of a text that become one: a space where both are Latin words, else nothing."""

from __future__ import annotations

import re
from typing import Final

LATIN_END: Final = re.compile(r"[A-Za-zÀ-ɏ0-9][,.;:!?)'\"”’]*$")
LATIN_START: Final = re.compile(r"[(\"'“‘]?[A-Za-zÀ-ɏ]")
WORD_END: Final = re.compile(r"[A-Za-zÀ-ɏ]{2}[,.;:!?)'\"]*$")


def glue(before: str, after: str) -> str:
    """ "" or " "; a figure cut in two is whole again."""
    if LATIN_END.search(before) and LATIN_START.match(after):
        return " "
    if WORD_END.search(before) and re.match(r"[0-9]", after):
        return " "
    return ""
