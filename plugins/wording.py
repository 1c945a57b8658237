"""The words of findings: a room's `messages.toml` in; the level, message, reason and mending of a finding out.

One table for every rule of a room, so that an editor who mends the wording needs to look nowhere else. And what the
machine refuses, in Chinese, for every room that says it.
"""

from __future__ import annotations

import errno
import tomllib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Literal, NamedTuple

Level = Literal["block", "veto", "warn"]
"""Whether a finding stops what was asked for; `veto`: an inspection would fail the site, but a release may mend it."""
LEVELS: dict[str, Level] = {"block": "block", "veto": "veto", "warn": "warn"}


MACHINE = {
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
"""What the machine refuses, by the number of its error."""


class Wording(NamedTuple):
    """A finding's words: how grave it is, what is wrong, why it is (where the table says so), how to mend it."""

    level: Level
    message: str
    why: str
    mend: str


class Messages:
    """The table beside a room's modules, read when the first finding asks for its words."""

    def __init__(self, module: str) -> None:
        self.file = Path(module).with_name("messages.toml")

    @cached_property
    def table(self) -> dict[str, dict[str, dict[str, str]]]:
        """rule → code → level, message, why, mend. Raises OSError and TOMLDecodeError."""
        return tomllib.loads(self.file.read_text("utf-8"))

    def wording(self, rule: str, code: str, values: Mapping[str, object]) -> Wording:
        """The table's entry with its `{names}` filled in. Raises KeyError for a code that the table lacks."""
        entry = self.table[rule][code]
        level = LEVELS[entry.get("level", "block")]
        return Wording(level, *(entry.get(name, "").strip().format_map(values) for name in ("message", "why", "mend")))
