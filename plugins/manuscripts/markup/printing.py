"""The engine's element tree as HTML5.

Unlike Python-Markdown's own serialisers, `&` in a text is always escaped: entities have been decoded before, so what
looks like one here was written to be read. Code comes escaped from the engine.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final
from xml.etree.ElementTree import Element

from plugins.manuscripts.escaping import escape, escape_attribute

from .findings import Findings

VOID: Final = frozenset({"br", "hr", "img", "wbr"})
KEPT: Final = re.compile("\x02tag:(\\d+)\x03")
FACTBOX: Final = "factbox"
FACTBOX_PLACE: Final = "<!--factbox-->\n"


def printed(root: Element) -> str:
    """The tree without its root's own tag; kept tags still as their marks."""
    pieces: list[str] = []
    if root.text:
        pieces.append(escape(root.text))
    for child in root:
        _write(child, pieces.append)
    return "".join(pieces)


def with_kept_tags(html: str, findings: Findings) -> str:
    return KEPT.sub(lambda match: findings.tags[int(match[1])][0], html) if findings.tags else html


def _write(element: Element, write: Callable[[str], None]) -> None:
    tag = element.tag
    if tag == FACTBOX:
        write(FACTBOX_PLACE)
    else:
        attributes = "".join([f' {name}="{escape_attribute(value)}"' for name, value in element.items()])
        write(f"<{tag}{attributes}>")
        if element.text:
            write(element.text if tag == "code" else escape(element.text))
        for child in element:
            _write(child, write)
        if tag not in VOID:
            write(f"</{tag}>")
    if element.tail:
        write(escape(element.tail))
