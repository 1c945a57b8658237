"""The room's words (`words.txt`), by section; alternatives of a pattern are tried longest first."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).with_name("words.txt")


@functools.cache
def sections() -> dict[str, tuple[str, ...]]:
    """Every section's words."""
    found: dict[str, list[str]] = {}
    section = ""
    for line in FILE.read_text("utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            found.setdefault(section, []).extend(line.split())
    return {name: tuple(dict.fromkeys(words)) for name, words in found.items()}


def words(*names: str) -> str:
    """The words of some sections as alternatives of a pattern."""
    every = {word for name in names for word in sections()[name]}
    return "|".join(re.escape(word) for word in sorted(every, key=lambda word: (-len(word), word)))


TRADITIONAL: Final = str.maketrans(
    "報記訊員攝圖為責編輯網據電攜撰採訪寫聞號頁轉續標題來發權濟黨點擊關們閱讀評論說業區縣鄉鎮級總應當單負導審輯設計專",
    "报记讯员摄图为责编辑网据电携撰采访写闻号页转续标题来发权济党点击关们阅读评论说业区县乡镇级总应当单负导审辑设计专",
)


def simplified(text: str) -> str:
    """A text of the same length in which the characters of our words are simplified ones."""
    return text.translate(TRADITIONAL)
