"""Pictures that no page can show: what they are instead, told by their first bytes."""

from __future__ import annotations

HEIC = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"hevm", b"mif1", b"msf1")
STARTS = (
    (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"), (b"BM", "BMP"), (b"8BPS", "Photoshop"), (b"%PDF", "PDF"), (b"%!PS", "EPS"),
    (b"PK\3\4", "压缩包（或 Word 文档）"), (b"\xd0\xcf\x11\xe0", "旧版 Office 文档"),
)  # fmt: skip
SUFFIXES = {
    ".heic": "picture-heic", ".heif": "picture-heic", ".svg": "picture-svg", ".svgz": "picture-svg",
    **dict.fromkeys((".tif", ".tiff", ".bmp", ".psd", ".jfif", ".jp2", ".jxl", ".raw", ".dng"), "picture-other"),
}  # fmt: skip
"""File names under images/ that are refused unopened, with the code of the message."""


class UnfitError(Exception):
    """A picture that can't be shown: a code of the message table, and the values that it needs beside the path."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def unfit(data: bytes) -> UnfitError | None:
    """Why these bytes are no picture for a page, if that can be told from their beginning."""
    if data[4:8] == b"ftyp" and data[8:12] in HEIC and b"avif" not in data[8:64]:
        return UnfitError("picture-is-heic")
    for start, kind in STARTS:
        if data.startswith(start):
            return UnfitError("picture-kind", kind=kind)
    head = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"<"):
        return UnfitError("picture-kind", kind="SVG" if b"<svg" in head else "网页")
    return None
