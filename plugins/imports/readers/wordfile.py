"""A .docx as a bundle of parts: XML by path, relations, styles, numberings, pictures."""

from __future__ import annotations

import functools
import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import Final

from lxml import etree

from plugins.imports.refusal import ImportRefusedError, damage

NS: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}
LARGEST: Final = 60 << 20
RATIO: Final = 400
HEADING: Final = re.compile(r"(?:heading|标题|小标题)\s*([1-9])?", re.IGNORECASE)


def w(name: str) -> str:
    return f"{{{NS['w']}}}{name}"


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says."""

    kind: str = ""
    level: int = 0
    size: float = 0
    bold: bool = False
    centred: bool = False
    numbered: bool = False


class WordFile:
    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        try:
            self.bundle = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError) as error:
            raise ImportRefusedError("docx-broken", name=name, why=damage(error)) from error
        self.paths = {entry.filename: entry for entry in self.bundle.infolist()}
        whole = sum(entry.file_size for entry in self.paths.values())
        if whole > 300 << 20 or whole > RATIO * len(data) + (1 << 20):
            raise ImportRefusedError("zip-bomb", name=name, limit=300, ratio=RATIO)
        if "word/document.xml" not in self.paths:
            why = "有密码" if "EncryptedPackage" in self.paths else "没有 word/document.xml"
            raise ImportRefusedError("docx-broken", name=name, why=why)

    def data(self, path: str) -> bytes:
        entry = self.paths[path]
        if entry.flag_bits & 1:
            raise ImportRefusedError("docx-encrypted", name=self.name)
        try:
            with self.bundle.open(entry) as file:
                data = file.read(LARGEST + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise ImportRefusedError("docx-broken", name=self.name, why=damage(error)) from error
        if len(data) > LARGEST:
            raise ImportRefusedError("zip-bomb", name=self.name, limit=LARGEST >> 20, ratio=RATIO)
        return data

    @functools.cache  # noqa: B019 - the file lives as long as its reading
    def part(self, path: str) -> etree._Element:
        """A part's XML; no entity is resolved and nothing is fetched."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(self.data(path), parser)
        except etree.XMLSyntaxError as error:
            raise ImportRefusedError("docx-broken", name=self.name, why="内容不合格式") from error

    def named(self, kind: str) -> list[str]:
        """The parts of a kind: header1.xml, header2.xml …"""
        return sorted(path for path in self.paths if re.fullmatch(rf"word/{kind}[0-9]*\.xml", path))

    def texts(self) -> list[str]:
        """Every part that has text."""
        kinds = ("document", "footnotes", "endnotes", "header", "footer", "comments")
        return [path for kind in kinds for path in self.named(kind)]

    def picture(self, relation: str) -> tuple[str, bytes] | None:
        """A picture's path and bytes, if it is in the file."""
        path = self.relations.get(relation, "")
        return (path, self.data(path)) if path in self.paths else None

    @functools.cached_property
    def relations(self) -> dict[str, str]:
        path = "word/_rels/document.xml.rels"
        if path not in self.paths:
            return {}
        found = {}
        for relation in self.part(path):
            target = str(relation.get("Target") or "")
            found[str(relation.get("Id"))] = target.lstrip("/") if target.startswith("/") else f"word/{target}"
        return found

    @functools.cached_property
    def styles(self) -> dict[str, Style]:
        if "word/styles.xml" not in self.paths:
            return {}
        raw = {str(style.get(w("styleId"))): style for style in self.part("word/styles.xml").iter(w("style"))}
        return {name: _style(style, raw) for name, style in raw.items()}

    @functools.cached_property
    def numbered(self) -> dict[tuple[str, str], str]:
        """The format of each numbering's levels: bullet, decimal …"""
        if "word/numbering.xml" not in self.paths:
            return {}
        root, found = self.part("word/numbering.xml"), {}
        abstract = {node.get(w("abstractNumId")): node for node in root.iter(w("abstractNum"))}
        for number in root.iter(w("num")):
            link = number.find(w("abstractNumId"))
            node = abstract.get(link.get(w("val"))) if link is not None else None
            for level in node.iter(w("lvl")) if node is not None else ():
                form = level.find(w("numFmt"))
                found[str(number.get(w("numId"))), str(level.get(w("ilvl")))] = str(
                    form.get(w("val")) if form is not None else ""
                )
        return found


def _style(style: etree._Element, raw: dict[str, etree._Element]) -> Style:
    """A style with what it inherits."""
    chain, seen = [style], {style}
    while (based := chain[-1].find(w("basedOn"))) is not None and (
        parent := raw.get(str(based.get(w("val"))))
    ) is not None:
        if parent in seen:
            break
        seen.add(parent)
        chain.append(parent)
    kind, level = "", 0
    for one in chain:
        named = one.find(w("name"))
        kind, level = _kind(str(named.get(w("val")) or "") if named is not None else "")
        if kind:
            break
    outline = next((node for one in chain if (node := one.find(f".//{w('outlineLvl')}")) is not None), None)
    if not kind and outline is not None and str(outline.get(w("val"))) in "012345":
        kind, level = "heading", int(str(outline.get(w("val")))) + 1
    size = next(
        (float(node.get(w("val"))) / 2 for one in chain if (node := one.find(f"{w('rPr')}/{w('sz')}")) is not None), 0.0
    )
    bold = next((on(node) for one in chain if (node := one.find(f"{w('rPr')}/{w('b')}")) is not None), False)
    jc = next((str(node.get(w("val"))) for one in chain if (node := one.find(f"{w('pPr')}/{w('jc')}")) is not None), "")
    number = any(one.find(f"{w('pPr')}/{w('numPr')}") is not None for one in chain)
    return Style(kind, level, size, bold, jc == "center", number)


def on(node: etree._Element | None) -> bool:
    """Whether a switch such as <w:b/> is on."""
    return node is not None and node.get(w("val")) not in ("0", "false", "off", "none")


def _kind(name: str) -> tuple[str, int]:  # noqa: PLR0911 - a table of names
    lower = name.lower().strip()
    if lower in ("title", "标题", "大标题", "文章标题", "主标题"):
        return "title", 1
    if lower in ("subtitle", "副标题", "副题"):
        return "subtitle", 2
    if found := HEADING.fullmatch(lower):
        return "heading", int(found[1] or 2)
    if lower in ("caption", "题注", "图注", "图片说明"):
        return "caption", 0
    if lower in ("quote", "intense quote", "引用", "明显引用", "block text"):
        return "quotation", 0
    if lower.startswith(("list bullet", "list number", "列表项目符号", "列表编号")):
        return "list", 1
    return "", 0
