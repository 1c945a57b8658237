"""Word files from a description: paragraphs with style, alignment, runs; tables, pictures, notes, tracked changes.

header, footer: text
paragraphs:
- text: …            or  runs: [{text, bold, italic, size, inserted, deleted, break, footnote: text}, or a text]
  style: Heading 1   align: center   size: 16   bold: true   indent: 2 (characters of the first line)
- table: [[cell, …], …]
- picture: [width, height]   alt: text
- textbox: [paragraph, …]
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Inches, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from PIL import Image

_ALIGN = {
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "left": WD_ALIGN_PARAGRAPH.LEFT,
}
_LONG_AGO = (2026, 7, 1, 8, 0, 0)
_CHANGE = {"w:author": "校对", "w:date": "2026-07-01T08:00:00Z"}


def write_docx(described: dict[str, Any], target: Path) -> None:
    """Writes the Word file, its parts dated alike whenever it is written."""
    document = Document()
    notes: list[str] = []
    for item in described["paragraphs"]:
        _add(document, item, notes)
    section = document.sections[0]
    if header := described.get("header"):
        section.header.paragraphs[0].text = header
    if footer := described.get("footer"):
        section.footer.paragraphs[0].text = footer
    if notes:
        _add_notes(document, notes)
    made = io.BytesIO()
    document.save(made)
    _pack_dated(made, target)


def _add(document: Docx, item: dict[str, Any] | str, notes: list[str]) -> None:
    described: dict[str, Any] = {"text": item} if isinstance(item, str) else item
    if "table" in described:
        _add_table(document, described["table"])
    elif "picture" in described:
        _add_picture(document, described)
    elif "textbox" in described:
        _add_textbox(document, described["textbox"])
    else:
        _fill(document.add_paragraph(), described, notes)


def _fill(paragraph: Paragraph, described: dict[str, Any], notes: list[str]) -> None:
    if style := described.get("style"):
        paragraph.style = style
    if align := described.get("align"):
        paragraph.alignment = _ALIGN[align]
    if indent := described.get("indent"):
        paragraph.paragraph_format.first_line_indent = Pt(indent * described.get("size", 12))
    for run in described.get("runs") or [described["text"]]:
        _add_run(paragraph, {"text": run} if isinstance(run, str) else run, described, notes)


def _add_run(paragraph: Paragraph, run: dict[str, Any], described: dict[str, Any], notes: list[str]) -> None:
    made = paragraph.add_run(run.get("text", ""))
    made.bold = run.get("bold", described.get("bold"))
    made.italic = run.get("italic")
    if size := run.get("size", described.get("size")):
        made.font.size = Pt(size)
    if run.get("break"):
        made.add_break()
    if "footnote" in run:
        notes.append(run["footnote"])
        made._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="{len(notes)}"/>'))
    for change, name in (("inserted", "w:ins"), ("deleted", "w:del")):
        if run.get(change):
            _track(paragraph, made, name)


def _track(paragraph: Paragraph, run: Run, name: str) -> None:
    """Wraps a run in a tracked change; what is deleted stands in `w:delText`."""
    change = OxmlElement(name, {qn(key): value for key, value in {"w:id": "9", **_CHANGE}.items()})
    paragraph._p.replace(run._r, change)
    change.append(run._r)
    if name == "w:del":
        for text in run._r.findall(qn("w:t")):
            text.tag = qn("w:delText")


def _add_table(document: Docx, rows: list[list[str]]) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def _add_picture(document: Docx, described: dict[str, Any]) -> None:
    width, height = described["picture"]
    file = io.BytesIO()
    Image.new("RGB", (width, height), "#b3391f").save(file, "PNG")
    document.add_picture(file, width=Inches(4))
    if alt := described.get("alt"):
        document.inline_shapes[-1]._inline.docPr.set("descr", alt)


def _add_textbox(document: Docx, paragraphs: list[str]) -> None:
    """A text box (the older VML form, which every reader knows) that stands in a paragraph of its own."""
    box = parse_xml(
        f'<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><w:txbxContent/>'
        "</v:textbox></v:shape></w:pict>"
    )
    run = document.add_paragraph().add_run()
    run._r.append(box)
    content = next(box.iter(qn("w:txbxContent")))
    for text in paragraphs:
        made = document.add_paragraph(text)
        content.append(made._p)


def _add_notes(document: Docx, notes: list[str]) -> None:
    body = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>{note}</w:t></w:r></w:p></w:footnote>'
        for number, note in enumerate(notes, 1)
    )
    xml = f"<w:footnotes {nsdecls('w')}>{body}</w:footnotes>".encode()
    part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, xml, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _pack_dated(made: io.BytesIO, target: Path) -> None:
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _LONG_AGO), old.read(name), zipfile.ZIP_DEFLATED)
