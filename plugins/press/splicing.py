"""A file that grows with the site, put together again: what is new is written, the rest copied from the file before.

The copying is the kernel's: a hundred megabytes take as long as a look round, and other things can be done meanwhile.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from threading import Thread
from typing import BinaryIO, Generic, NamedTuple, TypeVar

from plugins.archive import Archive, SplicedFamily

Result = TypeVar("Result")

KEEP_SIZE = 1
WORTH_RESERVING = 1 << 20
"""Bytes of a file from which blocks are set aside for it."""


class Layout(NamedTuple):
    """The parts of a file in their order: the key of each (its name and stamp), and its length in bytes."""

    keys: list[str]
    lengths: list[int]

    @classmethod
    def read(cls, text: str) -> Layout:
        lengths, _, keys = text.partition("\n")
        return cls(keys.split("\n") if keys else [], list(map(int, lengths.split())))

    def written(self) -> str:
        """A line of lengths, then a line for each key; never nothing, even for a file without parts."""
        return "\n".join([" ".join(map(str, self.lengths)), *self.keys]) or "\n"


class Stretch(NamedTuple):
    """Some bytes of the file that stands there."""

    at: int
    length: int


class Run(NamedTuple):
    """Parts of the file before that stay together, by their places in its layout."""

    start: int
    end: int


class Splice:
    """One such file, given the layout of the one before; `layout` is its own once its pieces are through."""

    def __init__(self, family: SplicedFamily, archive: Archive, key: str, before: str = "") -> None:
        self.family = family
        self.archive = archive
        self.keys = list(map("\t".join, family.parts(archive, key)))
        self.before = Layout.read(before)
        self.layout = Layout(self.keys, [])

    @property
    def stands(self) -> bool:
        """Whether the file before is this very one."""
        return bool(self.before.keys) and self.keys == self.before.keys

    def pieces(self) -> Iterator[bytes | Stretch]:
        """The file from its beginning to its end."""
        opening, between, closing = self.family.frame
        yield opening
        for number, run in enumerate(self._runs()):
            if number:
                yield between
            if isinstance(run, Run):
                self.layout.lengths.extend(self.before.lengths[run.start : run.end])
                yield self._stretch(run)
            else:
                data = self.family.part(self.archive, run.partition("\t")[0])
                self.layout.lengths.append(len(data))
                yield data
        yield closing

    def _runs(self) -> Iterator[Run | str]:
        """The parts in their order: runs of those that were there before, keys of new ones.

        Most stand as they stood, up to the first that is another and from the last; only those between are looked up.
        """
        old, new = self.before.keys, self.keys
        head = _alike(old, new)
        tail = min(_alike(old[::-1], new[::-1]), len(old) - head, len(new) - head)
        places = {key: place for place, key in enumerate(old[head : len(old) - tail], head)}
        between = [Run(places[key], places[key] + 1) if key in places else key for key in new[head : len(new) - tail]]
        return _joined([Run(0, head), *between, Run(len(old) - tail, len(old))])

    def _stretch(self, run: Run) -> Stretch:
        opening, between, _ = self.family.frame
        lengths = self.before.lengths
        at = len(opening) + sum(lengths[: run.start]) + run.start * len(between)
        return Stretch(at, sum(lengths[run.start : run.end]) + (run.end - run.start - 1) * len(between))


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many are the same from the beginning."""
    for place, (this, that) in enumerate(zip(one, other, strict=False)):
        if this != that:
            return place
    return min(len(one), len(other))


def _joined(parts: Iterable[Run | str]) -> Iterator[Run | str]:
    """Runs that follow each other as one, and none that is empty."""
    last: Run | str | None = None
    for part in parts:
        if isinstance(part, Run) and part.start == part.end:
            continue
        if isinstance(part, Run) and isinstance(last, Run) and part.start == last.end:
            last = Run(last.start, part.end)
            continue
        if last is not None:
            yield last
        last = part
    if last is not None:
        yield last


class Aside(Thread, Generic[Result]):
    """A piece of the kernel's work that goes on while this process does other things."""

    def __init__(self, work: Callable[[], Result]) -> None:
        super().__init__()
        self._work = work
        self._results: list[Result] = []
        self._error: BaseException | None = None
        self.start()

    def run(self) -> None:
        try:
            self._results.append(self._work())
        except BaseException as error:
            self._error = error

    def result(self) -> Result:
        """What came of it; waits for that."""
        self.join()
        if self._error is not None:
            raise self._error
        return self._results[0]


def write(file: BinaryIO, pieces: Iterable[bytes | Stretch], before: BinaryIO | None) -> None:
    """Writes pieces, stretches of them out of the file before."""
    if before is not None:
        _reserve(file.fileno(), os.fstat(before.fileno()).st_size)
    for piece in pieces:
        if isinstance(piece, bytes):
            file.write(piece)
        else:
            assert before is not None
            file.flush()
            _copy(before.fileno(), file.fileno(), piece)


def _reserve(file: int, size: int) -> None:
    """Sets blocks aside for a large file.

    Otherwise ext4 hands them out when the file takes another's place, and writes it to the disk then and there.
    """
    if size < WORTH_RESERVING:
        return
    from ctypes import CDLL, c_int64

    with suppress(OSError, AttributeError):  # where there is no such call, nothing is set aside
        CDLL(None).fallocate(file, KEEP_SIZE, c_int64(0), c_int64(size))


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
