"""FILE… to sources' bytes: files, folders and zips of them; kinds told by content; what is too large or untrue refused.

Nothing of a zip is unpacked to disk. Its entries are read up to their limits, whatever sizes they claim.
"""

from __future__ import annotations

import io
import os
import posixpath
import re
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from .refusal import ImportRefusedError, damage

MEGA: Final = 1 << 20
LIMITS: Final = {"txt": 8, "md": 8, "html": 8, "docx": 100, "pdf": 100, "zip": 100}
"""The most megabytes of each kind."""
UNPACKED: Final = 300
RATIO: Final = 200
FILES: Final = 2000
DEEPEST: Final = 2
SUFFIXES: Final = {
    ".txt": "txt", ".text": "txt", ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".docx": "docx", ".pdf": "pdf", ".zip": "zip",
}  # fmt: skip
SHOWN: Final = ".txt、.docx、.html、.pdf、.md"
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HTML: Final = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)", re.IGNORECASE | re.DOTALL
)
PASSED_OVER: Final = re.compile(r"(?:^|/)(?:\.|~\$|__MACOSX/|Thumbs\.db$|desktop\.ini$)")


@dataclass(frozen=True, slots=True)
class Raw:
    """A source as it came: its name, its kind, its bytes, and how to get at files beside it."""

    name: str
    kind: str
    data: bytes
    beside: Callable[[str], bytes | None] = lambda _: None


Found = Raw | ImportRefusedError
"""A source, or why one of several is none."""


def opened(paths: Iterable[Path]) -> Iterator[Found]:
    """Every source, in order; several of a folder or zip in the order of their names."""
    for path in paths:
        count = 0
        for raw in _of_path(path):
            count += 1
            if count > FILES:
                raise ImportRefusedError("too-many", name=path.name, limit=FILES)
            yield raw
        if not count:
            raise ImportRefusedError("nothing", path=path, kinds=SHOWN)


def _of_path(path: Path) -> Iterator[Found]:
    if path.is_dir():
        for inner in sorted(path.rglob("*")):
            name = inner.relative_to(path).as_posix()
            if inner.is_file() and not inner.is_symlink() and not PASSED_OVER.search(name) and suffix(name):
                yield from _each(partial(_of_file, inner, name))
        return
    if not path.exists() and not path.is_symlink():
        raise ImportRefusedError("missing", path=path)
    if not path.is_file():
        raise ImportRefusedError("special", path=path)
    yield from _of_file(path, path.name)


def _each(sources: Callable[[], Iterator[Found]]) -> Iterator[Found]:
    """One of several: what is wrong with it doesn't keep the others from coming."""
    try:
        yield from sources()
    except ImportRefusedError as error:
        yield error


def suffix(name: str) -> str:
    return SUFFIXES.get(posixpath.splitext(name)[1].lower(), "")


def _nameable(name: str) -> bool:
    """Whether a name can be written down: on a disk it may be any bytes."""
    return name == os.fsencode(name).decode("utf-8", "replace")


def _shown(path: Path) -> str:
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _of_file(path: Path, name: str) -> Iterator[Found]:
    if not _nameable(name):
        raise ImportRefusedError("file-name", path=_shown(path))
    size = path.stat().st_size
    most = LIMITS.get(suffix(name), max(LIMITS.values()))
    if size > most * MEGA:
        raise ImportRefusedError("too-large", name=name, size=f"{size / MEGA:.0f}", limit=most)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ImportRefusedError("missing", path=path) from error
    yield from _of_bytes(name, data, _beside(path), 0)


def _beside(path: Path) -> Callable[[str], bytes | None]:
    """Reads files of the folder that a page was saved with, and none outside it."""
    home = path.parent.resolve()

    def look(address: str) -> bytes | None:
        try:
            wanted = (home / address).resolve()
            inside = wanted.is_relative_to(home) and wanted.is_file() and wanted.stat().st_size <= 20 * MEGA
            return wanted.read_bytes() if inside else None
        except (OSError, ValueError):
            return None

    return look


def _of_bytes(name: str, data: bytes, beside: Callable[[str], bytes | None], depth: int) -> Iterator[Found]:
    if not data:
        raise ImportRefusedError("empty", name=name)
    found = kind(name, data)
    if found == "zip":
        if depth >= DEEPEST:
            raise ImportRefusedError("zip-nested", name=name, entry=name)
        yield from _of_zip(name, data, depth)
        return
    yield Raw(name, found, data, beside)


def kind(name: str, data: bytes) -> str:
    """What the bytes are; the name decides only between kinds of text."""
    ending = suffix(name)
    if data.startswith(b"%PDF-") or b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(OLE):
        raise ImportRefusedError("docx-encrypted" if ending == "docx" else "kind", name=name, kinds=SHOWN)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "docx" if b"word/document.xml" in data or ending == "docx" else "zip"
    if ending == "docx":
        raise ImportRefusedError("docx-broken", name=name, why="开头不是 Word 文件的字节")
    if ending == "pdf":
        raise ImportRefusedError("pdf-broken", name=name, why="开头不是 PDF 的字节")
    if ending == "zip":
        raise ImportRefusedError("zip-broken", name=name, why="开头不是 zip 的字节")
    if ending in ("html", "md"):
        return ending
    return "html" if HTML.match(data[:4096].removeprefix(b"\xef\xbb\xbf")) else "txt"


def _of_zip(name: str, data: bytes, depth: int) -> Iterator[Found]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as bundle:
            entries = [entry for entry in bundle.infolist() if not entry.is_dir()]
            _refuse_untrue(name, data, entries)
            read = _Unpacking(name, bundle)
            known = {_name(entry): entry for entry in entries}
            for inner in sorted(known):
                if not PASSED_OVER.search(inner) and suffix(inner):
                    yield from _each(partial(_entry, read, known, inner, depth))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise ImportRefusedError("zip-broken", name=name, why=damage(error)) from error


def _entry(read: _Unpacking, known: dict[str, zipfile.ZipInfo], inner: str, depth: int) -> Iterator[Found]:
    beside = _beside_in(read, known, posixpath.dirname(inner))
    yield from _of_bytes(inner, read.entry(known[inner]), beside, depth + 1)


def _refuse_untrue(name: str, data: bytes, entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > FILES:
        raise ImportRefusedError("too-many", name=name, limit=FILES)
    for entry in entries:
        shown = _name(entry)
        if entry.flag_bits & 1:
            raise ImportRefusedError("zip-encrypted", name=name)
        if shown.startswith("/") or ".." in shown.split("/") or "\\" in shown or re.match("[A-Za-z]:", shown):
            raise ImportRefusedError("zip-climbs", name=name, entry=shown)
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise ImportRefusedError("zip-climbs", name=name, entry=shown)
    whole = sum(entry.file_size for entry in entries)
    if whole > UNPACKED * MEGA or whole > RATIO * len(data) + MEGA:
        raise ImportRefusedError("zip-bomb", name=name, limit=UNPACKED, ratio=RATIO)


def _name(entry: zipfile.ZipInfo) -> str:
    """Names that no flag says to be UTF-8 are GB18030 where Chinese Windows packed them."""
    if entry.flag_bits & 0x800:
        return entry.filename
    raw = entry.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return entry.filename


class _Unpacking:
    """Reads a zip's entries, no more of them than the limit together."""

    def __init__(self, name: str, bundle: zipfile.ZipFile) -> None:
        self.name, self.bundle, self.left = name, bundle, UNPACKED * MEGA

    def entry(self, entry: zipfile.ZipInfo) -> bytes:
        with self.bundle.open(entry) as file:
            data = file.read(self.left + 1)
        self.left -= len(data)
        if self.left < 0:
            raise ImportRefusedError("zip-bomb", name=self.name, limit=UNPACKED, ratio=RATIO)
        most = LIMITS.get(suffix(_name(entry)), 20)
        if len(data) > most * MEGA:
            raise ImportRefusedError("too-large", name=_name(entry), size=f"{len(data) / MEGA:.0f}", limit=most)
        return data


def _beside_in(read: _Unpacking, known: dict[str, zipfile.ZipInfo], home: str) -> Callable[[str], bytes | None]:
    """The same for a page in a zip."""

    def look(address: str) -> bytes | None:
        entry = known.get(posixpath.normpath(posixpath.join(home, address)))
        return read.entry(entry) if entry else None

    return look
