"""Figures and events put into the HTML as `<data>` and `<time>`, with ids that edits elsewhere don't change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from hashlib import blake2s
from html import escape
from typing import Final, NamedTuple

from plugins.zhtext.types import Event, Figure

from .markup.printing import escape as escape_text
from .plaintext import PlainText

EXACT: Final = 1 << 53
_DATE: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?|--\d{2}-\d{2}")


class Mark(NamedTuple):
    """An element to wrap around a stretch of the plain text; the id goes to its first piece."""

    start: int
    end: int
    tag: str
    attributes: str
    anchor: str


def number(value: float) -> str:
    """A plain decimal: no exponent, none of binary floating point's noise."""
    if value == int(value) and abs(value) < EXACT:
        return str(int(value))
    shown = format(Decimal(f"{value:.12g}"), "f")
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def anchors(prefix: str, texts: Iterable[str]) -> list[str]:
    """An id for each written text: seven hexadecimal digits of its hash, repeats numbered from 2."""
    counts: dict[str, int] = {}
    names = []
    for text in texts:
        base = f"{prefix}-{blake2s(text.encode()).hexdigest()[:7]}"
        counts[base] = counts.get(base, 0) + 1
        names.append(base if counts[base] == 1 else f"{base}-{counts[base]}")
    return names


def figure_mark(figure: Figure, anchor: str) -> Mark:
    high = f' data-high="{number(figure.high)}"' if figure.high is not None else ""
    attributes = f' class="figure" value="{number(figure.value)}"{high}'
    return Mark(figure.start, figure.end, "data", attributes, anchor)


def event_mark(event: Event, anchor: str) -> Mark:
    """`<time>` where its `datetime` can say the date, a plain span for half years and quarters."""
    first = event.date.partition("/")[0]
    if not _DATE.fullmatch(first):
        return Mark(event.start, event.end, "span", ' class="date"', anchor)
    return Mark(event.start, event.end, "time", f' datetime="{escape(first.removeprefix("--"))}"', anchor)


def markable(plain: PlainText, start: int, end: int) -> bool:
    """Whether a stretch lies within one block and touches nothing quiet."""
    touched = plain.touched(start, end)
    if not touched or any(plain.segments[place].quiet for place in touched):
        return False
    block = plain.block_at(start)
    return block.start <= start and end <= block.end


def annotated(plain: PlainText, marks: Sequence[Mark]) -> str:
    """The HTML with the marks around their text, in every text node that they reach into."""
    pieces: dict[int, list[tuple[int, int, str, str]]] = {}  # token: (from, to in the decoded node, opening, tag)
    for mark in marks:
        name = f' id="{mark.anchor}"'
        for place in plain.touched(mark.start, mark.end):
            segment = plain.segments[place]
            low = max(mark.start, segment.start) - segment.start + segment.skip
            high = min(mark.end, segment.end) - segment.start + segment.skip
            opening = f"<{mark.tag}{name}{mark.attributes}>"
            pieces.setdefault(segment.token, []).append((low, high, opening, mark.tag))
            name = ""
    tokens = plain.tokens.copy()
    for token, inside in pieces.items():
        tokens[token] = _wrapped(tokens[token], sorted(inside))
    return "".join(tokens)


def _wrapped(raw: str, inside: Sequence[tuple[int, int, str, str]]) -> str:
    text = _decoded(raw)
    out, at = [], 0
    for low, high, opening, tag in inside:
        out += [escape_text(text[at:low]), opening, escape_text(text[low:high]), f"</{tag}>"]
        at = high
    return "".join([*out, escape_text(text[at:])])


def _decoded(raw: str) -> str:
    """The printer escapes three characters and no others."""
    return raw.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") if "&" in raw else raw
