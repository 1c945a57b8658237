"""Pictures that came along with a page or a Markdown file: looked for beside it, told by their bytes, never fetched."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final
from urllib.parse import unquote

from .types import Line, Source

MAGIC: Final = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"GIF8", "gif"))
ELSEWHERE: Final = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//|/|#|$)", re.IGNORECASE)


def with_pictures(source: Source, beside: Callable[[str], bytes | None]) -> None:
    """Gives a source's pictures their bytes, where their addresses lead to files that stand beside it."""
    source.lines = [_with_bytes(line, beside) for line in source.lines]
    away = sum(line.picture is not None and not line.picture.data for line in source.lines)
    if away:
        source.notes.append(f"{away} 张图片没有随文件来；图片说明记在 captions 里")


def _with_bytes(line: Line, beside: Callable[[str], bytes | None]) -> Line:
    picture = line.picture
    if picture is None or picture.data or ELSEWHERE.match(picture.address):
        return line
    data = beside(unquote(picture.address.partition("?")[0])) or b""
    extension = extension_of(data)
    return replace(line, picture=picture._replace(data=data, extension=extension)) if extension else line


def extension_of(data: bytes) -> str:
    """What kind of picture these bytes are; "" for none that a page shows."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[4:12] in (b"ftypavif", b"ftypavis"):
        return "avif"
    return next((extension for magic, extension in MAGIC if data.startswith(magic)), "")
