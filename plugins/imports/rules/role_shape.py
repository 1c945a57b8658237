"""Length and ends of a text: what is short and unfinished is a heading, what is long or made of sentences the body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from plugins.imports.sheet import COLON, PAUSED, Block, Sheet, Vote
from plugins.imports.words import words

SHORT: Final = 32
LONG: Final = 46
HALVES: Final = re.compile(r"^[^，。；]{3,16}[ 　]+[^，。；]{3,16}$")
NUMBERED: Final = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节部分步]|[0-9]{1,2}[.．、](?![0-9]))"
)
DANGLING: Final = re.compile(rf"(?:{words('dangling')})$")
CANNOT_BEGIN: Final = re.compile(r"^[，。、；：！？）》”’」』】%％‰…]")
INNER: Final = re.compile(r"[。；].")


def role_shape(sheet: Sheet, n: int) -> Iterator[Vote]:
    block = sheet.blocks[n]
    yield Vote("body", 1, "没有别的特征")
    yield from _ends(block)
    yield from _length(block, sheet)
    yield from _around(sheet, n)
    if HALVES.match(block.text) and not block.finished:
        yield Vote("head", 1.5, "由两个短语组成")
    if NUMBERED.match(block.text) and not block.finished and block.width <= SHORT:
        yield Vote("head", 2, "有序号的短句")
    if block.text.startswith(("——", "──", "―", "--")) and block.width <= LONG and not block.finished:
        yield Vote("head", 3, "以破折号开头，是副题")


def _ends(block: Block) -> Iterator[Vote]:
    if PAUSED.search(block.text):
        yield Vote("body", 5, "停在逗号、顿号或分号")
    elif COLON.search(block.text):
        yield Vote("body", 4, "停在冒号")
    elif block.finished:
        asks = block.text[-1] in "！？!?" and block.width <= 24
        yield Vote("body", 1 if asks else 4, "以句末标点结束")
    if not block.finished and DANGLING.search(block.text):
        yield Vote("body", 2, "最后一个词没有说完")
    if INNER.search(block.text):
        yield Vote("body", 4, "里面有完整的句子")


def _length(block: Block, sheet: Sheet) -> Iterator[Vote]:
    if block.width > LONG:
        yield Vote("body", 4, "一段长文字")
    elif block.finished and block.text[-1] not in "！？!?":
        return
    elif block.width <= SHORT:
        yield Vote("head", 3.5 - ("，" in block.text or "," in block.text), "短，没有句末标点")
    else:
        yield Vote("head", 2, "不长，没有句末标点")
    if len(block.lines) > 2 and sheet.usual.measure:
        yield Vote("body", 3, "由几行排满的文字组成")


def _around(sheet: Sheet, n: int) -> Iterator[Vote]:
    block, after, usual = sheet.blocks[n], sheet.after(n), sheet.usual
    if usual.indented and not usual.marked and not block.finished:
        indented = 1.5 <= block.first.indent <= 3
        yield Vote("body" if indented else "head", 1.5, "与段落一样缩进" if indented else "不像段落那样缩进")
    if after is not None and not block.finished and CANNOT_BEGIN.match(after.text):
        yield Vote("body", 5, "下一行以不能打头的标点开始")
    opened = block.text.count("“") - block.text.count("”") + block.text.count("（") - block.text.count("）")
    if opened > 0 and not block.finished:
        yield Vote("body", 3.5, "引号或括号没有关上")
