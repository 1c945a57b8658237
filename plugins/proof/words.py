"""The rules' words: sections of `words.txt`, as patterns."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path


@cache
def sections() -> dict[str, list[str]]:
    """Every section's words."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in Path(__file__).with_name("words.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            current = found.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            current.extend(line.split())
    return found


def words(name: str) -> str:
    """A section as a pattern of alternatives, the longest first."""
    return "|".join(re.escape(word) for word in sorted(sections()[name], key=lambda word: (-len(word), word)))
