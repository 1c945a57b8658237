"""PDF pages: characters to lines, columns told apart, lines in reading order with their size, place and indent."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from typing import Any, Final

from plugins.imports.furniture import kinds, labelled
from plugins.imports.refusal import ImportRefusedError, damage
from plugins.imports.streams import Stream
from plugins.imports.types import Source

from .pdflayout import ordered
from .pdflines import Segment, segments
from .pdfplaces import placed

PAGES: Final = 120
GARBLED: Final = re.compile(r"\(cid:[0-9]+\)|[\ue000-\uf8ff]")
EDGE: Final = 0.09
"""The part of a page's height, at its top and bottom, in which running heads and page numbers stand."""
DIGITS: Final = re.compile("[0-9０-９一二三四五六七八九十]+")


def read(name: str, data: bytes) -> Source:
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    pages = _pages(name, data)
    if not any(page["chars"] for page in pages):
        raise ImportRefusedError("pdf-scanned", name=name)
    for number, page in enumerate(pages, 1):
        garbled = sum(bool(GARBLED.search(char["text"])) for char in page["chars"])
        if garbled:
            raise ImportRefusedError("pdf-garbled", name=name, page=number, count=garbled)
    return _source(name, pages)


def _pages(name: str, data: bytes) -> list[dict[str, Any]]:
    """Every page's characters and pictures, and its size."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            if len(document.pages) > PAGES:
                raise ImportRefusedError("pdf-pages", name=name, pages=len(document.pages), limit=PAGES)
            return [_page(page) for page in document.pages]
    except (
        PdfminerException,
        PSException,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
    ) as error:
        cause = error.args[0] if error.args and isinstance(error.args[0], BaseException) else error
        if isinstance(cause, (PDFPasswordIncorrect, PDFEncryptionError)):
            raise ImportRefusedError("pdf-encrypted", name=name) from error
        raise ImportRefusedError("pdf-broken", name=name, why=damage(error)) from error


def _page(page: Any) -> dict[str, Any]:
    whole = page.dedupe_chars(tolerance=1)
    pictures = [image for image in page.images if (image["x1"] - image["x0"]) * (image["bottom"] - image["top"]) > 900]
    return {"chars": list(whole.chars), "pictures": pictures, "width": float(page.width), "height": float(page.height)}


def _source(name: str, pages: list[dict[str, Any]]) -> Source:
    stream = Stream()
    found = [segments(page["chars"]) for page in pages]
    heads = _repeated(found, pages) | _titles(found, pages)
    for number, (page, own) in enumerate(zip(pages, found, strict=True), 1):
        edges = [segment for segment in own if _is_furniture(segment, page["height"], heads)]
        kept = [segment for segment in own if segment not in edges]
        for segment in (edge for edge in edges if edge.top < page["height"] / 2):
            stream.drop(segment.text, "页眉或页码")
        for line, known in placed(ordered(kept), page["pictures"], number):
            stream.line(line, **known)
        for segment in (edge for edge in edges if edge.top >= page["height"] / 2):
            stream.drop(segment.text, "页脚或页码")
    source = Source(name, "pdf", stream.text, stream.lines, stream.dropped)
    source.witness = "".join(char["text"] for page in pages for char in page["chars"])
    return source


def _bare(text: str) -> str:
    return DIGITS.sub("#", re.sub(r"\s", "", text))


def _repeated(found: list[list[Segment]], pages: list[dict[str, Any]]) -> set[str]:
    """What stands at the edge of several pages, but for its numbers."""
    counted: Counter[str] = Counter()
    for own, page in zip(found, pages, strict=True):
        counted.update({_bare(segment.text) for segment in own if _at_edge(segment, page["height"])})
    return {text for text, count in counted.items() if count > 1}


def _titles(found: list[list[Segment]], pages: list[dict[str, Any]]) -> set[str]:
    """Headlines: what says the same at a page's edge is a running head."""
    sizes: Counter[float] = Counter()
    for segment in (one for own in found for one in own):
        sizes[segment.size] += len(segment.text)
    body = sizes.most_common(1)[0][0] if sizes else 0
    pairs = zip(found, pages, strict=True)
    every = [(segment, page["height"]) for own, page in pairs for segment in own if segment.size > body * 1.3]
    return {_bare(segment.text) for segment, height in every if not _at_edge(segment, height)}


def _at_edge(segment: Segment, height: float) -> bool:
    return segment.bottom < height * EDGE or segment.top > height * (1 - EDGE)


def _is_furniture(segment: Segment, height: float, heads: set[str]) -> bool:
    if not _at_edge(segment, height):
        return False
    return _bare(segment.text) in heads or bool(kinds(segment.text)) or labelled(segment.text)
