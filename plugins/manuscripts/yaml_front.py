"""Front matter read by YAML: its nodes as values, what is wrong with them, and where each of them stands.

libyaml composes the node tree, and tells the place of each node.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import yaml

from .faults import Place
from .types import Note
from .yaml_faults import explain

if TYPE_CHECKING:
    from .frontmatter import Front, Steps

SIGNS: Final = ("&", "!", " #")
COMMENT: Final = re.compile(r"[ \t]+#")
_NULL: Final = "tag:yaml.org,2002:null"
_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def composed(text: str) -> yaml.MappingNode | None:
    """The node tree of a front matter; None when it is YAML, but no mapping."""
    root = yaml.compose(text, Loader=_Loader)
    return root if isinstance(root, yaml.MappingNode) else None


def read(front: Front) -> None:
    """Puts a front matter's values into it, or its faults."""
    try:
        front.root = composed(front.text)
        if front.root is not None:
            front.values = _Walk(front).mapping(front.root)
        else:
            code, place, values = explain(front.source, None)
            front.fault(code, place, **values)
    except yaml.YAMLError as error:
        code, place, values = explain(front.source, error)
        front.fault(code, place, **values)
    except RecursionError:
        front.root = None
        front.fault("yaml-deep", Place(front.source.front_line, 1))


def node_at(root: yaml.MappingNode | None, steps: Steps, *, key: bool) -> yaml.Node | None:
    """The node of a value (or of its key), or of the nearest one around it that exists."""
    node: yaml.Node | None = root
    found = None
    for step in steps:
        pair = _child(node, step)
        if pair is None:
            break
        found, node = pair, pair[1]
    if found is None:
        return None
    return found[0] if found[0] is not None and (key or _blank(found[1])) else found[1]


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
