"""Blocks of our own: call-outs, the place of the fact box, and ordered lists that leave years alone."""

from __future__ import annotations

import re
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element, SubElement

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.sane_lists import SaneOListProcessor

from .findings import Findings
from .printing import FACTBOX


class Callout(NamedTuple):
    """A kind of call-out: the word that opens it, and its block's modifier in the style sheets."""

    name: str
    block: str


CALLOUTS: Final = {
    kind.name: kind for kind in (Callout("提示", "note"), Callout("背景", "background"), Callout("名词", "term"))
}
OPENING: Final = re.compile(r"^[:：]{3}[ \t]*([^\s:：]+)[ \t]*(.*)$", re.MULTILINE)
CLOSING: Final = re.compile(r"^[:：]{3}[ \t]*$", re.MULTILINE)
PLACED: Final = re.compile(r"^[ ]{0,3}\[\[数说\]\][ \t]*$", re.MULTILINE)


class Callouts(BlockProcessor):
    """`:::提示 标题` … `:::` as an aside; what is between is Markdown."""

    def __init__(self, parser: BlockParser, findings: Findings) -> None:
        super().__init__(parser)
        self.findings = findings

    def test(self, parent: Element, block: str) -> bool:
        return (":::" in block or "：：：" in block) and bool(OPENING.search(block) or CLOSING.search(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        opening, closing = OPENING.search(block), CLOSING.search(block)
        if opening is None or (closing and closing.start() < opening.start()):
            assert closing is not None  # `test` saw one of the two
            self.findings.problem("callout-stray", closing[0])
            blocks[:0] = [block[: closing.start()].rstrip("\n"), block[closing.end() :].lstrip("\n")]
            return
        if before := block[: opening.start()].strip("\n"):
            self.parser.parseBlocks(parent, [before])
        blocks.insert(0, block[opening.end() :].lstrip("\n"))
        inside = self._inside(opening, blocks)
        self._aside(parent, opening, inside)

    def _inside(self, opening: re.Match[str], blocks: list[str]) -> list[str]:
        """Takes the blocks up to the closing line out of `blocks`."""
        inside: list[str] = []
        while blocks:
            block = blocks.pop(0)
            closing, another = CLOSING.search(block), OPENING.search(block)
            if another and (closing is None or another.start() < closing.start()):
                inside.append(block[: another.start()])
                blocks.insert(0, block[another.start() :])
                break
            if closing:
                inside.append(block[: closing.start()])
                blocks.insert(0, block[closing.end() :].lstrip("\n"))
                return inside
            inside.append(block)
        self.findings.problem("callout-unclosed", opening[0])
        return inside

    def _aside(self, parent: Element, opening: re.Match[str], inside: list[str]) -> None:
        kind = CALLOUTS.get(opening[1])
        if kind is None:
            self.findings.problem("callout-unknown", opening[0], name=opening[1], known="、".join(CALLOUTS))
            kind = CALLOUTS["提示"]
        aside = SubElement(parent, "aside", {"class": f"callout callout--{kind.block}"})
        title = SubElement(aside, "p", {"class": "callout__title"})
        title.text = opening[2].strip() or kind.name
        self.parser.parseBlocks(aside, [block.strip("\n") for block in inside])


class FactBoxPlace(BlockProcessor):
    """`[[数说]]` alone on a line, between two blocks of the body."""

    def __init__(self, parser: BlockParser, findings: Findings) -> None:
        super().__init__(parser)
        self.findings = findings

    def test(self, parent: Element, block: str) -> bool:
        return "[[数说]]" in block and bool(PLACED.search(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        found = PLACED.search(block)
        assert found is not None  # `test` saw it
        if before := block[: found.start()].rstrip("\n"):
            self.parser.parseBlocks(parent, [before])
        if parent.tag != self.parser.md.doc_tag:
            self.findings.problem("factbox-inside", "[[数说]]")
        else:
            self._place(parent)
        if after := block[found.end() :].lstrip("\n"):
            blocks.insert(0, after)

    def _place(self, parent: Element) -> None:
        self.findings.factboxes += 1
        if self.findings.factboxes > 1:
            self.findings.problem("factbox-twice", "[[数说]]", nth=self.findings.factboxes)
        else:
            SubElement(parent, FACTBOX)


class ShortNumberedList(SaneOListProcessor):
    """Ordered lists whose numbers have at most three digits: a line may begin with a year."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        indent = self.tab_length
        self.RE = re.compile(rf"^[ ]{{0,{indent - 1}}}\d{{1,3}}\.[ ]+(.*)", re.ASCII)
        self.CHILD_RE = re.compile(rf"^[ ]{{0,{indent - 1}}}((\d{{1,3}}\.))[ ]+(.*)", re.ASCII)
        self.INDENT_RE = re.compile(rf"^[ ]{{{indent},{indent * 2 - 1}}}((\d{{1,3}}\.)|[*+-])[ ]+.*", re.ASCII)
