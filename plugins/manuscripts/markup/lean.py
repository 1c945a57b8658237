"""The lean lane: bodies made of what newspaper articles are made of, without Python-Markdown, to the same bytes.

Paragraphs, headings, flat lists, quotations of paragraphs, tables between bars, pictures of their own, the place of
the fact box; in them strong and emphasised words and links. A text goes down this lane only as long as every character
in it is known to mean what is written here: anything else, and the answer is None and the engine does the whole body.
See docs/decisions/0005-lean-lane.md.
"""

from __future__ import annotations

import re
from typing import Final

from plugins.manuscripts.escaping import escape_attribute

from .addresses import judge_image
from .findings import Body
from .names import heading_id, region_label
from .printing import FACTBOX_PLACE
from .sheet import ADDRESS, Sheet, Unsure
from .softbreaks import joined

SIGNS: Final = ("\\", "`", "<", "&", "_", " \n", "\n ", "\t", "\r", "[^", ":::", "：：：", "\x02", "\x03")
"""Code, escapes, HTML, indentation, hard breaks, footnotes, call-outs, the engine's own marks: never in this lane."""
HEADING: Final = re.compile(r"(#{2,6})([^#\n|*\[]+)(?:\n|\Z)")
_ITEM: Final = r" +(?![-+#>=|:]|\* |[0-9]{1,3}\. )(\S.*)"
BULLET: Final = re.compile(rf"[-*+]{_ITEM}")
NUMBERED: Final = re.compile(rf"([0-9]{{1,3}})\.{_ITEM}")
NUMBER: Final = re.compile(r"[0-9]{1,3}\. ")
OPENING: Final = re.compile(r"[-+#>=|: ]|\* |[0-9]{1,3}\. ")
"""What could open another block in a quotation."""
ANOTHER: Final = re.compile(r"\n[-+#>=|:]")
"""A line inside a paragraph that could end it, or make another block of it."""
RULER: Final = re.compile(r"\|(?: *:?-+:? *\|)+")
PICTURE: Final = re.compile(rf"!\[([^\s*\[\]](?:[^\n*\[\]]*[^\s*\[\]])?)\]{ADDRESS}")
PLACED: Final = "[[数说]]"


def convert(path: str, text: str) -> Body | None:
    """What the engine would make of a body, or None."""
    for sign in SIGNS:
        if sign in text:
            return None
    lane = _Lane(path)
    try:
        lane.blocks(text)
    except Unsure:
        return None
    return lane.sheet.body()


class _Lane:
    def __init__(self, path: str) -> None:
        self.sheet = Sheet(path)
        self.findings = self.sheet.findings
        self.taken: set[str] = set()  # ids of headings
        self.tables = 0
        self.row = -1
        self.last = ""  # the tag of a list or quotation that a following one would continue

    def blocks(self, text: str) -> None:
        for block in text.split("\n\n"):
            rest = block.strip("\n")
            while rest:
                rest = self._block(rest)

    def _block(self, block: str) -> str:
        """Writes the block, or its first part: what is left of it comes back."""
        before, self.last = self.last, ""
        opener = block[0]
        if opener == "#":
            return self._heading(block)
        if opener in "-+" or block.startswith("* "):
            self._list(block, before)
        elif opener in "0123456789" and NUMBER.match(block):
            self._numbered(block, before)
        elif opener == ">":
            self._quotation(block, before)
        elif opener == "|":
            self._table(block)
        elif opener in "=: ":
            raise Unsure
        elif block == PLACED:
            self._factbox()
        elif picture := PICTURE.fullmatch(block):
            self._picture(picture)
        else:
            self._paragraph(block)
        return ""

    def _paragraph(self, block: str) -> None:
        text = block.lstrip()
        if "\n" in block:
            if ANOTHER.search(block) or "*" in block or "[" in block or ">" in block:
                raise Unsure
            text = joined(text)
        if not text:
            raise Unsure
        self.sheet.line("<p>", text, "</p>\n", ("p", -1, -1))

    def _heading(self, block: str) -> str:
        found = HEADING.match(block)
        text = found[2].strip() if found else ""
        if found is None or not text:
            raise Unsure
        level = len(found[1])
        name = heading_id(text, self.taken)
        self.findings.headings.append((level, name, text))
        self.sheet.line(f'<h{level} id="{name}">', text, f"</h{level}>\n", (f"h{level}", -1, -1))
        return block[found.end() :]

    def _list(self, block: str, before: str) -> None:
        self._items("ul", "<ul>\n", [BULLET.fullmatch(line) for line in block.split("\n")], before)

    def _numbered(self, block: str, before: str) -> None:
        items = [NUMBERED.fullmatch(line) for line in block.split("\n")]
        start = f' start="{items[0][1]}"' if items[0] and items[0][1] != "1" else ""
        self._items("ol", f"<ol{start}>\n", items, before)

    def _items(self, tag: str, opening: str, items: list[re.Match[str] | None], before: str) -> None:
        if before:
            raise Unsure
        self.sheet.tags(opening)
        for item in items:
            if item is None:
                raise Unsure
            self.sheet.line("<li>", item[item.lastindex or 1], "</li>\n", ("li", -1, -1))
        self.sheet.tags(f"</{tag}>\n")
        self.last = tag

    def _quotation(self, block: str, before: str) -> None:
        lines = block.split("\n")
        inside = "\n".join([line[2:] if line.startswith("> ") else line[1:] for line in lines])
        if before or not inside.strip("\n") or not all(line.startswith(">") for line in lines):
            raise Unsure
        self.sheet.tags("<blockquote>\n")
        for paragraph in inside.split("\n\n"):
            text = paragraph.strip("\n")
            if text and (OPENING.match(text) or "\n " in text):
                raise Unsure
            if text:
                self._paragraph(text)
        self.sheet.tags("</blockquote>\n")
        self.last = "blockquote"

    def _table(self, block: str) -> None:
        head, *rows = block.split("\n")
        ruler = rows.pop(0) if rows else ""
        if not rows or not RULER.fullmatch(ruler):
            raise Unsure
        marks = [cell.strip(" ") for cell in ruler[1:-1].split("|")]
        classes = [_aligned(mark.startswith(":"), mark.endswith(":")) for mark in marks]
        if len(classes) < 2:
            raise Unsure
        self.tables += 1
        label = region_label(self.tables)
        self.sheet.tags(f'<div class="table" role="region" aria-label="{label}" tabindex="0"><table>\n<thead>\n')
        self._cells(head, "th", [f'<th scope="col"{name}>' for name in classes])
        self.sheet.tags("</thead>\n<tbody>\n")
        openings = [f"<td{name}>" for name in classes]
        for row in rows:
            self._cells(row, "td", openings)
        self.sheet.tags("</tbody>\n</table></div>\n")

    def _cells(self, row: str, tag: str, openings: list[str]) -> None:
        cells = row[1:-1].split("|")
        if row[0] != "|" or row[-1] != "|" or len(cells) != len(openings):
            raise Unsure
        self.row += 1
        self.sheet.tags("<tr>\n")
        closing = f"</{tag}>\n"
        for number, (opening, cell) in enumerate(zip(openings, cells, strict=True)):
            self.sheet.line(opening, cell.strip(" "), closing, (tag, self.row, number))
        self.sheet.tags("</tr>\n")

    def _picture(self, found: re.Match[str]) -> None:
        address = judge_image(found[2], self.findings.path)
        if address.fault:
            raise Unsure
        self.findings.linked(address, found[2])
        source, words = escape_attribute(address.printed), escape_attribute(found[1])
        self.sheet.tags(f'<figure class="picture"><img src="{source}" alt="{words}"></figure>\n')

    def _factbox(self) -> None:
        if self.findings.factboxes:
            raise Unsure
        self.findings.factboxes = 1
        self.sheet.tags(FACTBOX_PLACE)


def _aligned(left: bool, right: bool) -> str:
    place = "center" if left and right else "left" if left else "right" if right else ""
    return f' class="align-{place}"' if place else ""
