"""A manuscript's figures as facts.json has them: an object a line, put together by hand. Pure.

The values that one article's figures share are written once, strings by the json module's own function.
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring as quoted

from plugins.manuscripts.types import Manuscript


def lines(manuscript: Manuscript, path: str) -> str:
    """The objects of all figures, ready to stand between those of other articles; `path` is the page's site path."""
    front = manuscript.front
    slug, topics = front["slug"], json.dumps(front.get("topics") or [], ensure_ascii=False)
    article = f'"article": {quoted(path)}, "topics": {topics}, "as_of": {json.dumps(front.get("as_of"))}'
    written = []
    for entry in manuscript.figures:
        figure, anchor = entry.figure, entry.anchor
        high = "null" if figure.high is None else number(figure.high)
        written.append(
            f'{{"id": "{slug}#{anchor}", "value": {number(figure.value)}, "high": {high}, "bound": "{figure.bound}", '
            f'"unit": {quoted(figure.unit)}, "text": {quoted(figure.text)}, "label": {quoted(figure.label)}, '
            f'"sentence": {quoted(entry.sentence)}, "anchor": "{anchor}", {article}}}'
        )
    return ",\n".join(written)


def number(value: float) -> str:
    """Whole numbers without a point; others without the noise of binary fractions."""
    return str(int(value)) if value % 1 == 0 else repr(round(value, 12))
