"""What a share card says of itself: a PNG in, its size and its words out (PNG 3rd edition, chunks IHDR and iTXt)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

SIGNATURE = b"\x89PNG\r\n\x1a\n"


class Told(NamedTuple):
    """Width and height in pixels, and the texts by their keywords."""

    width: int
    height: int
    texts: dict[str, str]


def told_by(data: bytes) -> Told | None:
    """None for what is no PNG."""
    chunks = list(_chunks(data))
    if not chunks or chunks[0][0] != b"IHDR" or len(chunks[0][1]) < 8:
        return None
    width, height = struct.unpack(">II", chunks[0][1][:8])
    return Told(width, height, dict(_text(body) for kind, body in chunks if kind == b"iTXt"))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """(kind, body) of each chunk in front of the pixels."""
    at = len(SIGNATURE)
    while data.startswith(SIGNATURE) and at + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        if kind == b"IDAT":
            return
        yield kind, data[at + 8 : at + 8 + length]
        at += length + 12


def _text(body: bytes) -> tuple[str, str]:
    keyword, _, rest = body.partition(b"\0")
    _, _, text = rest[2:].partition(b"\0")  # behind the flags: the language
    return keyword.decode("latin-1"), text.partition(b"\0")[2].decode("utf-8", "replace")
