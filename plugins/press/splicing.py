"""A file that grows with the site, put together again: what is new is written, the rest copied from the file before.

The copying is the kernel's: a hundred megabytes take as long as a look round.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

from plugins.archive import Archive, SplicedFamily

Layout = list[tuple[str, str, int]]
"""The parts of a file in their order: name, stamp, length in bytes."""


class Stretch(NamedTuple):
    """Some bytes of the file that stands there."""

    at: int
    length: int

    @property
    def end(self) -> int:
        return self.at + self.length


class Splice:
    """One such file, given the layout of the one before; `layout` is its own once its pieces are through."""

    def __init__(self, family: SplicedFamily, archive: Archive, key: str, before: str = "") -> None:
        self.family = family
        self.archive = archive
        self.parts = list(family.parts(archive, key))
        self.before: Layout = [(name, stamp, length) for name, stamp, length in json.loads(before or "[]")]
        self.layout: Layout = []

    @property
    def stands(self) -> bool:
        """Whether the file before is this very one."""
        return bool(self.before) and self.parts == [(name, stamp) for name, stamp, _ in self.before]

    def pieces(self) -> Iterator[bytes | Stretch]:
        """The file from its beginning to its end."""
        opening, between, closing = self.family.frame
        known, copied = self._places(), None
        yield opening
        for name, stamp in self.parts:
            place = known.get((name, stamp))
            first = not self.layout
            if place is None:
                if copied is not None:
                    yield copied
                data = self.family.part(self.archive, name)
                yield data if first else between + data
                copied, length = None, len(data)
            else:
                length = place.length
                if copied is not None and copied.end + len(between) == place.at:
                    copied = Stretch(copied.at, place.end - copied.at)
                else:
                    if copied is not None:
                        yield copied
                    if not first:
                        yield between
                    copied = place
            self.layout.append((name, stamp, length))
        if copied is not None:
            yield copied
        yield closing

    def _places(self) -> dict[tuple[str, str], Stretch]:
        """Where each part of the file before stands in it."""
        opening, between, _ = self.family.frame
        places, at = {}, len(opening)
        for name, stamp, length in self.before:
            places[name, stamp] = Stretch(at, length)
            at += length + len(between)
        return places

    def kept(self) -> str:
        """The layout as the archive keeps it."""
        return json.dumps(self.layout, ensure_ascii=False, separators=(",", ":"))


def write(file: BinaryIO, pieces: Iterable[bytes | Stretch], before: BinaryIO | None) -> None:
    """Writes pieces, stretches of them out of the file before."""
    for piece in pieces:
        if isinstance(piece, bytes):
            file.write(piece)
        else:
            assert before is not None
            file.flush()
            _copy(before.fileno(), file.fileno(), piece)


def _copy(source: int, target: int, stretch: Stretch) -> None:
    at, left = stretch
    while left:
        try:
            copied = os.copy_file_range(source, target, left, at)
        except OSError:  # a file system that knows no such thing
            copied = os.write(target, os.pread(source, min(left, 1 << 20), at))
        if not copied:
            raise OSError("the file before is shorter than its layout")
        at, left = at + copied, left - copied
