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
