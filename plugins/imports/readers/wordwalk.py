"""The walk over a Word document: paragraphs to lines, with what their styles and runs say."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from typing import Any, Final

from lxml import etree

from plugins.imports.streams import Stream
from plugins.imports.types import Dropped, Picture, Span

from .wordfile import NS, Style, WordFile, on, w

PICTURES: Final = {"png": "png", "jpg": "jpg", "jpeg": "jpg", "gif": "gif", "webp": "webp"}
THROUGH: Final = frozenset(
    map(w, ("ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo"))
)
GONE: Final = {w("del"): "修订里删去的字", w("moveFrom"): "修订里移走的字"}
FILE_NAME: Final = re.compile(
    r"^(?:图片|图像|Picture|Image|图)?\s*[0-9]*$|\.(?:jpe?g|png|gif|bmp)$|[\\/]", re.IGNORECASE
)


class Walk:
    def __init__(self, file: WordFile, stream: Stream) -> None:
        self.file, self.stream = file, stream
        self.notes: list[str] = []
        self.gap = 0
        self.table = ""
        self.label = ""
        self.counts: Counter[tuple[str, int]] = Counter()
        self.wanted: list[str] = []  # footnotes that are referred to, in order
        self.boxes: list[etree._Element] = []

    def blocks(self, parent: etree._Element) -> None:
        """Paragraphs and tables of a body, a cell or a text box."""
        for child in parent:
            if child.tag == w("p"):
                self.paragraph(child)
            elif child.tag == w("tbl"):
                self.rows(child)
            elif child.tag in THROUGH:
                self.blocks(child)
            elif child.tag in GONE:
                self.stream.drop("".join(node.text or "" for node in child.iter(w("t"), w("delText"))), GONE[child.tag])

    def paragraph(self, node: etree._Element) -> None:
        reading = Paragraph(self, node)
        reading.read()
        for picture in reading.pictures:
            self.stream.spanned("", (), kind="picture", picture=picture, gap=self.gap)
        if not any(text.strip() for text, _ in reading.lines):
            self.gap += 1 if not reading.pictures else 0
        for n, (text, spans) in enumerate(line for line in reading.lines if line[0].strip()):
            self.stream.spanned(text, spans, gap=0 if n else self.gap, **reading.known(first=not n))
            self.gap = 0
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.gap = 1
            self.blocks(box)
            self.gap = 1

    def rows(self, table: etree._Element) -> None:
        """A table's rows; one of a single cell, or with a table inside, is a frame for a layout."""
        rows = [row for row in table.iter(w("tr")) if next(row.iterancestors(w("tbl"))) is table]
        widest = max((len(row.findall(w("tc"))) for row in rows), default=0)
        if len(rows) < 2 or widest < 2 or table.find(f".//{w('tc')}//{w('tbl')}") is not None:
            for row in rows:
                for cell in row.iter(w("tc")):
                    if next(cell.iterancestors(w("tr"))) is row:
                        self.blocks(cell)
            return
        label = f"table{self.stream.length}"
        for row in rows:
            self._row(row, label)
        self.gap = 1

    def _row(self, row: etree._Element, label: str) -> None:
        cells: list[tuple[Span, ...]] = []
        for cell in row.iter(w("tc")):
            spans: list[Span] = []
            for n, node in enumerate(cell.iter(w("p"))):
                reading = Paragraph(self, node)
                if n and spans:
                    spans.append(self.stream.put(" "))
                reading.read()
                spans += [span for _, own in reading.lines for span in own]
                for picture in reading.pictures:
                    self.stream.spanned("", (), kind="picture", picture=picture)
            span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
            cells.append(tuple(spans))
            cells += [()] * (int(str(span.get(w("val")) or 1)) - 1 if span is not None else 0)
        self.stream.put("\n")
        if every := tuple(span for cell in cells for span in cell):
            self.stream.row(tuple(cells), every, label)

    def footnotes(self) -> None:
        """Footnotes and endnotes behind the body, in the order in which they are referred to; others last."""
        notes: dict[str, etree._Element] = {}
        for kind in ("footnote", "endnote"):
            for path in self.file.named(f"{kind}s"):
                for note in self.file.part(path).iter(w(kind)):
                    notes[f"{kind[0]}{note.get(w('id'))}"] = note
        for label in [*self.wanted, *(label for label in notes if label not in self.wanted)]:
            note = notes.get(label)
            if note is None:
                continue
            self.label = label if label in self.wanted else ""
            for node in note.iter(w("p")):
                self.paragraph(node)
        self.label = ""

    def picture(self, node: etree._Element) -> Picture | None:
        """A picture of a drawing, with its own alternative text where that is a text."""
        blip = node.find(f".//{{{NS['a']}}}blip")
        old = node.find(f".//{{{NS['v']}}}imagedata")
        relation = (
            blip.get(f"{{{NS['r']}}}embed")
            if blip is not None
            else old.get(f"{{{NS['r']}}}id")
            if old is not None
            else None
        )
        if not relation:
            return None
        about = node.find(f".//{{{NS['wp']}}}docPr")
        alt = " ".join(str(about.get("descr") or "").split()) if about is not None else ""
        found = self.file.picture(str(relation))
        extension = PICTURES.get(posixpath.splitext(found[0])[1].lstrip(".").lower(), "") if found else ""
        if not found or not extension:
            self.notes.append("有一张图片不是网页能用的格式，没有带来；请从原文件另存为 JPG 或 PNG")
            return Picture(alt=alt)
        return Picture(found[1], extension, "" if FILE_NAME.search(alt) else alt)


class Paragraph:
    """One paragraph's text, split at line breaks, and what its runs say."""

    def __init__(self, walk: Walk, node: etree._Element) -> None:
        self.walk, self.node = walk, node
        self.lines: list[tuple[str, tuple[Span, ...]]] = []
        self.text, self.spans = "", list[Span]()
        self.pictures: list[Picture] = []
        self.sizes: Counter[float] = Counter()
        self.bold = 0
        self.refs: list[tuple[int, str]] = []
        properties = node.find(w("pPr"))
        self.properties = properties if properties is not None else etree.Element(w("pPr"))
        name = self.properties.find(w("pStyle"))
        self.style = walk.file.styles.get(str(name.get(w("val"))) if name is not None else "Normal", Style())

    def read(self) -> None:
        self._children(self.node)
        self._end()
        self.walk.stream.put("\n")

    def _children(self, parent: etree._Element) -> None:
        for child in parent:
            if child.tag == w("r"):
                self._run(child)
            elif child.tag in THROUGH:
                self._children(child)
            elif child.tag in GONE:
                text = "".join(node.text or "" for node in child.iter(w("t"), w("delText")))
                if text:
                    self.walk.stream.dropped.append(Dropped((self.walk.stream.put(text),), GONE[child.tag]))

    def _run(self, run: etree._Element) -> None:
        properties = run.find(w("rPr"))
        hidden = properties is not None and on(properties.find(w("vanish")))
        for child in run:
            if child.tag == w("t"):
                self._put(child.text or "", properties, hidden=hidden)
            elif child.tag == w("noBreakHyphen"):
                self._put("-", properties, hidden=hidden)
            elif child.tag == w("tab"):
                self._put(" ", properties, hidden=hidden)
            elif child.tag in (w("br"), w("cr")) and child.get(w("type")) in (None, "textWrapping"):
                self._end()
            elif child.tag in (w("footnoteReference"), w("endnoteReference")):
                label = f"{child.tag.rpartition('}')[2][0]}{child.get(w('id'))}"
                self.walk.wanted.append(label)
                self.refs.append((self.walk.stream.length, label))
            else:
                self._object(child)

    def _object(self, node: etree._Element) -> None:
        """Drawings: pictures, and text boxes, which an older form repeats."""
        if node.tag == f"{{{NS['mc']}}}AlternateContent":
            for choice in node.findall(f"{{{NS['mc']}}}Choice"):
                for child in choice:
                    self._object(child)
            return
        boxes = [
            box for box in node.iter(w("txbxContent")) if not any(_fallback(parent) for parent in box.iterancestors())
        ]
        outer = [box for box in boxes if not any(parent in boxes for parent in box.iterancestors())]
        self.walk.boxes += outer
        if not outer and node.tag in (w("drawing"), w("pict"), w("object")) and (picture := self.walk.picture(node)):
            self.pictures.append(picture)

    def _put(self, text: str, properties: etree._Element | None, *, hidden: bool) -> None:
        span = self.walk.stream.put(text)
        if hidden:
            self.walk.stream.dropped.append(Dropped((span,), "Word 里隐藏的字"))
            return
        self.spans.append(span)
        self.text += text
        size = properties.find(w("sz")) if properties is not None else None
        self.sizes[float(str(size.get(w("val")))) / 2 if size is not None else self.style.size] += len(text.strip())
        weight = properties.find(w("b")) if properties is not None else None
        self.bold += len(text.strip()) if (on(weight) if weight is not None else self.style.bold) else 0

    def _end(self) -> None:
        self.lines.append((self.text, tuple(self.spans)))
        self.text, self.spans = "", []
        self.walk.stream.put("\n")

    def known(self, *, first: bool) -> dict[str, Any]:
        """What the paragraph says of its lines."""
        style, length = self.style, sum(self.sizes.values()) or 1
        jc = self.properties.find(w("jc"))
        centred = jc.get(w("val")) == "center" if jc is not None else style.centred
        kind, level, ordered = style.kind, style.level, 0
        if self.walk.label or self._is_note():
            kind = "footnote" if self.walk.label else ""
        elif not kind or kind == "list":
            kind, level, ordered = self._item(kind, level)
        return {
            "kind": kind, "level": level, "ordered": ordered, "centred": centred, "label": self.walk.label,
            "size": max(self.sizes, key=lambda size: self.sizes[size]) if self.sizes else 0.0,
            "bold": self.bold > length * 0.8, "indent": self._indent() if first else 0.0, "refs": tuple(self.refs),
        }  # fmt: skip

    def _is_note(self) -> bool:
        return next(self.node.iterancestors(w("footnote"), w("endnote")), None) is not None

    def _item(self, kind: str, level: int) -> tuple[str, int, int]:
        """A list item by its numbering; the number is counted, it is no text of the file."""
        number = self.properties.find(w("numPr"))
        identity = number.find(w("numId")) if number is not None else None
        if identity is None or identity.get(w("val")) == "0":
            ordered = kind == "list" and not number and "umber" in self._style_name()
            return kind, level, self._count("style", 1) if ordered else 0
        depth = number.find(w("ilvl")) if number is not None else None
        ilvl = str(depth.get(w("val"))) if depth is not None else "0"
        form = self.walk.file.numbered.get((str(identity.get(w("val"))), ilvl), "bullet")
        ordered_n = 0 if form in ("bullet", "none") else self._count(str(identity.get(w("val"))), int(ilvl))
        return "list", int(ilvl) + 1, ordered_n

    def _style_name(self) -> str:
        name = self.properties.find(w("pStyle"))
        return str(name.get(w("val"))) if name is not None else ""

    def _count(self, number: str, level: int) -> int:
        self.walk.counts[number, level] += 1
        return self.walk.counts[number, level]

    def _indent(self) -> float:
        indent = self.properties.find(w("ind"))
        if indent is None:
            return 0
        if chars := indent.get(w("firstLineChars")):
            return int(str(chars)) / 100
        first = indent.get(w("firstLine"))
        return int(str(first)) / 210 if first and str(first).isdigit() else 0


def _fallback(node: etree._Element) -> bool:
    return bool(node.tag == f"{{{NS['mc']}}}Fallback")
