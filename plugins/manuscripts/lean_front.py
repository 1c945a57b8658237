"""The lean lane of front matter: fields in lines, with plain or quoted text, or a list of such, without YAML.

What it takes it reads as YAML would; for anything else (a comment, an escape, a doubled or indented key, a mapping in a
list, a text that could mean more than its characters) the answer is None. See docs/decisions/0005-lean-lane.md.
"""

from __future__ import annotations

import re
from typing import Any, Final

from .faults import Unsure

_QUOTED: Final = r"\"[^\"\\\n]*\"|'[^'\n]*'"
_START: Final = r"[^\s?:,\[\]{}#&*!|>'\"%@`-]"
_INSIDE: Final = rf"(?:(?:{_QUOTED}) *|{_START}[^,\[\]{{}}:#'\"\t\n]*)"
FIELD: Final = re.compile(
    rf"([a-z_]{{1,40}}):(?: +(?:({_QUOTED})|({_START}[^\t\n]*)|\[ *({_INSIDE}(?:, *{_INSIDE})*)\]))?\n"
    rf"((?P<indent> *)- [^\t\n]+\n(?:(?P=indent)- [^\t\n]+\n)*)?"
)
"""A field's line: its name, then a quoted text, a plain one or a list in brackets; and the lines of a list below."""
INSIDE: Final = re.compile(_INSIDE)
ITEM: Final = re.compile(rf"^ *- +({_QUOTED}|{_START}[^\n]*)\n", re.MULTILINE)
BOM: Final = "\ufeff"
NULLS: Final = frozenset({"~", "null"})


def read(text: str) -> dict[str, Any] | None:
    """The values of a front matter, or None."""
    values: dict[str, Any] = {}
    at, end = 0, len(text)
    while at < end:
        found = FIELD.match(text, at)
        if found is None or found[1] in values:
            return None
        try:
            values[found[1]] = _value(*found.groups()[1:5])
        except Unsure:
            return None
        at = found.end()
    return None if not values or BOM in text else values


def _value(quoted: str | None, plain: str | None, inside: str | None, below: str | None) -> str | list[str] | None:
    if below:
        items = ITEM.findall(below)
        if quoted or plain or inside or len(items) != below.count("\n"):
            raise Unsure
        return [_scalar(item) for item in items]
    if inside:
        return [_scalar(item) for item in INSIDE.findall(inside)]
    written = quoted or plain
    return _scalar(written) if written else None


def _scalar(written: str) -> str:
    if written[0] in "'\"":
        return written.rstrip(" ")[1:-1].strip()
    if ": " in written or " #" in written or written[-1] == ":" or written.strip() in NULLS:
        raise Unsure
    return written.strip()
