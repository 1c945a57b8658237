"""One Markdown object per process, made when first needed and reused for every body.

A body's text and its manuscript's path flow in; HTML and `Findings` flow out. Order of the steps: comments dropped,
Python-Markdown with our processors, printing, soft line breaks joined, kept tags put in.
"""

from __future__ import annotations

import functools
import re
from copy import copy
from typing import Any, Final
from xml.etree.ElementTree import Element, SubElement

import markdown
from markdown.extensions.footnotes import FN_BACKLINK_TEXT, NBSP_PLACEHOLDER, FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import AUTOMAIL_RE, ENTITY_RE, HTML_RE
from markdown.treeprocessors import InlineProcessor as InlineTree

from .blocks import Callouts, FactBoxPlace, ShortNumberedList
from .comments import without_comments
from .emphasis import Emphasis
from .findings import Body, Findings
from .kept_html import Entity, KeptHtml, Mail, unbalanced
from .printing import printed, with_kept_tags
from .readback import plain_text
from .softbreaks import joined
from .trees import Dressing

SPECIAL: Final = re.compile(r"[\\`*_\[<&]|  \n")
"""What an inline pattern of the engine begins with."""

DEEPEST: Final = 100
BRACKET: Final = re.compile(r"[\[\]]|\n[ \t]*\n")


class Footnotes(FootnoteExtension):
    """The engine's footnotes with ids that hold no white space."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        super().__init__(**FOOTNOTES)

    def makeFootnoteId(self, id: str) -> str:  # noqa: N802
        return super().makeFootnoteId(_label(id))

    def makeFootnoteRefId(self, id: str, found: bool = False) -> str:  # noqa: N802
        return super().makeFootnoteRefId(_label(id), found)

    def makeFootnotesDiv(self, root: Element) -> Element | None:  # noqa: N802
        """The engine puts the way back behind a footnote's words, and can't do without one."""
        div = super().makeFootnotesDiv(root)
        for item in div.iterfind("ol/li") if div is not None else ():
            if item.find(f".//a[@class='{BACK}']") is None:
                label = next(label for label in self.footnotes if self.makeFootnoteId(label) == item.get("id"))
                self.findings.problem("footnote-empty", f"[^{label}]:", label=label)
                SubElement(item, "a", {"class": BACK, "href": f"#{self.makeFootnoteRefId(label)}", "title": ""})
        return div


def _label(written: str) -> str:
    """A footnote's label as part of an id; two labels never become one."""
    return re.sub(r"[^\w-]", lambda match: f".{ord(match[0]):x}", written)


BACK: Final = "footnote-backref"
FOOTNOTES: Final[dict[str, Any]] = {
    "BACKLINK_TEXT": "↩",
    "BACKLINK_TITLE": "回到正文的注 {}",
    "SEPARATOR": "-",
    "PLACE_MARKER": "\x02footnotes\x03",
    "USE_DEFINITION_ORDER": False,
}


class Inline(InlineTree):
    """The engine's inline pass, which leaves texts alone that no pattern can match."""

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if SPECIAL.search(data) is None:
            return data
        return super()._InlineProcessor__handleInline(data, patternIndex)  # type: ignore[misc, no-any-return]


class Engine:
    """Python-Markdown, set up once."""

    def __init__(self) -> None:
        self.findings = Findings()
        self.footnotes = Footnotes(self.findings)
        self.md = markdown.Markdown(
            extensions=[TableExtension(), SaneListExtension(), self.footnotes], output_format="html"
        )
        self.md.treeprocessors.register(Inline(self.md), "inline", 20)
        self._blocks()
        self._inline()
        self.md.treeprocessors.register(Dressing(self.md, self.findings), "dressing", -10)
        self.md.serializer = printed
        self.md.stripTopLevelTags = False
        for name in ("raw_html", "amp_substitute", "footnote"):
            self.md.postprocessors.deregister(name)

    def _blocks(self) -> None:
        self.md.ESCAPED_CHARS += ["<", "&"]
        self.md.preprocessors.deregister("html_block")
        processors = self.md.parser.blockprocessors
        processors.register(Callouts(self.md.parser, self.findings), "callout", 78)
        processors.register(FactBoxPlace(self.md.parser, self.findings), "factbox", 77)
        processors.register(ShortNumberedList(self.md.parser), "olist", 40)

    def _inline(self) -> None:
        patterns = self.md.inlinePatterns
        patterns.register(Mail(AUTOMAIL_RE, self.md), "automail", 110)
        patterns.register(KeptHtml(HTML_RE, self.md, self.findings), "html", 90)
        patterns.register(Entity(ENTITY_RE, self.md), "entity", 80)
        patterns.register(Emphasis(self.md, self.findings), "em_strong", 60)

    def convert(self, path: str, text: str) -> Body:
        findings = self.findings
        findings.begin(path)
        self.md.reset()
        self.md.parser.state.clear()
        source = without_comments(text, findings)
        if _deep(source):
            raise RecursionError
        html = self.md.convert(source)
        html = html.replace(FN_BACKLINK_TEXT, "↩").replace(NBSP_PLACEHOLDER, "\u00a0")
        self._footnotes_used(findings)
        if findings.tags:
            unbalanced(html, findings)
        html = with_kept_tags(joined(html), findings)
        return Body(html, plain_text(html), copy(findings))

    def _footnotes_used(self, findings: Findings) -> None:
        for label in self.footnotes.footnotes:
            if label not in self.footnotes.footnote_order:
                findings.problem("footnote-unused", f"[^{label}]:", label=label)


def _deep(text: str) -> bool:
    """Whether square brackets are nested so that the engine, which tries each against all, would take minutes."""
    if text.count("[") < DEEPEST:
        return False
    depth = 0
    for match in BRACKET.finditer(text):
        depth = max(depth + (1 if match[0] == "[" else -1), 0) if match[0] in "[]" else 0
        if depth > DEEPEST:
            return True
    return False


@functools.cache
def _engine() -> Engine:
    return Engine()


def convert(path: str, text: str) -> Body:
    """The HTML of a body, and what was found on the way. Raises RecursionError if it is nested too deeply."""
    return _engine().convert(path, text)
