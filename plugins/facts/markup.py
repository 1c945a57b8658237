"""A manuscript's figures as the pages that quote them show them, made once: an article stands in several ledgers. Pure.

In go a manuscript's figures; out come rows of HTML pieces, which templates set without escaping them again. Rows are
kept as one text, a piece a line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from itertools import chain
from typing import TypeVar

from plugins.archive import date_zh
from plugins.manuscripts.types import FigureEntry
from plugins.zhtext import unit_in_figure

Piece = TypeVar("Piece", str, bytes)
Row = tuple[str, str, str, str]
"""A figure in pieces of HTML, each on one line: its anchor; how it is written, its unit set smaller
(4.8万余<small>堂</small>); its label; what is said, which is the sentence with the figure marked."""
NAMELESS = "见原句"
"""What stands in the place of a label where none was found."""


def rows(figures: Sequence[FigureEntry]) -> list[Row]:
    """Each figure as it is shown."""
    html, found = _to_html(figures), []
    for (_, _, text, _, _, _, unit, label), anchor, sentence, *_ in figures:
        if html is not None:
            text, label, sentence = html(text), html(label), html(sentence)  # noqa: PLW2901
        said = sentence.replace(text, f"<mark>{text}</mark>", 1)  # no numeral stands in &amp; or &lt;
        found.append((anchor, _unit_set_smaller(unit, text), label, said))
    return found


def _unit_set_smaller(unit: str, text: str) -> str:
    """Most figures end with their unit, which stands in them once."""
    spelled = unit_in_figure(unit)
    found = spelled.search(text)
    if found is None:
        return text
    start = found.start()
    if found.end() == len(text):
        return f"{text[:start]}<small>{text[start:]}</small>"
    return spelled.sub(r"<small>\g<0></small>", text)


def _to_html(figures: Iterable[FigureEntry]) -> Callable[[str], str] | None:
    """What turns these figures' texts into HTML on one line; most articles' are HTML as they are."""
    every = "".join([f"{entry.sentence}{entry.figure.label}" for entry in figures])
    return _escaped if any(mark in every for mark in "&<>\n") else None


def _escaped(text: str) -> str:
    return escape(text, quote=False).replace("\n", "&#10;")


def folded(figures: Iterable[Row]) -> bytes:
    """Rows as one text."""
    return "\n".join(chain.from_iterable(figures)).encode()


def pieces(folded: bytes) -> list[str]:
    """The pieces of all rows, as ledgers show them. Only a label may be nothing."""
    return folded.replace(b"\n\n", f"\n{NAMELESS}\n".encode()).decode().split("\n")


def dated_pieces(folded: bytes, dates: bytes, values: bytes) -> list[str]:
    """The pieces of all rows, each with its value behind the anchor, and at its end, in HTML, its date where that is
    another than its article's."""
    shown = [
        f' <small>截至<time datetime="{date}">{date_zh(date)}</time></small>' if date else ""
        for date in dates.decode().split("\n")
    ]
    sizes = [line.partition(",")[0] for line in values.decode().split("\n")]
    rows = zip(by_row(pieces(folded)), sizes, shown, strict=True)
    return list(chain.from_iterable([(anchor, size, *row, date) for (anchor, *row), size, date in rows]))


def by_row(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, Piece, Piece, Piece]]:
    """The pieces of each row together."""
    return zip(pieces[::4], pieces[1::4], pieces[2::4], pieces[3::4], strict=True)


def said(folded: bytes, place: int) -> str:
    """What is said in one of the rows."""
    return folded.split(b"\n", 4 * place + 4)[4 * place + 3].decode()
