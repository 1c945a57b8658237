"""Where it was printed: 来源：…, 据…报道 as a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from plugins.imports.sheet import Sheet, Vote

SOURCE: Final = re.compile(
    r"[（(【]?\s*(?:本文|文章|稿件)?(?:来源|稿源|出处|原载|转载自|转自|摘自)\s*(?:于|[：:])\s*(?P<name>[^，。；：（）()]{2,30}?)\s*[）)】]?"
)
PROBLEM: Final = re.compile(r"图片|图源|照片")


def role_source(sheet: Sheet, n: int) -> Iterator[Vote]:
    block = sheet.blocks[n]
    if block.width <= 40 and SOURCE.fullmatch(block.text) and not PROBLEM.search(block.text):
        yield Vote("source", 9, "写明来源")
