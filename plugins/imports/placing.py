"""Files put in their places, all of them or none: written under temporary names beside them, then renamed."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from .refusal import ImportRefusedError, damage


def place(out: Path, files: Mapping[str, bytes]) -> None:
    """Writes files (POSIX paths relative to `out`). Refuses if one is there already; then nothing is written."""
    if out.exists() and not out.is_dir():
        raise ImportRefusedError("out-is-file", path=out)
    for name in files:
        if (out / name).exists() or (out / name).is_symlink():
            raise ImportRefusedError("exists", path=out / name)
    new = _first_missing(out)
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".import-", dir=out) as draft:
            _put(Path(draft), out, files)
    except OSError as error:
        if new is not None and new.is_dir():
            shutil.rmtree(new, ignore_errors=True)
        raise ImportRefusedError("unwritable", path=out, why=damage(error)) from error


def _first_missing(out: Path) -> Path | None:
    """The topmost folder that has to be made."""
    missing = [path for path in (out, *out.parents) if not path.exists()]
    return missing[-1] if missing else None


def _put(draft: Path, out: Path, files: Mapping[str, bytes]) -> None:
    for n, data in enumerate(files.values()):
        with (draft / str(n)).open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    done: list[Path] = []
    try:
        for n, name in enumerate(files):
            target = out / name
            target.parent.mkdir(parents=True, exist_ok=True)
            os.link(draft / str(n), target)  # unlike a rename, it never replaces a file that came in between
            done.append(target)
    except BaseException:  # Ctrl-C too
        for target in done:
            target.unlink(missing_ok=True)
        raise
