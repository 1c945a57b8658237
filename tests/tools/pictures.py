"""Pictures for tests, made by the tests: no photograph of anything, small, and alike at every run."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image


def scene(width: int = 600, height: int = 400, tint: int = 0) -> Image.Image:
    """Something with slopes and an edge, as photographs have; the upper left corner is bright."""
    across = Image.linear_gradient("L").rotate(90).resize((width, height))
    down = Image.linear_gradient("L").rotate(180).resize((width, height))
    picture = Image.merge("RGB", (across, down, Image.new("L", (width, height), tint)))
    picture.paste((255, 255, 255), (0, 0, width // 4, height // 4))
    return picture


def saved(picture: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    """The bytes of a file."""
    buffer = BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def photograph(width: int = 600, height: int = 400, tint: int = 0, orientation: int = 1) -> bytes:
    """A JPEG as a telephone writes it: with its maker, its place on earth, and which side is up."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = orientation, "TELEPHONE-MAKER"
    exif.get_ifd(0x8825).update({1: "N", 2: (36.0, 40.0, 0.0), 3: "E", 4: (117.0, 0.0, 0.0)})
    return saved(scene(width, height, tint), quality=90, exif=exif, comment=b"SECRET-REMARK")


def bomb(width: int = 50_000, height: int = 50_000) -> bytes:
    """A PNG of a few bytes that says it is enormous."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", b"x") + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
