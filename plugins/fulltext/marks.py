"""What an article amounts to for each class of the index: 256 sums, so that a change is seen where it is. Pure.

The text is cut behind punctuation into pieces. A piece, with the few characters behind it that the index looks at, adds
its hash to the class of each of its characters. Sums of articles are sums again: those of a segment tell which of its
files may have changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import blake2b
from struct import Struct
from typing import Final

from .grams import LENGTH

CLASSES: Final = 256
HASH: Final = 6  # bytes: sums of an article stay small integers
_PIECE: Final = re.compile(r"[^，。；：、！？\n]*[，。；：、！？\n]*")
_SUMS: Final = Struct(f"<{CLASSES}Q")
_MASK: Final = (1 << 64) - 1
_LANE: Final = 128  # bits, so that sums of many articles do not run over
_WIDE: Final = bytes(8)


def marks(folded: str, slug: str) -> bytes:
    """256 numbers of eight bytes."""
    sums = [0] * CLASSES
    data = folded.encode("utf-16-le", "surrogatepass")
    low = data[::2]
    own, start = blake2b(slug.encode() + b"\n", digest_size=HASH), 0
    for match in _PIECE.finditer(folded):
        end = match.end()
        piece = own.copy()
        piece.update(data[2 * start : 2 * (end + LENGTH - 1)])
        number = int.from_bytes(piece.digest(), "little")
        for place in low[start:end]:
            sums[place] += number
        start = end
    return _SUMS.pack(*[number & _MASK for number in sums])


def together(every: Iterable[bytes]) -> list[int]:
    """The sums of several articles by class."""
    total = 0
    for sums in every:
        wide = bytearray(2 * len(sums))
        for byte in range(8):
            wide[byte::16] = sums[byte::8]
        total += int.from_bytes(wide, "little")
    data = total.to_bytes(CLASSES * _LANE // 8 + 8, "little")
    return [int.from_bytes(data[16 * place : 16 * place + 16], "little") & _MASK for place in range(CLASSES)]
