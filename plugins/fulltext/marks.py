"""What an article amounts to for each class of the index: 256 sums, so that a change is seen where it is. Pure.

The text is cut behind punctuation into pieces. A piece adds its hash to the class of each of its places, but for the
last ones, at which the index looks beyond it: they have a hash of their own, with what is behind. Sums of articles are
sums again: those of a segment tell which of its files may have changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import blake2b
from struct import Struct
from typing import Final

from .grams import LENGTH, classes

CLASSES: Final = 256
_AHEAD: Final = LENGTH - 1
HASH: Final = 6  # bytes: sums of an article stay small integers
_PIECE: Final = re.compile(r"[^，。；：、！？\n]*[，。；：、！？\n]*")
_SUMS: Final = Struct(f"<{CLASSES}Q")
_MASK: Final = (1 << 64) - 1


def marks(folded: str, slug: str) -> bytes:
    """256 numbers of eight bytes."""
    sums = [0] * CLASSES
    data = folded.encode("utf-16-le", "surrogatepass")
    kinds = classes(folded)
    own, start = blake2b(slug.encode() + b"\n", digest_size=HASH), 0
    for match in _PIECE.finditer(folded):
        end = match.end()
        inner = max(start, end - _AHEAD)
        for first, last, seen in ((start, inner, end), (inner, end, end + _AHEAD)):
            if first < last:
                piece = own.copy()
                piece.update(data[2 * first : 2 * seen])
                number = int.from_bytes(piece.digest(), "little")
                for kind in kinds[first:last]:
                    sums[kind] += number
        start = end
    return _SUMS.pack(*[number & _MASK for number in sums])


def together(every: Iterable[bytes]) -> list[int]:
    """The sums of several articles by class, modulo 2 to the 64th.

    All of them are added as one large number. What a class carries over counts for the next one: its files may be made
    again without need, but are never left when they should not be.
    """
    total = sum(int.from_bytes(sums, "little") for sums in every)
    return list(_SUMS.unpack(total.to_bytes(_SUMS.size + 8, "little")[: _SUMS.size]))
