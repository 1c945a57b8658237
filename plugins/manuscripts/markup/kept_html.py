"""The few HTML tags that a manuscript may use, and everything else between angle brackets.

Stands in for Python-Markdown's own processors of inline HTML, entities and mail addresses. Its block-level HTML
pre-processor is not used at all, so every tag of a body comes by here, one in a code span excepted.
"""

from __future__ import annotations

import html
import re
from typing import Final
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from .comments import UNSETTLED
from .findings import Findings

SAFE: Final[dict[str, frozenset[str]]] = {
    **dict.fromkeys(("sub", "sup", "br", "wbr", "ruby", "rt", "rp", "mark", "u", "del", "ins", "kbd"), frozenset()),
    "abbr": frozenset({"title"}),
    "span": frozenset({"lang"}),
}
VOID: Final = frozenset({"br", "wbr"})
INSIDE: Final = {"rt": "ruby", "rp": "ruby"}
TAG: Final = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)(.*?)/?>", re.DOTALL)
ATTRIBUTE: Final = re.compile(r"""([^\s"'=<>/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>]+))?""")
LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_ENGINE_MARK: Final = re.compile("\x02[^\x03]*\x03?")


def plain_needle(text: str) -> str:
    """The longest stretch of `text` that stands in the source: the engine's marks are cut off."""
    return max(_ENGINE_MARK.split(text), key=len).split("\n")[0]


class KeptHtml(InlineProcessor):
    """Safe tags are kept, comments dropped, the rest is a problem."""

    def __init__(self, pattern: str, md: Markdown, findings: Findings) -> None:
        super().__init__(pattern, md)
        self.findings = findings

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: N802
        return self._kept(m[0]), m.start(0), m.end(0)

    def _kept(self, written: str) -> str:
        if written.startswith("<!--"):
            if UNSETTLED.match(written):
                self.findings.problem("unsettled", plain_needle(written))
            return ""
        tag = TAG.fullmatch(written)
        if tag is None:
            self.findings.problem("html-markup", plain_needle(written))
            return ""
        closing, name, rest = tag[1], tag[2].lower(), tag[3]
        if name not in SAFE:
            self._refuse(closing, name, written)
            return ""
        attributes = "" if closing else self._attributes(name, rest, plain_needle(written))
        return self.findings.keep(f"<{closing}{name}{attributes}>", plain_needle(written))

    def _refuse(self, closing: str, name: str, written: str) -> None:
        """One problem for a pair: the closing tag goes with its opening one."""
        refused = self.findings.refused
        if closing and name in refused:
            refused.remove(name)
            return
        if not closing:
            refused.append(name)
        self.findings.problem("html-tag", plain_needle(written), tag=f"{closing}{name}")

    def _attributes(self, tag: str, text: str, written: str) -> str:
        printed = []
        for name, value in ATTRIBUTE.findall(text):
            plain = html.unescape(_ENGINE_MARK.sub("", value.strip("\"'")))
            known = name.lower() in SAFE[tag] and (name.lower() != "lang" or LANGUAGE.fullmatch(plain))
            if known:
                printed.append(f' {name.lower()}="{html.escape(plain)}"')
            else:
                self.findings.problem("html-attribute", written, tag=tag, name=name)
        return "".join(dict.fromkeys(printed))


class Entity(InlineProcessor):
    """`&amp;`, `&#8212;` as their characters; what names no character stays as written."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: N802
        return html.unescape(m[0]).replace("\n", " "), m.start(0), m.end(0)


class Mail(InlineProcessor):
    """`<name@example.org>` as a link."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802
        link = Element("a", href=f"mailto:{m[1].removeprefix('mailto:')}")
        link.text = m[1].removeprefix("mailto:")
        return link, m.start(0), m.end(0)


BALANCE: Final = re.compile("<(/?)([a-z][a-z0-9]*)[^>]*>|\x02tag:(\\d+)\x03")
_EMPTY: Final = frozenset({"img", "hr", *VOID})


def unbalanced(printed: str, findings: Findings) -> None:
    """Notes kept tags that aren't closed in the element that they were opened in, or cross another."""
    stack: list[tuple[str, int]] = []  # name, and its number where it is a kept tag, -1 where it is the engine's
    for match in BALANCE.finditer(printed):
        number = -1 if match[3] is None else int(match[3])
        tag = match[0] if number < 0 else findings.tags[number][0]
        name = tag.strip("</>").partition(" ")[0]
        if name in _EMPTY:
            continue
        if not tag.startswith("</"):
            _misplaced(name, number, stack, findings)
            stack.append((name, number))
        elif stack and stack[-1][0] == name and (stack[-1][1] < 0) == (number < 0):
            stack.pop()
        elif number >= 0:
            findings.unbalanced(number, name)
        else:
            _close(stack, findings)


def _close(stack: list[tuple[str, int]], findings: Findings) -> None:
    """The engine closes its element: what was kept open inside stays without a partner."""
    while stack and stack[-1][1] >= 0:
        name, number = stack.pop()
        findings.unbalanced(number, name)
    if stack:
        stack.pop()


def _misplaced(name: str, number: int, stack: list[tuple[str, int]], findings: Findings) -> None:
    parent = INSIDE.get(name)
    if number >= 0 and parent and (not stack or stack[-1][0] != parent):
        findings.problem("html-misplaced", findings.tags[number][1], tag=name, parent=parent)
