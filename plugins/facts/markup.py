"""A manuscript's figures as the pages that quote them show them, made once: an article stands in several ledgers. Pure.

In go a manuscript's figures; out come rows of HTML pieces, which templates set without escaping them again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from html import escape

from plugins.manuscripts.types import FigureEntry
from plugins.zhtext import unit_in_figure

Row = tuple[str, str, str, str]
"""A figure in pieces of HTML, each on one line: its anchor; how it is written, its unit set smaller
(4.8万余<small>堂</small>); its label; what is said, which is the sentence with the figure marked."""


def rows(figures: Sequence[FigureEntry]) -> list[Row]:
    """Each figure as it is shown."""
    html, found = _to_html(figures), []
    for entry in figures:
        figure = entry.figure
        text = html(figure.text)
        written = unit_in_figure(figure.unit).sub(_smaller, text)
        said = html(entry.sentence).replace(text, f"<mark>{text}</mark>", 1)  # no numeral stands in &amp; or &lt;
        found.append((entry.anchor, written, html(figure.label), said))
    return found


def _to_html(figures: Sequence[FigureEntry]) -> Callable[[str], str]:
    """What turns these figures' texts into HTML on one line: nothing need be done to most articles'."""
    every = "".join([entry.sentence for entry in figures] + [entry.figure.label for entry in figures])
    return _escaped if any(mark in every for mark in "&<>\n") else str


def _escaped(text: str) -> str:
    return escape(text, quote=False).replace("\n", " ")


def _smaller(unit: re.Match[str]) -> str:
    return f"<small>{unit[0]}</small>"


def folded(figures: Iterable[Row]) -> bytes:
    """Rows as one text, a piece a line."""
    return "\n".join([piece for row in figures for piece in row]).encode()


def unfolded(folded: bytes) -> list[Row]:
    """The rows again."""
    lines = folded.decode().split("\n")
    return list(zip(lines[::4], lines[1::4], lines[2::4], lines[3::4], strict=True))


def said(folded: bytes, place: int) -> str:
    """What is said in one of the rows."""
    return folded.split(b"\n", 4 * place + 4)[4 * place + 3].decode()
