"""CSV as the exports have it: UTF-8 that Excel knows for what it is, texts between quotation marks (RFC 4180)."""

from __future__ import annotations

from collections.abc import Iterable

MARK = b"\xef\xbb\xbf"
"""Says that a CSV is UTF-8: without it Excel takes the system's encoding, in China GB 18030."""
END = b"\r\n"
APART = "|"
"""Between the topics in a cell."""


def heading(columns: Iterable[str]) -> bytes:
    """The beginning of a sheet."""
    return MARK + ",".join(columns).encode() + END


def cell(text: str) -> str:
    """A text as a cell."""
    return '"' + text.replace('"', '""') + '"'
