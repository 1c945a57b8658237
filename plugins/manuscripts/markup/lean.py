"""The lean lane: bodies made of what newspaper articles are made of, without Python-Markdown, to the same bytes.

Paragraphs, headings, flat lists, quotations of paragraphs, tables between bars, pictures of their own, the place of
the fact box; in them strong and emphasised words and links. A text goes down this lane only as long as every character
in it is known to mean what is written here: anything else, and the answer is None and the engine does the whole body.
See docs/decisions/0005-lean-lane.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from plugins.manuscripts.credits import signed
from plugins.manuscripts.escaping import escape_attribute
from plugins.manuscripts.faults import Unsure

from .addresses import judge_image
from .findings import Body
from .names import heading_id, region_label
from .printing import FACTBOX_PLACE
from .sheet import ADDRESS, Sheet
from .softbreaks import joined

SIGNS: Final = ("\\", "`", "<", "&", "_", "\t", "\r", "\x02", "\x03")
"""Code, escapes, HTML, tabs and the engine's own marks are never in this lane."""
HEADING: Final = re.compile(r"(#{2,6})([^#\n|*\[]+)(?:\n|\Z)")
_ITEM: Final = r" +(?![-+#>=|:：]|\* |[0-9]{1,3}\. )(?P<text>\S.*)"
BULLET: Final = re.compile(rf"[-*+]{_ITEM}")
NUMBERED: Final = re.compile(rf"([0-9]{{1,3}})\.{_ITEM}")
NUMBER: Final = re.compile(r"[0-9]{1,3}\. ")
OPENING: Final = re.compile(r"[-+#>=|:： ]|\* |[0-9]{1,3}\. ")
"""What could open another block in a quotation."""
ANOTHER: Final = re.compile(r"\n[-+#>=|:： ]| \n|[*\[>]")
"""What a paragraph of more than one line may not have: a line that could open a block, a hard break, elements."""
RULER: Final = re.compile(r"\|(?: *:?-+:? *\|)+")
PICTURE: Final = re.compile(rf"!\[([^\s*\[\]](?:[^\n*\[\]]*[^\s*\[\]])?)\]{ADDRESS[:-2]}(?: \"([^\n\"'*\[\]()]+)\")?\)")
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
        self.rows = 0
        self.last = self.before = ""  # the tags of a list or quotation just written, and of the one in front of it

    def blocks(self, text: str) -> None:
        for block in text.split("\n\n"):
            rest = block.strip("\n")
            while rest:
                self.before, self.last = self.last, ""
                rest = OPENERS.get(rest[0], _Lane._paragraph)(self, rest)

    def _paragraph(self, block: str) -> str:
        text = block.lstrip()
        if "\n" in block:
            if ANOTHER.search(block):
                raise Unsure
            text = joined(text)
        if not text:
            raise Unsure
        self.sheet.line("<p>", text, "</p>\n", "p")
        return ""

    def _unsure(self, block: str) -> str:
        raise Unsure

    def _starred(self, block: str) -> str:
        return self._list(block) if block.startswith("* ") else self._paragraph(block)

    def _digit(self, block: str) -> str:
        return self._numbered(block) if NUMBER.match(block) else self._paragraph(block)

    def _heading(self, block: str) -> str:
        found = HEADING.match(block)
        text = found[2].strip() if found else ""
        if found is None or not text:
            raise Unsure
        level = len(found[1])
        name = heading_id(text, self.taken)
        self.findings.headings.append((level, name, text))
        self.sheet.line(f'<h{level} id="{name}">', text, f"</h{level}>\n", f"h{level}")
        return block[found.end() :]

    def _list(self, block: str) -> str:
        return self._items("ul", "<ul>\n", [BULLET.fullmatch(line) for line in block.split("\n")])

    def _numbered(self, block: str) -> str:
        items = [NUMBERED.fullmatch(line) for line in block.split("\n")]
        start = f' start="{items[0][1]}"' if items[0] and items[0][1] != "1" else ""
        return self._items("ol", f"<ol{start}>\n", items)

    def _items(self, tag: str, opening: str, items: list[re.Match[str] | None]) -> str:
        if self.before:
            raise Unsure
        self.sheet.tags(opening)
        for item in items:
            if item is None:
                raise Unsure
            self.sheet.line("<li>", item["text"], "</li>\n", "li")
        self.sheet.tags(f"</{tag}>\n")
        self.last = tag
        return ""

    def _quotation(self, block: str) -> str:
        lines = block.split("\n")
        inside = "\n".join([line[2:] if line.startswith("> ") else line[1:] for line in lines])
        if self.before or inside[-1:] in ("", "\n") or not all(line.startswith(">") for line in lines):
            raise Unsure
        self.sheet.tags("<blockquote>\n")
        for paragraph in inside.split("\n\n"):
            text = paragraph.lstrip("\n")
            if OPENING.match(text):
                raise Unsure
            if text:
                self._paragraph(text)
        self.sheet.tags("</blockquote>\n")
        self.last = "blockquote"
        return ""

    def _table(self, block: str) -> str:
        head, *rows = block.split("\n")
        ruler = rows.pop(0) if rows else ""
        marks = [cell.strip(" ") for cell in ruler[1:-1].split("|")]
        if not rows or len(marks) < 2 or not RULER.fullmatch(ruler):
            raise Unsure
        classes = [_aligned(mark.startswith(":"), mark.endswith(":")) for mark in marks]
        self.tables += 1
        label = region_label(self.tables)
        self.sheet.tags(f'<div class="table" role="region" aria-label="{label}" tabindex="0"><table>\n<thead>\n')
        self._row(head, "th", [f'<th scope="col"{name}>' for name in classes])
        self.sheet.tags("</thead>\n<tbody>\n")
        openings = [f"<td{name}>" for name in classes]
        for row in rows:
            self._row(row, "td", openings)
        self.sheet.tags("</tbody>\n</table></div>\n")
        return ""

    def _row(self, row: str, tag: str, openings: list[str]) -> None:
        cells, sheet = row[1:-1].split("|"), self.sheet
        if row[0] != "|" or row[-1] != "|" or len(cells) != len(openings):
            raise Unsure
        sheet.row, self.rows = self.rows, self.rows + 1
        sheet.tags("<tr>\n")
        closing = f"</{tag}>\n"
        for sheet.cell, (opening, cell) in enumerate(zip(openings, cells, strict=True)):
            sheet.line(opening, cell.strip(" "), closing, tag)
        sheet.tags("</tr>\n")
        sheet.row = sheet.cell = -1

    def _picture(self, block: str) -> str:
        found = PICTURE.fullmatch(block)
        if found is None:
            return self._paragraph(block)
        address = judge_image(found[2], self.findings.path)
        if address.fault:
            raise Unsure
        self.findings.linked(address, found[2])
        source, words = escape_attribute(address.printed), escape_attribute(found[1])
        self.sheet.tags(f'<figure class="picture"><img src="{source}" alt="{words}">')
        if found[3]:
            self.sheet.caption(*signed(found[3]))
        self.sheet.tags("</figure>\n")
        return ""

    def _factbox(self, block: str) -> str:
        if block != PLACED:
            return self._paragraph(block)
        if self.findings.factboxes:
            raise Unsure
        self.findings.factboxes = 1
        self.sheet.tags(FACTBOX_PLACE)
        return ""


def _aligned(left: bool, right: bool) -> str:
    place = "center" if left and right else "left" if left else "right" if right else ""
    return f' class="align-{place}"' if place else ""


OPENERS: Final[dict[str, Callable[[_Lane, str], str]]] = {
    **dict.fromkeys("=:： ", _Lane._unsure),
    **dict.fromkeys("0123456789", _Lane._digit),
    **dict.fromkeys("-+", _Lane._list),
    "*": _Lane._starred,
    "#": _Lane._heading,
    ">": _Lane._quotation,
    "|": _Lane._table,
    "!": _Lane._picture,
    "[": _Lane._factbox,
}
"""Who writes a block that begins so, or its first part; what is left of it comes back. Any other is a paragraph."""
