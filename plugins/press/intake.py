"""From content/ into the archive: which files changed, what they compile to, and what is wrong with them.

A file is read again when its size, times or inode differ from those noted; it is compiled again when its bytes differ.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plugins.archive import Archive
from plugins.manuscripts import (
    Fault,
    ManuscriptError,
    Place,
    compile_manuscript,
    make_fault,
    render,
    render_note,
)
from plugins.manuscripts.types import Manuscript

from .judging import judged

FOLDERS = ("articles", "topics", "columns", "pages")
ASIDE = ("images", "lexicon")
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"})
CHUNK = 16
SETTLED = 2_000_000_000  # ns: a file younger than this may change again within one tick of its clock


@dataclass(slots=True)
class Intake:
    """What was found under content/."""

    manuscripts: int = 0
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    pictures: dict[str, str] = field(default_factory=dict)  # path under content/ → what its stat says
    broken: dict[str, dict[str, Any]] = field(default_factory=dict)  # path → front matter of what did not compile

    @property
    def errors(self) -> int:
        return len({fault.path for fault in self.faults})


def signature(status: os.stat_result) -> str:
    """What tells that a file is not the one that was seen before, without reading it."""
    return f"{status.st_size}:{status.st_mtime_ns}:{status.st_ctime_ns}:{status.st_ino}"


def walk(root: Path, folder: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file below, by its path relative to `root`; names that begin with a dot belong to editors' programs."""
    with os.scandir(root / folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            path = f"{folder}/{entry.name}" if folder else entry.name
            if entry.name.startswith(".") or entry.name.endswith("~"):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from walk(root, path)
            else:
                yield path, entry


def take_in(archive: Archive, content: Path, pool: Executor | None) -> Intake:
    """Brings the archive up to what stands under `content`, and judges it as a whole."""
    intake, found = Intake(), {}
    for path, entry in walk(content):
        folder = path.partition("/")[0]
        if entry.is_symlink():
            intake.faults.append(_whole_file("symlink", path))
        elif folder == "images" and Path(path).suffix.lower() in PICTURES:
            intake.pictures[path] = signature(entry.stat())
        elif folder in FOLDERS and path.endswith(".md"):
            found[path] = signature(entry.stat())
        elif folder not in ASIDE or folder == "images":
            intake.faults.append(_whole_file("not-a-manuscript", path))
    intake.manuscripts = len(found)
    _update(archive, content, found, intake, pool)
    intake.faults += judged(archive, content, intake.pictures.keys(), intake.broken, {f.path for f in intake.faults})
    return intake


def _whole_file(code: str, path: str, **values: object) -> Fault:
    """A fault of a file that has no lines to point at."""
    return make_fault(code, path, b"", Place(1, 1), **values)


def _update(archive: Archive, content: Path, found: Mapping[str, str], intake: Intake, pool: Executor | None) -> None:
    known = {row["path"]: (row["stat"], row["digest"]) for row in archive.ask("SELECT path, stat, digest FROM files")}
    gone = known.keys() - found.keys()
    looked_at = [path for path, stat in found.items() if path not in known or known[path][0] != stat]
    if not gone and not looked_at:
        return
    begun = time.time_ns()
    archive.begin()
    archive.db.execute("DELETE FROM plan")  # whatever comes of this build, the plan of the one before no longer holds
    _drop(archive, gone)
    for path, digest, manuscript, error in _compiled(content, looked_at, known, pool):
        old = known.get(path)
        if error is not None:
            _drop(archive, [path])
            intake.faults.extend(error.faults)
            intake.broken[path] = error.front
            continue
        if manuscript is not None:
            if old is not None:
                archive.forget([path])
            archive.keep(manuscript)
        elif old is None:
            continue
        young = begun - (content / path).stat().st_ctime_ns < SETTLED
        archive.db.execute("REPLACE INTO files VALUES (?, ?, ?)", (path, "" if young else found[path], digest))
        if manuscript is not None:
            intake.notes.extend(render_note(path, note) for note in manuscript.notes)
    archive.commit()
    archive.settled()


def _drop(archive: Archive, paths: set[str] | list[str]) -> None:
    archive.forget(paths)
    archive.db.executemany("DELETE FROM files WHERE path = ?", [(path,) for path in paths])


Compiled = tuple[str, str, Manuscript | None, ManuscriptError | None]


def _compiled(
    content: Path, paths: list[str], known: Mapping[str, tuple[str, str]], pool: Executor | None
) -> Iterator[Compiled]:
    digests = {path: known[path][1] if path in known else "" for path in paths}
    chunks = [paths[start : start + CHUNK] for start in range(0, len(paths), CHUNK)]
    work = [(str(content), [(path, digests[path]) for path in chunk]) for chunk in chunks]
    results = pool.map(compile_chunk, work) if pool is not None and len(chunks) > 2 else map(compile_chunk, work)
    for chunk in results:
        yield from chunk


def compile_chunk(work: tuple[str, list[tuple[str, str]]]) -> list[Compiled]:
    """Compiles some files, in whichever process; a file whose bytes have the digest that is known is left alone."""
    content, files = work
    return [_compile(Path(content), path, known) for path, known in files]


def _compile(content: Path, path: str, known: str) -> Compiled:
    try:
        data = (content / path).read_bytes()
    except OSError as error:
        unreadable = _whole_file("unreadable", path, why=str(error.strerror))
        return path, "", None, ManuscriptError((unreadable,))
    digest = hashlib.blake2b(data, digest_size=16).hexdigest()
    if digest == known:
        return path, digest, None, None
    try:
        return path, digest, compile_manuscript(path, data), None
    except ManuscriptError as error:
        return path, digest, None, error


def rendered(faults: list[Fault]) -> list[str]:
    """All faults as an editor reads them, in the order of their files and lines."""
    return [render(fault) for fault in sorted(faults, key=lambda fault: (fault.path, fault.line, fault.column))]
