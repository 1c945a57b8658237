"""What the machine refuses, a full disk or a folder without rights, said in a line instead of a traceback."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

SAID = {
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘配额用完了",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "那里只能读，不能写",
    errno.EIO: "磁盘读写出错",
    errno.ENAMETOOLONG: "名字太长",
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EEXIST: "那里有一个同名的文件",
    errno.ENOTDIR: "那里应当是文件夹，却是一个文件",
    errno.EISDIR: "那里应当是文件，却是一个文件夹",
    errno.EMFILE: "打开的文件太多",
    errno.ENOMEM: "内存不够",
    errno.EAGAIN: "进程太多",
}
OF_ARCHIVE = {
    sqlite3.SQLITE_FULL: SAID[errno.ENOSPC],
    sqlite3.SQLITE_IOERR: SAID[errno.EIO],
    sqlite3.SQLITE_READONLY: SAID[errno.EROFS],
    sqlite3.SQLITE_CANTOPEN: "打不开",
    sqlite3.SQLITE_BUSY: "有别的程序正在用它",
}
"""The same of the archive's file, by SQLite's primary codes; its other errors are faults of the program."""


class MachineError(Exception):
    """Nothing is wrong with the site; the message is for the person who runs the hub."""


@contextmanager
def told() -> Iterator[None]:
    """Turns what the machine refuses into a `MachineError`."""
    try:
        yield
    except OSError as error:
        if error.errno not in SAID:
            raise
        where = f"{error.filename}：" if error.filename else ""
        raise MachineError(f"网站没有做完。{where}{SAID[error.errno]}。") from error
    except sqlite3.OperationalError as error:
        code = error.sqlite_errorcode & 0xFF
        if code not in OF_ARCHIVE:
            raise
        raise MachineError(f"网站没有做完。缓存目录里的 archive.sqlite：{OF_ARCHIVE[code]}。") from error
