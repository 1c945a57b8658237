"""A manuscript's figures as facts.json has them: an object a line, put together by hand. Pure.

How they are written and what is said stands in the ledgers' rows already, as HTML; what else is known of them is kept
beside the rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import unescape
from json.encoder import encode_basestring as quoted

from plugins.manuscripts.types import FigureEntry

from .markup import by_row

_TAG = re.compile(rb"</?(?:small|mark)>")
_ESCAPED = bytes(range(32)).replace(b"\n", b"") + b'"\\&'
"""What a string in JSON has to escape, and what escapes in HTML begin with; every line break ends a piece."""


def values(figures: Iterable[FigureEntry], days: Iterable[str]) -> bytes:
    """What rows don't say of each figure, a line each: value, upper end, bound, unit, the day as of which it holds."""
    found = []
    for entry, day in zip(figures, days, strict=True):
        _, _, _, value, high, bound, unit, _ = entry.figure
        end = "null" if high is None else number(high)
        found.append(
            f'"value": {number(value)}, "high": {end}, "bound": "{bound}", "unit": {quoted(unit)}, "as_of": "{day}"'
        )
    return "\n".join(found).encode()


def number(value: float) -> str:
    """Whole numbers without a point; others without the noise of binary fractions."""
    return str(int(value)) if value % 1 == 0 else repr(round(value, 12))


def ending(path: str, topics: Sequence[str]) -> bytes:
    """What ends each line of an article; `path` is the page's site path."""
    named = ", ".join(map(quoted, topics))
    return f', "article": {quoted(path)}, "topics": [{named}]}}'.encode()


def lines(slug: str, rows: bytes, values: bytes, ending: bytes) -> bytes:
    """The objects of an article's figures, ready to stand between those of other articles."""
    pieces, head = _strings(rows), f'{{"id": "{slug}#'.encode()
    return b",\n".join(
        [
            b'%b%b", %b, "text": "%b", "label": "%b", "sentence": "%b", "anchor": "%b"%b'
            % (head, anchor, value, text, label, sentence, anchor, ending)
            for (anchor, text, label, sentence), value in zip(by_row(pieces), values.split(b"\n"), strict=True)
        ]
    )


def _strings(rows: bytes) -> list[bytes]:
    """The pieces of rows without their tags, as they stand between the quotes of JSON. Few need escapes."""
    plain = _TAG.sub(b"", rows)
    pieces = plain.split(b"\n")
    if len(plain.translate(None, _ESCAPED)) == len(plain):
        return pieces
    return [quoted(unescape(piece.decode()))[1:-1].encode() for piece in pieces]
