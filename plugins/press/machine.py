"""What the machine refuses, a full disk or a folder without rights, said in a line instead of a traceback."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from plugins.wording import MACHINE

OF_ARCHIVE = {
    sqlite3.SQLITE_FULL: MACHINE[errno.ENOSPC],
    sqlite3.SQLITE_IOERR: MACHINE[errno.EIO],
    sqlite3.SQLITE_READONLY: MACHINE[errno.EROFS],
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
        if error.errno not in MACHINE:
            raise
        where = f"{error.filename}：" if error.filename else ""
        raise MachineError(f"网站没有做完。{where}{MACHINE[error.errno]}。") from error
    except sqlite3.OperationalError as error:
        code = error.sqlite_errorcode & 0xFF
        if code not in OF_ARCHIVE:
            raise
        raise MachineError(f"网站没有做完。缓存目录里的 archive.sqlite：{OF_ARCHIVE[code]}。") from error
