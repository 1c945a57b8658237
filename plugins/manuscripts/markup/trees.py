"""Passes over the element tree: heading ids, links and images, tables, footnotes.

They run behind the engine's inline pass and its unescaping, when texts and addresses are as the reader gets them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from plugins.manuscripts.credits import CREDIT, signed

from .addresses import judge_image, judge_link
from .findings import Findings
from .names import heading_id, region_label

HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_MARK: Final = re.compile("\x02[^\x03]*\x03")
ALIGNED: Final = re.compile(r"text-align: (left|center|right);")


def text_of(element: Element) -> str:
    """What a reader reads of an element, without footnote numbers and kept tags."""
    return _MARK.sub("", "".join(_texts(element))).strip()


def _texts(element: Element) -> Iterator[str]:
    if element.text:
        yield element.text
    for child in element:
        if child.get("class") not in ("footnote-ref", "footnote-backref"):
            yield from _texts(child)
        if child.tail:
            yield child.tail


class Dressing(Treeprocessor):
    """One walk over the finished tree that does all of it."""

    def __init__(self, md: Markdown, findings: Findings) -> None:
        super().__init__(md)
        self.findings = findings
        self.taken: set[str] = set()
        self.tables = 0
        self.visits: dict[str, Callable[[Element], None]] = {
            **dict.fromkeys(HEADINGS, self.heading),
            "a": self.link,
            "img": self.image,
            "div": self.footnotes,
        }

    def run(self, root: Element) -> None:
        self.taken, self.tables = set(), 0
        for element in list(root.iter()):
            visit = self.visits.get(element.tag)
            if visit:
                visit(element)
        self._wrap(root)

    def heading(self, element: Element) -> None:
        text = text_of(element)
        level = int(element.tag[1])
        if not text:
            self.findings.problem("heading-empty", f"{'#' * level}")
            return
        if level == 1:
            self.findings.problem("heading-one", text, text.split(" ")[0], text=text)
        name = heading_id(text, self.taken)
        element.set("id", name)
        self.findings.headings.append((level, name, text))

    def link(self, element: Element) -> None:
        if element.get("class") in ("footnote-ref", "footnote-backref"):
            return
        written, text = element.get("href", ""), text_of(element)
        needles = _needles(f"[{text}]", written)
        if any(child.tag == "a" for child in element.iter() if child is not element):
            self.findings.problem("link-inside-link", *needles)
        if not text and element.find(".//img") is None:
            self.findings.problem("link-text-empty", *needles)
        address = judge_link(written, self.findings.path)
        if address.fault:
            self.findings.problem(address.fault, *needles, scheme=address.scheme)
            return
        element.set("href", address.printed)
        if address.scheme in ("http", "https"):
            element.set("rel", "noopener")
        self.findings.linked(address, written)

    def image(self, element: Element) -> None:
        written = element.get("src", "")
        alt = _MARK.sub("", element.get("alt", "")).strip()
        needles = _needles(f"![{alt}]", written)
        if not alt:
            self.findings.problem("image-alt", *needles)
        address = judge_image(written, self.findings.path)
        if address.fault:
            self.findings.problem(address.fault, *needles, scheme=address.scheme)
            return
        element.set("src", address.printed)
        element.set("alt", alt)
        self.findings.linked(address, written)

    def footnotes(self, element: Element) -> None:
        """The engine's list of footnotes as a labelled section, without the rule above it."""
        if element.get("class") != "footnote":
            return
        element.tag = "section"
        element.attrib.update({"class": "footnotes", "aria-label": "注释"})
        for rule in element.findall("hr"):
            element.remove(rule)
        for back in element.iter("a"):
            if back.get("class") == "footnote-backref":
                back.set("aria-label", back.attrib.pop("title", "回到正文"))

    def _wrap(self, parent: Element) -> None:
        """Tables into scrollable regions; a picture that is a paragraph of its own into a figure."""
        for place, child in enumerate(parent):
            if child.tag == "table":
                parent[place] = self._region(child)
            elif child.tag == "p" and len(child) == 1 and child[0].tag == "img" and not _around(child):
                parent[place] = _figure(child)
            else:
                self._wrap(child)

    def _region(self, table: Element) -> Element:
        self.tables += 1
        label = region_label(self.tables)
        region = Element("div", {"class": "table", "role": "region", "aria-label": label, "tabindex": "0"})
        region.tail, table.tail = table.tail, None
        region.append(table)
        for cell in table.iter("th"):
            cell.set("scope", "col")
        for cell in table.iter():
            if found := ALIGNED.fullmatch(cell.attrib.pop("style", "")):
                cell.set("class", f"align-{found[1]}")
        return region


def _needles(label: str, written: str) -> tuple[str, ...]:
    """How a link stands in the source, from its likeliest form to its least."""
    return (f"{label}({written})", f"{label}({written}", f"({written}" if written else "", written, f"{label}(")


def _around(paragraph: Element) -> str:
    return (paragraph.text or "").strip() + (paragraph[0].tail or "").strip()


def _figure(paragraph: Element) -> Element:
    figure = Element("figure", {"class": "picture"})
    figure.tail = paragraph.tail
    image = paragraph[0]
    image.tail = None
    figure.append(image)
    if words := image.attrib.pop("title", "").strip():
        told = SubElement(figure, "figcaption")
        told.text, credit = signed(words)
        if credit:
            SubElement(told, "span", {"class": CREDIT}).text = credit
    return figure
