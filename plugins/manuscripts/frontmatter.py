"""Front matter as plain values: mappings, lists, and scalars as their written text.

Only YAML's structure is used. What a scalar means is for the schema to say: `title: 2026` is the text 2026, and a
date is checked with its place at hand. libyaml composes the node tree; it also tells the place of each node.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from .faults import Fault, Place
from .reader import Source
from .schema import FIELD_NAMES
from .types import Note
from .yaml_faults import explain

Steps = tuple[str | int, ...]
_NAMES = "|".join(sorted(FIELD_NAMES))
FULL_WIDTH_COLON: Final = re.compile(rf"^([ ]*(?:- +)?(?:{_NAMES}))：[ 　]*", re.MULTILINE)
LIMIT: Final = 1 << 16
DEEP: Final = re.compile(r"[\[{]{50}|(?:[-?] +){50}")
"""libyaml's composer has no bound of its own: tens of thousands of levels end the process."""
SIGNS: Final = ("&", "!", " #")
COMMENT: Final = re.compile(r"[ \t]+#")
_NULL: Final = "tag:yaml.org,2002:null"
_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Front:
    """The values of a front matter and where each of them stands."""

    source: Source
    text: str = ""  # as YAML reads it
    root: yaml.MappingNode | None = None
    values: dict[str, Any] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    moved: dict[int, tuple[int, int]] = field(default_factory=dict)  # line: (column of its colon, characters added)

    def place(self, steps: Steps, *, key: bool = False) -> Place:
        """The place of a value (or of its key); of the nearest one around it that exists."""
        node: yaml.Node | None = self.root
        found = None
        for step in steps:
            pair = _child(node, step)
            if pair is None:
                break
            found, node = pair, pair[1]
        if found is None:
            return Place(1, 1, 3)
        shown = found[0] if found[0] is not None and (key or _blank(found[1])) else found[1]
        return self.span(shown)

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
    if len(front.text) > LIMIT or DEEP.search(front.text):
        front.fault("yaml-deep", Place(source.front_line, 1))
        return front
    try:
        root = yaml.compose(front.text, Loader=_Loader)
        if isinstance(root, yaml.MappingNode):
            front.root = root
            front.values = _Walk(front).mapping(root)
        else:
            code, place, values = explain(source, None)
            front.fault(code, place, **values)
    except yaml.YAMLError as error:
        code, place, values = explain(source, error)
        front.fault(code, place, **values)
    except RecursionError:
        front.root = None
        front.fault("yaml-deep", Place(source.front_line, 1))
    return front


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


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def _blank(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.value.strip()


class _Walk:
    """Nodes to values; notes doubled keys, and refuses aliases, which can grow without bound."""

    def __init__(self, front: Front) -> None:
        self.front = front
        self.seen: set[int] = set()
        self.signs = any(sign in front.text for sign in SIGNS)

    def mapping(self, node: yaml.MappingNode) -> dict[str, Any]:
        values: dict[str, Any] = {}
        lines: dict[str, int] = {}
        for key, value in node.value:
            place = self.front.span(key) if not isinstance(key, yaml.ScalarNode) or key.value in lines else None
            if not isinstance(key, yaml.ScalarNode):
                self.front.fault("key-strange", place or Place(1, 1))
            elif place:
                self.front.fault("key-doubled", place, field=key.value, first=lines[key.value])
            else:
                lines[key.value] = key.start_mark.line + self.front.source.front_line
                values[key.value] = self.value(value)
        return values

    def value(self, node: yaml.Node) -> Any:
        if self.signs:
            self._swallowed(node)
        if isinstance(node, yaml.ScalarNode):
            return None if node.tag == _NULL and node.value in ("", "~", "null") else node.value.strip()
        if id(node) in self.seen:
            self.front.fault("yaml-alias", self.front.span(node))
            return None
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node)
        return [self.value(item) for item in node.value]

    def _swallowed(self, node: yaml.Node) -> None:
        """YAML would drop `&name`, `!name` and what follows ` #` without a word."""
        text = self.front.text
        if text[node.start_mark.index : node.start_mark.index + 1] in ("&", "!"):
            self.front.fault("yaml-sign", self.front.span(node), char=text[node.start_mark.index])
        if isinstance(node, yaml.ScalarNode) and COMMENT.match(text, node.end_mark.index):
            self.front.notes.append(Note(node.end_mark.line + self.front.source.front_line, "comment"))
