"""What is wrong with a manuscript, where, and how to mend it.

A code of the message table, a place and some values make a `Fault`; `render` shows it to an editor with the line and
a caret. Lines and columns count from 1, columns in characters.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .excerpt import marked
from .messages import MESSAGES, NOTES
from .types import Note


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one line of a file."""

    line: int
    column: int
    length: int = 1


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend. `excerpt` is the whole line."""

    path: str
    line: int
    column: int
    length: int
    code: str
    message: str
    mend: str
    excerpt: str


class Unsure(Exception):  # noqa: N818 — no fault: the way out of a lean lane
    """What stands here isn't known with certainty."""


class ManuscriptError(Exception):
    """A manuscript that can't be compiled; `faults` are all of the file, in its order.

    `front` is its front matter as written, unchecked, so that it can be judged against other files in the same run.
    """

    def __init__(self, faults: tuple[Fault, ...], front: dict[str, Any] | None = None) -> None:
        super().__init__("\n".join(render(fault) for fault in faults))
        self.faults = faults
        self.front = front or {}

    def __reduce__(self) -> tuple[type[ManuscriptError], tuple[tuple[Fault, ...], dict[str, Any]]]:
        """A build's workers hand their errors over between processes."""
        return type(self), (self.faults, self.front)


def fault_at(code: str, path: str, line: str, place: Place, **values: object) -> Fault:
    """A fault whose line of text is at hand."""
    message, mend = (template.format_map(values) for template in MESSAGES[code])
    return Fault(path, place.line, place.column, place.length, code, message, mend, line)


def render(fault: Fault) -> str:
    """The fault as an editor reads it in a terminal."""
    shown, carets = marked(fault.excerpt, fault.column, fault.length)
    number = str(fault.line)
    gutter = " " * len(number)
    lines = (
        f"{fault.path}:{fault.line}:{fault.column} [{fault.code}] {fault.message}",
        f"  {number} | {shown}".rstrip(),
        f"  {gutter} | {carets}",
        f"  改法：{fault.mend}",
    )
    return "\n".join(lines)


def render_note(path: str, note: Note) -> str:
    """Something forgiven, as an editor reads it."""
    return f"{path}:{note.line} [{note.code}] {NOTES[note.code]}"
