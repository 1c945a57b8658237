"""Front matter as plain values: mappings, lists, and scalars as their written text.

Only YAML's structure is used. What a scalar means is for the schema to say: `title: 2026` is the text 2026, and a
date is checked with its place at hand. The common shape is read here line by line; anything else, and every question
where something stands, goes to YAML itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from . import lean_front
from .faults import Fault, Place
from .reader import Source
from .schema import FIELD_NAMES
from .types import Note

if TYPE_CHECKING:
    import yaml

Steps = tuple[str | int, ...]
_NAMES = "|".join(sorted(FIELD_NAMES))
FULL_WIDTH_COLON: Final = re.compile(rf"^([ ]*(?:- +)?(?:{_NAMES}))：[ 　]*", re.MULTILINE)
LIMIT: Final = 1 << 16
DEEPEST: Final = 50
DEEP: Final = re.compile(rf"[\[{{]{{{DEEPEST}}}|(?:[-?] +){{{DEEPEST}}}")
"""libyaml's composer has no bound of its own: tens of thousands of levels end the process."""


@dataclass(slots=True)
class Front:
    """The values of a front matter and where each of them stands."""

    source: Source
    text: str = ""  # as YAML reads it
    values: dict[str, Any] | None = None  # None when it can't be read
    root: yaml.MappingNode | None = None  # once YAML has read it
    faults: list[Fault] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    moved: dict[int, tuple[int, int]] = field(default_factory=dict)  # line: (column of its colon, characters added)

    def place(self, steps: Steps, *, key: bool = False) -> Place:
        """The place of a value (or of its key); of the nearest one around it that exists."""
        from . import yaml_front

        if self.root is None and self.values is not None:
            self.root = yaml_front.composed(self.text)
        node = yaml_front.node_at(self.root, steps, key=key)
        return Place(1, 1, 3) if node is None else self.span(node)

    def span(self, node: yaml.Node) -> Place:
        start, end = node.start_mark, node.end_mark
        line = start.line + self.source.front_line
        text = self.source.line(line)
        column = self._column(line, start.column)
        last = self._column(line, end.column) if end.line == start.line else len(text.rstrip()) + 1
        return Place(line, column, max(1, min(last, len(text.rstrip()) + 1) - column))

    def _column(self, line: int, column: int) -> int:
        colon, added = self.moved.get(line, (column, 0))
        return column + 1 - (added if column > colon else 0)

    def fault(self, code: str, place: Place, **values: object) -> None:
        self.faults.append(self.source.fault(code, place, **values))


def parse(source: Source) -> Front:
    """The front matter's values; what is wrong with its YAML is in `faults`."""
    front = Front(source)
    front.text = _with_plain_colons(front)
    if len(front.text) > LIMIT or _deep(front.text):
        front.fault("yaml-deep", Place(source.front_line, 1))
        return front
    front.values = lean_front.read(front.text)
    if front.values is None:
        from . import yaml_front  # a process may never need it, and it takes long to import

        yaml_front.read(front)
    return front


def _deep(text: str) -> bool:
    return sum(map(text.count, ("[", "{", "- ", "? "))) >= DEEPEST and DEEP.search(text) is not None


def _with_plain_colons(front: Front) -> str:
    """The front matter's text, a full-width colon behind a field's name read as the plain one."""
    text = front.source.front
    if "：" not in text:
        return text

    def plain(match: re.Match[str]) -> str:
        line = text.count("\n", 0, match.start()) + front.source.front_line
        colon = match.end(1) - match.start()
        front.moved[line] = (colon, colon + 2 - len(match[0]))
        front.notes.append(Note(line, "colon"))
        return f"{match[1]}: "

    return FULL_WIDTH_COLON.sub(plain, text)
