"""A manuscript's figures as facts.json has them: an object a line, put together by hand. Pure.

Strings are written by the json module's own function. What the lines of one article share ends each, and is kept once.
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring as quoted
from typing import NamedTuple

from plugins.manuscripts.types import Manuscript


class Export(NamedTuple):
    """The lines of one article without their common end; none holds a line break, which JSON strings escape."""

    heads: bytes  # joined by line breaks
    end: bytes

    def lines(self) -> bytes:
        """The objects, ready to stand between those of other articles."""
        return self.heads.replace(b"\n", self.end + b",\n") + self.end


def export(manuscript: Manuscript, path: str) -> Export:
    """The objects of all figures; `path` is the page's site path."""
    front = manuscript.front
    slug, topics = front["slug"], json.dumps(front.get("topics") or [], ensure_ascii=False)
    heads = []
    for entry in manuscript.figures:
        anchor = entry.anchor
        _, _, text, value, high, bound, unit, label = entry.figure
        heads.append(
            f'{{"id": "{slug}#{anchor}", "value": {number(value)}, "high": {"null" if high is None else number(high)}, '
            f'"bound": "{bound}", "unit": {quoted(unit)}, "text": {quoted(text)}, "label": {quoted(label)}, '
            f'"sentence": {quoted(entry.sentence)}, "anchor": "{anchor}"'
        )
    end = f', "article": {quoted(path)}, "topics": {topics}, "as_of": {json.dumps(front.get("as_of"))}}}'
    return Export("\n".join(heads).encode(), end.encode())


def number(value: float) -> str:
    """Whole numbers without a point; others without the noise of binary fractions."""
    return str(int(value)) if value % 1 == 0 else repr(round(value, 12))
