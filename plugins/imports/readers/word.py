"""Word files, read from their own XML: paragraphs with their styles, tables, pictures, footnotes, text boxes.

Inserted text counts and deleted text is dropped, as if all changes were accepted; headers, footers, comments and hidden
text are dropped with their reasons. Nothing outside the file is asked for, no entity is resolved.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from plugins.imports.refusal import ImportRefusedError
from plugins.imports.streams import Stream
from plugins.imports.types import Source

from .wordfile import NS, WordFile, w
from .wordwalk import Walk

ASIDE: Final = (("header", "页眉"), ("footer", "页脚"), ("comments", "批注"))


def read(name: str, data: bytes) -> Source:
    file = WordFile(name, data)
    stream = Stream()
    walk = Walk(file, stream)
    body = file.part("word/document.xml").find(f".//{w('body')}")
    if body is None:
        raise ImportRefusedError("docx-broken", name=name, why="没有正文部分")
    try:
        walk.blocks(body)
    except RecursionError:
        raise ImportRefusedError("docx-broken", name=name, why="层次太深") from None
    walk.footnotes()
    for kind, reason in ASIDE:
        for path in file.named(kind):
            stream.drop(_text(file.part(path)), reason)
    if not stream.text.strip() and not any(line.picture for line in stream.lines):
        raise ImportRefusedError("docx-empty", name=name)
    source = Source(name, "docx", stream.text, stream.lines, stream.dropped)
    source.witness = "".join(_text(file.part(path)) for path in file.texts())
    source.notes = walk.notes
    return source


def _text(root: etree._Element) -> str:
    """All text of a part by the plainest way; what stands there twice for older programs counts once."""
    said = []
    for node in root.iter(w("t"), w("delText"), w("noBreakHyphen")):
        if any(parent.tag == f"{{{NS['mc']}}}Fallback" for parent in node.iterancestors()):
            continue
        said.append(node.text or "" if node.tag != w("noBreakHyphen") else "-")
    return "".join(said)
