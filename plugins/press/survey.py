"""What stands in a folder, by the stat of each file: enough to tell that a file is not the one that was seen before.

Nothing is read. Little of the standard library and nothing else is imported, so that a look round costs no start-up.
"""

from __future__ import annotations

import os
import stat
import time
from zlib import crc32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TICK_NS = 2_000_000_000
FINE_TICK_NS = 20_000_000
"""How far apart two changes of a file must be to differ in its times, on a coarse file system and on a fine one."""


def signature(status: os.stat_result) -> int:
    """Another number for a file of another size, time or inode."""
    return hash((status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino))


class Survey:
    """The files below a folder by their POSIX paths relative to it."""

    __slots__ = ("files", "links", "young")

    def __init__(self) -> None:
        self.files: dict[str, int] = {}  # path → signature
        self.links: list[str] = []  # symbolic links, which are not followed, and pipes, which have no end
        self.young: set[str] = set()  # changed so lately that a further change might not show

    def see(self, path: str, status: os.stat_result, now: int) -> None:
        """Notes one file."""
        self.files[path] = signature(status)
        changed = status.st_ctime_ns
        if changed > now - TICK_NS and changed > now - (FINE_TICK_NS if changed % 1_000_000 else TICK_NS):
            self.young.add(path)


def survey(root: str | os.PathLike[str], *, hidden: bool = False) -> Survey:
    """Looks at every file; without `hidden`, names that begin with a dot or end in ~ are editors' programs' own."""
    found, now = Survey(), time.time_ns()
    files, old = found.files, now - TICK_NS
    for path, entry in _entries(os.fspath(root), hidden):
        status = entry.stat(follow_symlinks=False)
        if not stat.S_ISREG(status.st_mode):
            found.links.append(path)
        elif status.st_ctime_ns > old:
            found.see(path, status, now)
        else:
            files[path] = hash((status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino))
    return found


def again(root: str | os.PathLike[str], found: Survey, paths: Iterable[str]) -> Survey:
    """Looks again at some paths alone; at everything, if one of them is more than a plain file."""
    now = time.time_ns()
    for path in paths:
        if any(_is_passed_over(name) for name in path.split("/")):
            continue
        if path in found.links:
            return survey(root)
        found.young.discard(path)
        try:
            status = os.lstat(f"{os.fspath(root)}/{path}")
        except (FileNotFoundError, NotADirectoryError):
            if found.files.pop(path, None) is None:  # a folder, or a link
                return survey(root)
            continue
        if not stat.S_ISREG(status.st_mode):
            return survey(root)
        found.see(path, status, now)
    return found


def _is_passed_over(name: str) -> bool:
    return name.startswith((".", "__pycache__")) or name.endswith("~")


def _entries(root: str, hidden: bool) -> Iterator[tuple[str, os.DirEntry[str]]]:
    pending = [""]
    while pending:
        folder = pending.pop()
        with os.scandir(f"{root}/{folder}") as entries:
            for entry in entries:
                name = entry.name
                if not hidden and (name[0] in ".~_" or name[-1] == "~") and _is_passed_over(name):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    pending.append(f"{folder}{name}/")
                else:
                    yield folder + name, entry


def mark_of(path: str, seen: int) -> int:
    """One file's part in the mark of a folder."""
    return hash((crc32(path.encode("utf-8", "surrogateescape")), seen))


def mark(files: dict[str, int]) -> int:
    """One number for all of some files by path and signature: a sum, to which a file can be added."""
    return sum([hash((crc32(path.encode("utf-8", "surrogateescape")), seen)) for path, seen in files.items()])
