"""Figures and events put into the HTML as `<data>` and `<time>`, with ids that edits elsewhere don't change."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from hashlib import blake2s
from html import escape
from typing import Final

from plugins.zhtext.types import Event, Figure

from .plaintext import PlainText

EXACT: Final = 1 << 53
_DATE: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?|--\d{2}-\d{2}")
_ID: Final = re.compile(r' id="[^"]*"')

Mark = tuple[int, int, str, str]
"""An element to wrap around a part of the plain text: start, end, opening and closing tag. Only one has the id."""


def number(value: float) -> str:
    """A plain decimal: no exponent, none of binary floating point's noise."""
    whole = int(value)
    if whole == value and -EXACT < whole < EXACT:
        return str(whole)
    shown = format(Decimal(f"{value:.12g}"), "f")
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def anchors(prefix: str, texts: Iterable[str]) -> list[str]:
    """An id for each written text: seven hexadecimal digits of its hash, repeats numbered from 2."""
    counts: dict[str, int] = {}
    names = []
    for text in texts:
        base = f"{prefix}-{blake2s(text.encode()).hexdigest()[:7]}"
        count = counts[base] = counts.get(base, 0) + 1
        names.append(base if count == 1 else f"{base}-{count}")
    return names


def figure_mark(figure: Figure, anchor: str) -> Mark:
    high = f' data-high="{number(figure.high)}"' if figure.high is not None else ""
    opening = f'<data id="{anchor}" class="figure" value="{number(figure.value)}"{high}>'
    return figure.start, figure.end, opening, "</data>"


def event_mark(event: Event, anchor: str) -> Mark:
    """`<time>` where its `datetime` can say the date, a plain span for half years and quarters."""
    first = event.date.partition("/")[0]
    if not _DATE.fullmatch(first):
        return event.start, event.end, f'<span id="{anchor}" class="date">', "</span>"
    return event.start, event.end, f'<time id="{anchor}" datetime="{escape(first.removeprefix("--"))}">', "</time>"


def annotated(html: str, plain: PlainText, marks: Iterable[Mark]) -> str:
    """The HTML with the marks around their text, in every piece of it that they reach into."""
    out: list[str] = []
    at = 0
    for start, end, opening, closing in sorted(marks):
        tag, pieces = opening, plain.pieces(start, end)
        for low, high in pieces:
            out += (html[at:low], tag, html[low:high], closing)
            at = high
            if len(pieces) > 1:
                tag = _ID.sub("", opening)
    return "".join([*out, html[at:]])
