"""The measure words: which word may stand behind a number, of what kind it is, under which unit it is recorded."""

from __future__ import annotations

from functools import cache
from typing import Final

from plugins.zhtext.lexicon import Prefixes, sections

KINDS: Final[dict[str, tuple[str, str]]] = {
    word.partition("=")[0]: (kind, word.partition("=")[2] or word)
    for kind, words in sections("units").items()
    for word in words
}
UNITS: Final = Prefixes(KINDS)


@cache
def spellings(unit: str) -> tuple[str, ...]:
    """The ways in which a unit is written behind a number, longest first: 月 is 个月, 个半月, 个多月 or 月."""
    if not unit:
        return ()
    written = [word for word, (_, recorded) in KINDS.items() if recorded == unit]
    written += [unit, f"个半{unit}", f"个多{unit}", unit.replace("/", "／")]
    return tuple(sorted(set(written), key=lambda word: (-len(word), word)))
