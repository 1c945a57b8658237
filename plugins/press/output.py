"""The output folder: what stands in it, atomic writing, and removing only what is ours."""

from __future__ import annotations

import filecmp
import os
import shutil
import stat
from collections.abc import Collection, Iterable
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from typing import NamedTuple

from .splicing import Stretch, write
from .survey import mark_of, signature, survey

MARK = ".hub-output"
"""A file that says: this folder was made by the press, and whatever else is in it may be removed by it."""


FRESH = ".hub-fresh"
"""The folder for files that are being written: they come to their places at one stroke, when they are whole."""
STREAMED = ".streamed"
"""Behind the name of a file that is being written piece by piece."""


IN_A_PAGE = (
    "{} 印不出来：它所在的文件夹和另一页的地址相同。请看看稿件的 aliases（旧地址）里，有没有一个旧地址在另一个之下。"
)


class OutputError(Exception):
    """The folder is not ours to write to; the message tells the person who runs the hub what to do."""


class Written(NamedTuple):
    """A file that stands in the folder now."""

    new: bool  # whether its bytes are others than before
    signature: int
    size: int  # bytes
    layout: str = ""  # of a file that is spliced


class OutputFolder:
    """A folder that the press owns."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._folders: set[str] = set()
        self._turns = count(1)

    def prepare(self) -> bool:
        """Makes the folder, or refuses one with files that the press has not put there; says whether it is new."""
        self.path.mkdir(parents=True, exist_ok=True)
        mark = self.path / MARK
        if mark.exists():
            return False
        if any(self.path.iterdir()):
            raise OutputError(f"输出目录 {self.path} 里有不是本系统印出的文件。请换一个空目录，或先把它清空。")
        mark.write_text("由 ./hub build 生成；本目录的内容会被整理、覆盖和清除。\n", "utf-8")
        return True

    def files(self) -> dict[str, int]:
        """Every file in the folder by its address, with what its stat says; 0 for what is no file of ours."""
        found = survey(self.path, hidden=True)
        for address in [MARK, *(name for name in found.files if name.startswith(FRESH))]:
            found.files.pop(address, None)
        return found.files | dict.fromkeys(found.links, 0)

    def mark(self) -> int:
        """The part of the folder's mark that is the file's own that says whose the folder is."""
        return mark_of(MARK, signature(os.stat(self.path / MARK)))

    def write(self, address: str, data: bytes) -> Written:
        """Puts a page in place, unless it stands there already: comparing is cheaper than writing.

        What replaces another page does so at one stroke. A new page needs no such care: if its writing is broken off,
        the archive does not know it, and the next build writes it again.
        """
        path = self._place(address)
        try:
            file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
        except FileExistsError:
            status = os.lstat(path)
            if stat.S_ISREG(status.st_mode) and status.st_size == len(data) and Path(path).read_bytes() == data:
                return Written(False, signature(status), len(data))
            return self._replace(path, (data,))
        try:
            written = os.write(file, data)
            while written < len(data):
                written += os.write(file, data[written:])
            return Written(True, signature(os.fstat(file)), len(data))
        finally:
            os.close(file)

    def stream(self, address: str, pieces: Iterable[bytes | Stretch]) -> Written:
        """The same for a file that is too large to be held."""
        path = self._place(address)
        written = self._replace(path + STREAMED, pieces)
        if os.path.isfile(path) and not os.path.islink(path) and filecmp.cmp(path, path + STREAMED, shallow=False):
            os.unlink(path + STREAMED)
            return Written(False, signature(os.lstat(path)), written.size)
        _put(path + STREAMED, path)
        return written._replace(signature=signature(os.lstat(path)))

    def splice(self, address: str, pieces: Iterable[bytes | Stretch]) -> Written:
        """The same for one that takes stretches out of the file that stands there, and is another for certain."""
        path = self._place(address)
        return self._replace(path, pieces, before=path)

    def stands(self, address: str, was: int | None) -> bool:
        """Whether a file is still the one whose stat said so."""
        try:
            return was is not None and signature(os.lstat(f"{self.path}/{address}")) == was
        except OSError:
            return False

    def _place(self, address: str) -> str:
        """The file of an address, its folder made."""
        path = f"{self.path}/{address}"
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            try:
                os.makedirs(folder, exist_ok=True)
            except (FileExistsError, NotADirectoryError) as error:
                raise OutputError(IN_A_PAGE.format(address)) from error
            self._folders.add(folder)
        return path

    def _replace(self, path: str, pieces: Iterable[bytes | Stretch], before: str = "") -> Written:
        fresh = self._place(f"{FRESH}/{os.uname().nodename}-{os.getpid()}-{next(self._turns)}")
        with ExitStack() as stack:
            file = stack.enter_context(open(fresh, "wb"))
            old = stack.enter_context(open(before, "rb")) if before else None
            write(file, pieces, old)
        _put(fresh, path)
        status = os.lstat(path)
        return Written(True, signature(status), status.st_size)

    def tidy(self) -> None:
        """Takes away what a process left half written when it was killed."""
        shutil.rmtree(self.path / FRESH, ignore_errors=True)
        self._folders.clear()

    def remove(self, address: str) -> None:
        """Takes a file away, and the folders that it leaves empty."""
        path = self.path / address
        path.unlink(missing_ok=True)
        for folder in path.parents:
            if folder == self.path or (folder.is_dir() and any(folder.iterdir())):
                return
            if folder.is_dir():
                folder.rmdir()
            self._folders.discard(str(folder))


def _put(file: str, path: str) -> None:
    """Brings a whole file to its place, where no more than empty folders can stand."""
    try:
        os.replace(file, path)
    except IsADirectoryError:
        shutil.rmtree(path)
        os.replace(file, path)


def in_the_way(strays: Collection[str], pages: Collection[str]) -> set[str]:
    """What must go before pages are printed: it stands where a page's folder is to be, or below a page's own place."""
    if not strays or not pages:
        return set()
    places = set(pages)
    folders = {folder for address in places for folder in _folders(address)}
    return {address for address in strays if address in folders or not places.isdisjoint(_folders(address))}


def _folders(address: str) -> list[str]:
    """All folders above a file."""
    parts = address.split("/")[:-1]
    return ["/".join(parts[: end + 1]) for end in range(len(parts))]
