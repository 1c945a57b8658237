"""From content/ into the archive: which files changed, what they compile to, and what is wrong with them.

A file is read again when its size, times or inode differ from those noted; it is compiled again when its bytes differ.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from plugins.archive import Archive, Family, manuscript_rows
from plugins.images.unfit import SUFFIXES
from plugins.manuscripts import (
    Fault,
    ManuscriptError,
    Place,
    compile_manuscript,
    make_fault,
    render,
    render_note,
    typeset,
)

from .judging import judged
from .pictures import picture_files, take_in_pictures
from .planning import articles_alone, touching
from .stages import Stages
from .survey import Survey
from .workshop import Bench, Workshop, cut

FOLDERS = ("articles", "topics", "columns", "pages")
ASIDE = ("images", "lexicon")
ACCOUNT = ".report.json"
"""Ends the account of an import, which may lie beside its manuscript and is for the editor alone."""
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"})
CHUNK = 32
WORTH_SHARING = 64
"""Fewer files than this are compiled sooner than processes start."""


@dataclass(slots=True)
class Intake:
    """What was found under content/."""

    manuscripts: int = 0
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)  # paths under content/ of those that nobody has seen before
    broken: dict[str, dict[str, Any]] = field(default_factory=dict)  # path → front matter of what did not compile

    @property
    def errors(self) -> int:
        return len({fault.path for fault in self.faults})


class Compiled(NamedTuple):
    """One file: the digest of its bytes, and why they did not compile. `same` if they are the bytes that were known."""

    path: str
    digest: str
    same: bool = False
    error: ManuscriptError | None = None


class Batch(NamedTuple):
    """A chunk of files, and the rows of those that compiled, by table."""

    files: list[Compiled]
    rows: dict[str, list[Sequence[object]]]
    notes: list[str]


def take_in(  # noqa: PLR0913, PLR0917 - a build's parts, put together in one place
    archive: Archive,
    content: Path,
    found: Survey,
    families: Mapping[str, Family],
    workshop: Workshop,
    stages: Stages,
) -> Intake:
    """Brings the archive up to what stands under `content`, and judges it as a whole."""
    intake, known = Intake(), archive.files()
    new = _sorted_out(found, known, picture_files(archive), intake)
    now = found.files.get
    gone = known.keys() - found.files.keys()
    other = sorted([*new, *(path for path, seen in known.items() if path not in gone and now(path) != seen)])
    clean = bool(archive.ask("SELECT 1 FROM clean"))
    if gone or other or archive.fresh:
        with archive.filling(), touching(archive, families, gone, other):
            archive.drop(gone)
            digests = archive.digests(other) if known else {}
            phrases = archive.phrases(other) if known and len(other) < WORTH_SHARING else {}
            chunks = cut([(path, digests.get(path, ""), phrases.get(path)) for path in other], CHUNK)
            for batch in workshop.each(compile_chunk, chunks, share=len(other) >= WORTH_SHARING):
                _keep(archive, batch, known, intake)
                stages.step(len(batch.files))
                done = [file for file in batch.files if not file.error]
                archive.note((f.path, 0 if f.path in found.young else found.files[f.path], f.digest) for f in done)
    showing, unused = take_in_pictures(archive, found, intake.pictures, families, workshop, stages)
    intake.notes += unused
    faulty = {fault.path for fault in intake.faults}
    since = [*gone, *other, *showing] if clean and articles_alone(gone, other, showing) else None
    intake.faults += judged(archive, content, intake.broken, faulty, since)
    if not intake.faults and not archive.ask("SELECT 1 FROM clean"):
        archive.db.execute("INSERT INTO clean VALUES ('no fault between files')")
    return intake


def _sorted_out(found: Survey, known: Mapping[str, int], pictures: Mapping[str, int], intake: Intake) -> list[str]:
    """The manuscripts that nobody has seen before; likewise pictures and what should not be there, which are noted."""
    new = []
    intake.faults += [_whole_file("symlink", path) for path in found.links]
    unknown = found.files.keys() - known.keys() - pictures.keys()
    for path in unknown:
        folder = path.partition("/")[0]
        if not _is_text(path):
            intake.faults.append(_whole_file("file-name", path))
        elif folder in FOLDERS and path.endswith(".md"):
            new.append(path)
        elif folder == "images" and path[path.rfind(".") :].lower() in PICTURES:
            intake.pictures.append(path)
        elif code := folder == "images" and SUFFIXES.get(path[path.rfind(".") :].lower()):
            intake.faults.append(_whole_file(code, path))
        elif (folder not in ASIDE or folder == "images") and not _is_account(path, found):
            intake.faults.append(_whole_file("not-a-manuscript", path))
    others = len(unknown) + sum(path in found.files for path in pictures)
    intake.manuscripts = len(found.files) - others + len(new)
    return new


def _is_account(path: str, found: Survey) -> bool:
    """Whether this is the account of an import whose manuscript stands beside it."""
    return path.endswith(ACCOUNT) and f"{path.removesuffix(ACCOUNT)}.md" in found.files


def _whole_file(code: str, path: str, **values: object) -> Fault:
    """A fault of a file that has no lines to point at."""
    shown = path.encode("utf-8", "backslashreplace").decode()
    return make_fault(code, shown, b"", Place(1, 1), **values)


def _is_text(path: str) -> bool:
    """Whether a path is one that can be written down: a name on a disk may be any bytes."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _keep(archive: Archive, batch: Batch, known: Mapping[str, object], intake: Intake) -> None:
    intake.notes += batch.notes
    broken = [file for file in batch.files if file.error is not None]
    for file in broken:
        assert file.error is not None
        intake.faults.extend(file.error.faults)
        intake.broken[file.path] = file.error.front
    archive.drop(file.path for file in broken)
    archive.forget(file.path for file in batch.files if not file.same and file.path in known)
    archive.keep(batch.rows)


def compile_chunk(bench: Bench, files: list[tuple[str, str, dict[str, str] | None]]) -> Batch:
    """Compiles some files; one whose bytes have the digest that is known is left alone. Phrases come along."""
    rows: dict[str, list[Sequence[object]]] = defaultdict(list)
    batch = Batch([], rows, [])
    for path, known, phrases in files:
        batch.files.append(_compile(bench, path, known, phrases, batch))
    return batch


def _compile(bench: Bench, path: str, known: str, phrases: dict[str, str] | None, batch: Batch) -> Compiled:
    try:
        with open(f"{bench.site.content}/{path}", "rb", buffering=0) as file:  # noqa: PTH123  Path takes twice as long
            data = file.read()
    except OSError as error:
        return Compiled(path, "", error=ManuscriptError((_whole_file("unreadable", path, why=str(error.strerror)),)))
    digest = hashlib.blake2b(data, digest_size=16).hexdigest()
    if digest == known:
        return Compiled(path, digest, same=True)
    try:
        manuscript = typeset(compile_manuscript(path, data), phrases)
    except ManuscriptError as error:
        return Compiled(path, digest, error=error)
    for table, row in manuscript_rows(manuscript, bench.site.features):
        batch.rows[table].append(row)
    batch.notes.extend(render_note(path, note) for note in manuscript.notes)
    return Compiled(path, digest)


def rendered(faults: list[Fault]) -> list[str]:
    """All faults as an editor reads them, in the order of their files and lines."""
    return [render(fault) for fault in sorted(faults, key=lambda fault: (fault.path, fault.line, fault.column))]
