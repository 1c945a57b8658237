"""Text as it is compared: without case, full width or runs of white space. `search.js` folds what readers ask likewise.

Each character becomes one, so that a place in the folded text is one in the text but for white space; those beyond the
first plane, which a browser counts twice, become one of the private use area. Pure.
"""

from __future__ import annotations

import re
from typing import Final

LINE: Final = "\n"
_WIDE: Final = re.compile("[％０-９Ａ-Ｚａ-ｚ]")
_ASTRAL: Final = re.compile(r"[\U00010000-\U0010ffff]")
_PRIVATE, _PRIVATE_COUNT = 0xE400, 5000
_ALIKE: Final = {ord(wide): ord(wide) - 0xFEE0 for wide in "％０１２３４５６７８９"} | {
    code + shift: code + shift - 0xFEE0 for code in range(0xFF21, 0xFF3B) for shift in (0, 0x20)
}
"""Letters, digits and the per cent sign: with half-width punctuation a Chinese text means other things."""
_BEGIN, _END, _DIGITS, _THOUSAND = "\uf8ff", "\uf8fe", 0xE000, 1000


def fold(text: str) -> str:
    """One line of text. Lower case is taken letter by letter."""
    text = " ".join(text.replace("\ufeff", " ").split())
    if _WIDE.search(text):
        text = text.translate(_ALIKE)
    if _ASTRAL.search(text):
        text = _ASTRAL.sub(lambda match: chr(_PRIVATE + ord(match[0]) % _PRIVATE_COUNT), text)
    lower = text.lower().replace("ς", "σ")
    return lower if len(lower) == len(text) else "".join(_lower(char) for char in text)


def _lower(char: str) -> str:
    lower = char.lower().replace("ς", "σ")
    return lower if len(lower) == 1 else char


def value_key(value: float) -> str:
    """A whole number from a thousand to below a billion thousand as a word of at most six characters; "" for others.

    In the index it stands beside a text that writes it in another way. Between its ends each character is three digits.
    """
    if not 1000 <= value < 10**12 or value != int(value):
        return ""
    number, digits = int(value), ""
    while number:
        number, rest = divmod(number, _THOUSAND)
        digits = chr(_DIGITS + rest) + digits
    return _BEGIN + digits + _END
