"""A figure or a Latin word that is cut in two: 1,2 | 00名."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from plugins.imports.sheet import Block, Sheet, Vote

OPEN: Final = re.compile(r"(?:[0-9０-９][,，.．]?|[0-9]+[,，][0-9]{0,2}|第)$")
GOES_ON: Final = re.compile(
    r"[0-9０-９]{1,3}(?![0-9]*[.、．] )|[多余]?[万亿千百]?[余多]?[名个家件次项人户元吨%％年月日条份场处]"
)
LATIN: Final = re.compile(r"[A-Za-z]$")


def join_figure(sheet: Sheet, one: Block, other: Block) -> Iterator[Vote]:
    if OPEN.search(one.text) and GOES_ON.match(other.text):
        yield Vote("join", 4, "一个数字断在两处")
    elif LATIN.search(one.text) and re.match("[a-z]", other.text):
        yield Vote("join", 2, "一个外文词断在两处")
