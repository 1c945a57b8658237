"""The walk over a page: every text once, in order; blocks of the article as lines with what the page says of them."""

from __future__ import annotations

import re
from typing import Any, Final

from bs4 import NavigableString, Tag

from plugins.imports.streams import WIDE, Stream, width
from plugins.imports.types import Dropped, Picture, Span

from .webpage import boilerplate, holds

BLOCKS: Final = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "founder-content",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
HIDDEN: Final = re.compile(r"display\s*:\s*none", re.IGNORECASE)
CENTRED: Final = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
BOLD: Final = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
SIZE: Final = re.compile(r"font-size\s*:\s*([0-9.]+)\s*(px|pt)", re.IGNORECASE)
SPACE: Final = re.compile(r"[ \t\r\n\f]+")
OUTSIDE: Final = "网页的导航和按钮"


class Walk:
    def __init__(self, root: Tag, headline: Tag | None, frame: Tag) -> None:
        self.root, self.headline, self.frame = root, headline, frame
        self.stream = Stream()
        self.spans: list[Span] = []
        self.text = ""
        self.weights: list[tuple[int, bool, float]] = []  # of the pieces of the line: length, bold, size
        self.linked = 0  # characters of the line that are links
        self.known: dict[str, Any] = {}
        self.gap = 0
        self.zone = ""  # "" outside, "head" around the headline, "body"
        self.dropping = ""
        self.heavy = 0
        self.size = 0.0
        self.broken = False
        self.inside_link = False

    def element(self, tag: Tag) -> None:
        """An element and all in it."""
        before = (self.zone, self.dropping, self.heavy, self.size, dict(self.known), self.inside_link)
        block = tag.name in BLOCKS or (self.zone == "head" and tag.name in ("span", "em", "i", "a", "font"))
        if block:
            self.close()
        self._enter(tag)
        if tag.name == "br":
            self._break()
        elif tag.name == "img":
            self._picture(tag)
        elif tag.name == "table" and self._is_data(tag):
            self._table(tag)
        else:
            for child in tag.children:
                if isinstance(child, Tag):
                    self.element(child)
                elif isinstance(child, NavigableString):
                    self._put(str(child), pre="pre" in (tag.name, tag.parent.name if tag.parent else ""))
        if block:
            self.close()
        self.zone, self.dropping, self.heavy, self.size, self.known, self.inside_link = before

    def _enter(self, tag: Tag) -> None:
        style = str(tag.get("style") or "")
        if tag is self.frame:
            self.zone = self.zone or "head"
        if tag is self.root:
            self.zone = "body"
        if not self.dropping:
            self.dropping = "网页上看不见的字" if HIDDEN.search(style) else self._furniture(tag)
        self.inside_link |= tag.name == "a" and bool(tag.get("href"))
        if tag.name in ("b", "strong") or BOLD.search(style):
            self.heavy += 1
        if found := SIZE.search(style):
            self.size = float(found[1]) * (0.75 if found[2].lower() == "px" else 1)
        self.known |= self._said(tag, style)

    def _furniture(self, tag: Tag) -> str:
        own = any(tag is one for one in (self.root, self.frame, self.headline))
        return "" if own or (tag.name in BLOCKS and holds(tag, self.root)) else boilerplate(tag)

    def _said(self, tag: Tag, style: str) -> dict[str, Any]:
        """What an element says of the lines in it."""
        known: dict[str, Any] = {}
        name = tag.name
        if tag is self.headline:
            known = {"kind": "title", "level": 1}
        elif re.fullmatch("h[1-6]", name) and self.known.get("kind") != "title":
            known = {"kind": "heading", "level": max(2, int(name[1]))}
        elif name == "li":
            inner = [parent for parent in tag.parents if parent.name in ("ul", "ol")]
            place = len(tag.find_previous_siblings("li")) + 1
            ordered = place if inner and inner[0].name == "ol" else 0
            known = {"kind": "list", "level": len(inner), "ordered": ordered}
        elif name == "blockquote":
            known = {"kind": "quotation"}
        elif name == "figcaption":
            known = {"kind": "caption"}
        elif tag.get("id") == "js_name":
            known = {"kind": "account"}
        if CENTRED.search(style) or tag.get("align") == "center" or name == "center":
            known["centred"] = True
        return known

    def _put(self, text: str, *, pre: bool) -> None:
        text = _collapsed(text) if not pre else text
        if not text:
            return
        if pre and "\n" in text:
            for n, piece in enumerate(text.split("\n")):
                if n:
                    self._break()
                self._put(piece, pre=True)
            return
        self.spans.append(self.stream.put(text))
        self.text += text
        self.weights.append((len(text.strip()), self.heavy > 0, self.size))
        self.linked += len(text.strip()) if self.inside_link else 0

    def _break(self) -> None:
        """A line's end within a block; two of them are the end of a paragraph."""
        if self.text.strip():
            self.close()
            self.gap, self.broken = 0, True
        elif self.broken:
            self.gap = 1

    def close(self) -> None:
        """The end of a block or line."""
        spans, text, weights, linked = tuple(self.spans), self.text, self.weights, self.linked
        self.spans, self.text, self.weights, self.linked = [], "", [], 0
        if not text.strip():
            self.gap, self.broken = (self.gap if self.broken and self.gap else 1), False
            return
        self.stream.put("\n")
        if why := self._why_dropped():
            self._dropped(text, spans, why)
        else:
            self._line(text, spans, weights, linked)
        self.gap, self.broken = 1, False

    def _why_dropped(self) -> str:
        if self.dropping:
            return self.dropping
        return "" if self.zone else OUTSIDE

    def _dropped(self, text: str, spans: tuple[Span, ...], why: str) -> None:
        self.stream.dropped.append(Dropped(spans, why))

    def _line(self, text: str, spans: tuple[Span, ...], weights: list[tuple[int, bool, float]], linked: int) -> None:
        known = dict(self.known)
        if linked and linked >= len(text.strip()) and "kind" not in known:
            known["kind"] = "link"
        total = sum(length for length, _, _ in weights) or 1
        bold = sum(length for length, heavy, _ in weights if heavy) > total * 0.8
        size = max(weights, key=lambda weight: weight[0])[2]
        ahead = text[: len(text) - len(text.lstrip())]
        self.stream.spanned(
            text, spans, gap=self.gap, indent=width(ahead), bold=bold, size=size,
            parent="head" if self.zone == "head" else "", **known,
        )  # fmt: skip

    def _picture(self, tag: Tag) -> None:
        if self._why_dropped() or self.zone != "body":
            return
        self.close()
        address = str(tag.get("data-src") or tag.get("data-original") or tag.get("src") or "")
        self.stream.spanned(
            "", (), kind="picture", picture=Picture(alt=_collapsed(str(tag.get("alt") or "")).strip(), address=address)
        )

    def _is_data(self, tag: Tag) -> bool:
        """A table of data, not a frame for a layout."""
        if not self.zone or self.dropping or tag.find(("table", "img", "h1", "h2", "ul", "form")) is not None:
            return False
        rows = [row.find_all(("td", "th")) for row in tag.find_all("tr")]
        rows = [row for row in rows if row]
        if len(rows) < 2 or max(map(len, rows)) < 2 or holds(tag, self.root):
            return False
        cells = [cell.get_text(strip=True) for row in rows for cell in row]
        return sum(map(len, cells)) / len(cells) < 60

    def _table(self, tag: Tag) -> None:
        caption = tag.find("caption")
        if isinstance(caption, Tag):
            self.element(caption.extract())
            self.close()
        label = f"table{self.stream.length}"
        hanging: dict[int, int] = {}
        for row in tag.find_all("tr"):
            self._row(row, label, hanging)
        self.gap = 1

    def _row(self, row: Tag, label: str, hanging: dict[int, int]) -> None:
        """A row; cells that span several columns or rows leave empty ones."""
        cells: list[tuple[Span, ...]] = []
        for cell in row.find_all(("td", "th")):
            while hanging.get(len(cells), 0):
                hanging[len(cells)] -= 1
                cells.append(())
            at = len(cells)
            text = _collapsed(cell.get_text(" " if cell.find(("p", "br", "div")) else ""))
            cells.append((self.stream.put(text),) if text.strip() else ())
            self.stream.put("\t")
            across = _number(cell.get("colspan"))
            cells += [()] * (across - 1)
            if (down := _number(cell.get("rowspan"))) > 1:
                hanging |= dict.fromkeys(range(at, at + across), down - 1)
        while hanging.get(len(cells), 0):
            hanging[len(cells)] -= 1
            cells.append(())
        self.stream.put("\n")
        spans = tuple(span for cell in cells for span in cell)
        if spans:
            self.stream.row(tuple(cells), spans, label)


def _number(value: object) -> int:
    text = str(value or "1")
    return min(int(text), 50) if text.isdigit() and int(text) else 1


def _collapsed(text: str) -> str:
    """White space as a browser shows it; none between Han characters where only a line ended."""

    def one(found: re.Match[str]) -> str:
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        wide = WIDE.match(before or "") and WIDE.match(after or "")
        return "" if "\n" in found[0] and wide else " "

    return SPACE.sub(one, text)
