"""A manuscript's figures as exports have them: objects of facts.json, rows of CSV, put together by hand. Pure.

How they are written and what is said stands in the ledgers' rows already, as HTML; what else is known of them is kept
beside the rows, a line each.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from json.encoder import encode_basestring as quoted

from plugins.archive import APART, END, cell
from plugins.manuscripts.types import FigureEntry

from .markup import by_row

COLUMNS = (
    "id", "text", "value", "high", "bound", "unit", "label", "sentence", "article", "anchor", "topics", "place",
    "as_of", "title", "published",
)  # fmt: skip
"""Of a CSV; facts.json has the same but `place`, `title` and `published`."""

_TAG = re.compile(rb"</?(?:small|mark)>")
_ESCAPED = bytes(range(32)).replace(b"\n", b"") + b'"\\&'
"""What a string in JSON has to escape, and what escapes in HTML begin with; every line break ends a piece."""


def values(figures: Iterable[FigureEntry], days: Iterable[str]) -> bytes:
    """What rows don't say of each figure, a line each.

    Value, upper end if any, bound, place, the day as of which it holds, unit as a string of JSON.
    """
    found = []
    for entry, day in zip(figures, days, strict=True):
        _, _, _, value, high, bound, unit, _ = entry.figure
        end = "" if high is None else number(high)
        found.append(f"{number(value)},{end},{bound},{entry.place},{day},{quoted(unit)}")
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
    pieces, head = strings(rows), f'{{"id": "{slug}#'.encode()
    return b",\n".join(
        [
            b'%b%b", "value": %b, "high": %b, "bound": "%b", "unit": %b, "as_of": "%b", "text": "%b", "label": "%b", '
            b'"sentence": "%b", "anchor": "%b"%b'
            % (head, anchor, value, high or b"null", bound, unit, day, text, label, sentence, anchor, ending)
            for (anchor, text, label, sentence), (value, high, bound, _, day, unit) in zip(
                by_row(pieces), known(values), strict=True
            )
        ]
    )


def sheet(article: tuple[str, str, str], rows: bytes, values: bytes, ending: bytes) -> bytes:
    """The rows of an article's figures in a CSV, ready to stand between those of other articles (RFC 4180).

    The article by its slug, title and date. Texts stand between quotation marks, numbers and days don't.
    """
    slug, title, published = article
    shared = json.loads(b"{" + ending[2:])
    page, topics, name = cell(shared["article"]).encode(), cell(APART.join(shared["topics"])).encode(), slug.encode()
    last = f"{cell(title)},{published[:10]}".encode()
    plain = _TAG.sub(b"", rows)
    pieces = plain.split(b"\n")
    if b'"' in plain or b"&" in plain:
        pieces = [unescape(piece.decode()).replace('"', '""').encode() for piece in pieces]
    return END.join(
        [
            b'"%b#%b","%b",%b,%b,%b,%b,"%b","%b",%b,"%b",%b,%b,%b,%b'
            % (name, anchor, text, value, high, bound, _unit(unit), label, said, page, anchor, topics, place, day, last)
            for (anchor, text, label, said), (value, high, bound, place, day, unit) in zip(
                by_row(pieces), known(values), strict=True
            )
        ]
    )


def known(values: bytes) -> Iterator[list[bytes]]:
    """Value, upper end, bound, place, day and unit of each figure."""
    return (line.split(b",", 5) for line in values.split(b"\n"))


def _unit(unit: bytes) -> bytes:
    return unit if b"\\" not in unit else cell(json.loads(unit)).encode()


def strings(rows: bytes) -> list[bytes]:
    """The pieces of rows without their tags, as they stand between the quotes of JSON. Few need escapes."""
    plain = _TAG.sub(b"", rows)
    pieces = plain.split(b"\n")
    if len(plain.translate(None, _ESCAPED)) == len(plain):
        return pieces
    return [quoted(unescape(piece.decode()))[1:-1].encode() for piece in pieces]
