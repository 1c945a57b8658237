"""Pixels to files: every width in AVIF and WebP, the largest in a format that all browsers know."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any

from PIL import Image, features

from .opening import Pixels, opened
from .sheets import WIDTHS, Sheet, height_for

AVIF = {"codec": "aom", "speed": 7, "max_threads": 1, "advanced": {}}
"""One thread each: pictures are shared out among processes, and one thread gives the same bytes everywhere."""
QUALITY: dict[bool, dict[str, dict[str, Any]]] = {
    False: {
        "avif": AVIF | {"quality": 55, "subsampling": "4:2:0"},
        "webp": {"quality": 76, "method": 4},
        "jpg": {"quality": 80, "optimize": True, "progressive": True},
        "png": {"optimize": True},
    },
    True: {
        "avif": AVIF | {"quality": 72, "subsampling": "4:4:4"},
        "webp": {"quality": 88, "method": 4},
        "jpg": {"quality": 88, "optimize": True, "progressive": True, "subsampling": "4:4:4"},
        "png": {"optimize": True},
    },
}
"""By whether a picture is drawn: thin lines and letters suffer from what a photograph does not show."""
FORMATS = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG", "png": "PNG"}


@cache
def recipe() -> str:
    """Everything that a file's bytes hang on beside the picture's own."""
    from PIL import __version__

    libraries = [features.version(name) for name in ("avif", "webp", "libjpeg_turbo", "zlib", "littlecms2")]
    return repr((1, WIDTHS, QUALITY, __version__, libraries))


def key_of(data: bytes) -> str:
    """The name of what a picture's bytes are encoded to."""
    return hashlib.blake2s(recipe().encode() + b"\0" + data, digest_size=10).hexdigest()


def encoded(data: bytes) -> tuple[Sheet, Iterator[tuple[str, bytes]]]:
    """What pages need to know of the picture, and its files by name, made one by one. Raises `UnfitError`."""
    pixels = opened(data)
    image = pixels.image
    plain = "png" if image.mode == "RGBA" else "jpg"
    sheet = Sheet(key_of(data), image.width, image.height, pixels.widths, plain)
    return sheet, _files(sheet, pixels)


def _files(sheet: Sheet, pixels: Pixels) -> Iterator[tuple[str, bytes]]:
    image = pixels.image
    yield sheet.largest, _saved(image, sheet.plain, pixels.drawn)
    for width in reversed(sheet.widths):
        height = height_for(width, image.width, image.height)
        sized = image if width == image.width else image.resize((width, height), Image.Resampling.LANCZOS)
        for suffix in ("avif", "webp"):
            yield f"{sheet.key}-{width}.{suffix}", _saved(sized, suffix, pixels.drawn)


def _saved(image: Image.Image, suffix: str, drawn: bool) -> bytes:
    buffer = BytesIO()
    image.save(buffer, FORMATS[suffix], **QUALITY[drawn][suffix])
    return buffer.getvalue()
