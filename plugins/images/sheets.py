"""What pages need to know of an encoded picture: its key, its sizes and the names of its files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

WIDTHS = (480, 960, 1440)
"""Pixels: a phone's screen, a column of text, and the same column on a screen of twice the resolution."""


class Sheet(NamedTuple):
    """An encoded picture. Sizes are in pixels, widths ascending; the last is the largest, of `width` × `height`."""

    key: str  # of its bytes and of how they were encoded: the first part of its files' names
    width: int
    height: int
    widths: tuple[int, ...]
    plain: str  # suffix of the one file for browsers that know neither AVIF nor WebP: "jpg", or "png" if transparent

    @property
    def largest(self) -> str:
        """The file for old browsers, for sharing and for whoever wants to see it alone."""
        return f"{self.key}-{self.width}.{self.plain}"

    def names(self, suffix: str) -> list[tuple[int, str]]:
        """Widths and file names in one format."""
        return [(width, f"{self.key}-{width}.{suffix}") for width in self.widths]

    def files(self) -> Iterator[str]:
        """Every file."""
        for suffix in ("avif", "webp"):
            yield from (name for _, name in self.names(suffix))
        yield self.largest


def widths_for(width: int, height: int, tallest: int) -> tuple[int, ...]:
    """The widths to make of a picture of this size: never wider than it is, and none taller than `tallest`."""
    widest = max(1, min(width, WIDTHS[-1], tallest * width // height))
    return (*(step for step in WIDTHS if step < widest), widest)


def height_for(sheet_width: int, width: int, height: int) -> int:
    """The height that goes with a width."""
    return max(1, round(height * sheet_width / width))
