"""The output folder: what stands in it, atomic writing, and removing only what is ours."""

from __future__ import annotations

import os
from pathlib import Path

from .intake import signature

MARK = ".hub-output"
"""A file that says: this folder was made by the press, and whatever else is in it may be removed by it."""


class OutputError(Exception):
    """The folder is not ours to write to; the message tells the person who runs the hub what to do."""


class OutputFolder:
    """A folder that the press owns."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def prepare(self) -> None:
        """Makes the folder, or refuses one with files that the press has not put there."""
        self.path.mkdir(parents=True, exist_ok=True)
        mark = self.path / MARK
        if mark.exists():
            return
        if any(self.path.iterdir()):
            raise OutputError(f"输出目录 {self.path} 里有不是本系统印出的文件。请换一个空目录，或先把它清空。")
        mark.write_text("由 ./hub build 生成；本目录的内容会被整理、覆盖和清除。\n", "utf-8")

    def files(self) -> dict[str, str]:
        """Every file in the folder by its address, with what its stat says."""
        found: dict[str, str] = {}
        pending = [""]
        while pending:
            folder = pending.pop()
            with os.scandir(self.path / folder) as entries:
                for entry in entries:
                    address = folder + entry.name
                    if entry.is_dir(follow_symlinks=False):
                        pending.append(address + "/")
                    elif address != MARK:
                        found[address] = signature(entry.stat(follow_symlinks=False))
        return found

    def write(self, address: str, data: bytes) -> tuple[bool, str]:
        """Puts a page in place at one stroke; (whether its bytes are new, what its stat says now)."""
        path = self.path / address
        if not path.is_symlink() and path.is_file() and path.read_bytes() == data:
            return False, signature(path.stat())
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f".{path.name}.{os.getpid()}")
        fresh.write_bytes(data)
        fresh.replace(path)
        return True, signature(path.stat())

    def remove(self, address: str) -> None:
        """Takes a file away, and the folders that it leaves empty."""
        path = self.path / address
        path.unlink(missing_ok=True)
        for folder in path.parents:
            if folder == self.path or any(folder.iterdir()):
                return
            folder.rmdir()
