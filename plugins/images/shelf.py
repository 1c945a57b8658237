"""Where encoded pictures are kept from build to build: a folder each by its key, never written twice."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Container
from pathlib import Path

from .sheets import Sheet

SHEET = "sheet.json"
UNUSED_DAYS = 30
"""How long what no page shows any more is kept: a picture taken out may be put back."""


class Shelf:
    """The folder of all of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def bring(self, data: bytes) -> Sheet:
        """The picture of these bytes, encoded if it is not there. Raises `UnfitError`."""
        from .encoding import key_of

        return self._found(key_of(data)) or self._put(data)

    def read(self, name: str) -> bytes:
        """One file, by its name."""
        return (self.folder / name.partition("-")[0] / name).read_bytes()

    def _found(self, key: str) -> Sheet | None:
        file = self.folder / key / SHEET
        try:
            values = json.loads(file.read_bytes())
            os.utime(file)
            return Sheet(**values | {"widths": tuple(values["widths"])})
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def _put(self, data: bytes) -> Sheet:
        """Files are written aside, and come to their place together when they are whole."""
        from .encoding import encoded

        sheet, files = encoded(data)
        aside = self.folder / f".{os.uname().nodename}-{os.getpid()}"
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(parents=True)
        for name, made in files:
            (aside / name).write_bytes(made)
        (aside / SHEET).write_text(json.dumps(sheet._asdict()), "utf-8")
        place = self.folder / sheet.key
        try:
            aside.rename(place)
        except OSError:  # another process was first, or what stands there is not whole
            shutil.rmtree(place)
            aside.rename(place)
        return sheet

    def tidy(self, used: Container[str]) -> None:
        """Throws away what has long been of no use, and what was left half written."""
        old = time.time() - UNUSED_DAYS * 86_400
        for entry in os.scandir(self.folder) if self.folder.is_dir() else ():
            if entry.name not in used and _seen(entry) < old:
                shutil.rmtree(entry.path, ignore_errors=True)


def _seen(entry: os.DirEntry[str]) -> float:
    """When a picture was last asked for."""
    file = Path(entry.path, SHEET)
    return (file if file.exists() else file.parent).stat().st_mtime
