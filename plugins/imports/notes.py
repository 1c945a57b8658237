"""Footnotes: each with the article that refers to it, and the marks of the references in what is written.

A note that nothing refers to any more (its place was in a byline, in a table) becomes a paragraph at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from .types import Article, Line, Part

RUNNING: Final = frozenset({"heading", "paragraph", "verse", "quotation", "list"})


def settle(articles: list[Article]) -> None:
    """Moves every note to the article that refers to it, in the order of the references."""
    homes = {label: (article, n) for article in articles for n, label in enumerate(_labels(article))}
    for article in articles:
        for part in article.of("footnote"):
            home, _ = homes.get(part.first.label, (None, 0))
            if home is None or any(
                one.first.label == part.first.label for one in home.of("footnote") if one is not part
            ):
                part.role = "paragraph"
            elif home is not article:
                article.parts.remove(part)
                home.parts.append(part)
    for article in articles:
        _only_noted(article)
        known = {label: n for n, label in enumerate(_labels(article))}
        article.parts.sort(key=lambda part: known.get(part.first.label, 0) if part.role == "footnote" else -1)


def _only_noted(article: Article) -> None:
    """References to notes that the article doesn't have are none."""
    noted = {part.first.label for part in article.of("footnote")}
    for part in article.parts:
        part.lines = [
            replace(line, refs=tuple(ref for ref in line.refs if ref[1] in noted)) if line.refs else line
            for line in part.lines
        ]


def _labels(article: Article) -> list[str]:
    found = [
        label for part in article.parts if part.role in RUNNING for line in part.lines for _, label in _within(line)
    ]
    return list(dict.fromkeys(found))


def _within(line: Line) -> Iterator[tuple[int, str]]:
    """The references that stand in a line, by place in its text."""
    for offset, label in line.refs:
        at = 0
        for start, end in line.spans:
            if start < offset <= end or (offset == start and at == 0 and line.text):
                yield at + offset - start, label
                break
            at += end - start


def marked(part: Part, write: Callable[[Part], str]) -> str:
    """What `write` makes of a part, with [^label] where its lines have references."""
    labels = [label for line in part.lines for _, label in sorted(_within(line))]
    if not labels:
        return write(part)
    sign = next(sign for n in range(0xE000, 0xF8FF) if (sign := chr(n)) not in part.text)
    lines = [_signed(line, sign) for line in part.lines]
    pieces = write(Part(part.role, lines, part.joins)).split(sign)
    return pieces[0] + "".join(f"[^{label}]{piece}" for label, piece in zip(labels, pieces[1:], strict=True))


def _signed(line: Line, sign: str) -> Line:
    text = line.text
    for at, _ in sorted(_within(line), reverse=True):
        text = text[:at] + sign + text[at:]
    return replace(line, text=text)
