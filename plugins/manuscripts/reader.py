"""A file's bytes as text: decoded, with plain line ends, split into front matter and body.

What can be forgiven (a BOM, other line ends) becomes a `Note`; what can't, one located fault. Lines and columns are
those of the file as an editor sees it: line ends don't change them, and a BOM is no character of the first line.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from .faults import Fault, Place, fault_at
from .types import Kind, Note

LIMIT_MB: Final = 2
KINDS: Final[dict[str, Kind]] = {
    "articles": "article",
    "topics": "topic",
    "columns": "column",
    "pages": "page",
}
BOM: Final = "\ufeff"
FENCE: Final = re.compile(r"---[ \t]*\n")
CLOSING: Final = re.compile(r"^---[ \t]*$", re.MULTILINE)
_PLANES = "".join(chr((plane << 16) + low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
CONTROL: Final = re.compile(f"[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef{_PLANES}]")
"""What no page may hold; the Markdown engine's own marks are among it, and the line ends that only YAML knows."""


class Source(NamedTuple):
    """A readable file. Offsets are into `text`."""

    path: str
    kind: Kind
    text: str
    front: str
    front_start: int
    body: str
    body_start: int
    notes: tuple[Note, ...]

    @property
    def front_line(self) -> int:
        """The line of the file that the front matter begins on: the one behind the opening fence."""
        return 2

    def line(self, number: int) -> str:
        """One line of the file, counted from 1; "" beyond its end."""
        return line_of(self.text, number)

    def place(self, offset: int, length: int = 1) -> Place:
        """The place of a stretch of the text, cut at the end of its line."""
        start = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        room = (len(self.text) if end < 0 else end) - offset
        return Place(self.text.count("\n", 0, offset) + 1, offset - start + 1, max(1, min(length, room)))

    def fault(self, code: str, place: Place, **values: object) -> Fault:
        return fault_at(code, self.path, self.line(place.line), place, **values)


def line_of(text: str, number: int) -> str:
    lines = text.split("\n", number)
    return lines[number - 1] if number <= len(lines) else ""


def read(path: str, data: bytes) -> Source | Fault:
    """The file as a source, or the one fault that keeps it from being read."""
    kind = KINDS.get(path.partition("/")[0])
    if kind is None or "/" not in path:
        return fault_at("folder-unknown", path, "", Place(1, 1))
    if len(data) > LIMIT_MB << 20:
        size = f"{len(data) / (1 << 20):.1f}"
        return fault_at("file-too-large", path, "", Place(1, 1), size=size, limit=LIMIT_MB)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _wrong_encoding(path, data, error.start)
    return _split(path, kind, text)


def as_text(data: bytes) -> str:
    """The text that lines and columns refer to, whatever the bytes are."""
    return _plain(data.decode("utf-8", "replace"))[0]


def _plain(text: str) -> tuple[str, tuple[Note, ...]]:
    notes = []
    if text.startswith(BOM):
        text = text[1:]
        notes.append(Note(1, "bom"))
    if "\r" in text:
        notes.append(Note(text.count("\n", 0, text.index("\r")) + 1, "line-ends"))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, tuple(notes)


def _split(path: str, kind: Kind, text: str) -> Source | Fault:
    text, notes = _plain(text)
    source = Source(path, kind, text, "", 0, text, 0, notes)
    if found := _control(text):
        code = "nul" if found[0] == "\0" else "control"
        return source.fault(code, source.place(found.start()), name=f"U+{ord(found[0]):04X}")
    opening = FENCE.match(text) or FENCE.match(text + "\n")
    if opening is None:
        first = line_of(text, 1)
        return source.fault("front-missing", Place(1, 1, max(1, len(first))))
    closing = CLOSING.search(text, opening.end())
    if closing is None:
        return source.fault("front-unclosed", Place(1, 1, 3))
    front, start = text[opening.end() : closing.start()], min(closing.end() + 1, len(text))
    return Source(path, kind, text, front, opening.end(), text[start:], start, notes)


def _control(text: str) -> re.Match[str] | None:
    """The first character that no page may hold. Nearly every text is printable, which is told much sooner."""
    if text.replace("\n", "").replace("\u3000", "").isprintable():
        return None
    return CONTROL.search(text)


def _wrong_encoding(path: str, data: bytes, start: int) -> Fault:
    """Names the encoding that it probably is; the place is the first byte that isn't UTF-8."""
    before = _plain(data[:start].decode("utf-8"))[0]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    excerpt = line_of(as_text(data), line)
    return fault_at(_likely(data), path, excerpt, Place(line, column))


def _likely(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "encoding-utf16"
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return "encoding"
    han = sum("\u4e00" <= char <= "\u9fff" for char in text)
    return "encoding-gb" if han * 4 > len(text.strip()) - text.count("\n") or han >= 8 else "encoding"
