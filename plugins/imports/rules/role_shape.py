# ruff: noqa: E501 — one pattern a line, so that it can be read as one
"""Length and ends of a text: what is short and unfinished is a heading, what is long or made of sentences the body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from plugins.imports.sheet import COLON, PAUSED, Block, Sheet, Vote
from plugins.imports.words import simplified, words

SHORT: Final = 32
LONG: Final = 46
HALVES: Final = re.compile(r"^[^，。；]{3,16}[ 　]+[^，。；]{3,16}$")
NUMBERED: Final = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节部分步]|[0-9]{1,2}[.．、](?![0-9])|0[0-9][ 　])"
)
DANGLING: Final = re.compile(rf"(?:{words('dangling')})$")
CANNOT_BEGIN: Final = re.compile(r"^[，。、；：！？）》”’」』】%％‰…]")
CUT_FIGURE: Final = re.compile(r"[0-9][.,，]?$")
ASKS: Final = re.compile(r"[！？!?][”’」』）)》]*$")
INNER: Final = re.compile(r"[。；].")


def role_shape(sheet: Sheet, n: int) -> Iterator[Vote]:
    block = sheet.blocks[n]
    yield Vote("body", 1, "没有别的特征")
    yield from _ends(block)
    yield from _length(block, sheet)
    yield from _around(sheet, n)
    yield from _spoken(block)
    after = sheet.after(n)
    above = after is not None and after.role == "head" and not any(other.role == "body" for other in sheet.blocks[:n])
    if above and ASKS.search(block.text) and block.width <= 26:
        yield Vote("head", 4, "在标题之上的问句")
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
        asks = bool(ASKS.search(block.text)) and block.width <= 26
        yield Vote("body", 1.5 if asks else 4, "以句末标点结束")
    if not block.finished and DANGLING.search(block.text):
        yield Vote("body", 2, "最后一个词没有说完")
    if INNER.search(block.text):
        yield Vote("body", 4, "里面有完整的句子")


def _length(block: Block, sheet: Sheet) -> Iterator[Vote]:
    commas = len(re.findall("[，,](?![0-9])", block.text))
    if block.width > LONG:
        yield Vote("body", 4, "一段长文字")
    elif block.finished and not ASKS.search(block.text):
        return
    elif block.width <= SHORT:
        yield Vote("head", 3.5 - 1.2 * commas, "短，没有句末标点")
    else:
        yield Vote("head", 2 - commas, "不长，没有句末标点")
    if sheet.usual.measure and len(block.lines) == 1 and not block.finished:
        yield Vote("head", 1.5, "一行没有排满，也没有说完")
    if len(block.lines) > 2 and sheet.usual.measure:
        yield Vote("body", 3, "由几行排满的文字组成")


def _around(sheet: Sheet, n: int) -> Iterator[Vote]:
    block, usual = sheet.blocks[n], sheet.usual
    if usual.indented and not usual.marked and not block.finished:
        indented = 1.5 <= block.first.indent <= 3
        yield Vote("body" if indented else "head", 1.5, "与段落一样缩进" if indented else "不像段落那样缩进")
    following = _following(sheet, n)
    if following is not None and not block.finished:
        yield from _cut(block, following)
    if following is None and n and block.kind not in ("heading", "title"):
        yield Vote("body", 4, "后面没有正文了")
    opened = block.text.count("“") - block.text.count("”") + block.text.count("（") - block.text.count("）")
    if opened > 0 and not block.finished:
        yield Vote("body", 3.5, "引号或括号没有关上")


def _following(sheet: Sheet, n: int) -> Block | None:
    """The next block that is neither furniture nor a caption nor a byline."""
    passed = ("furniture", "caption", "picture", "byline", "date", "source")
    return next((block for block in sheet.blocks[n + 1 :] if block.role not in passed), None)


def _cut(block: Block, following: Block) -> Iterator[Vote]:
    """Signs that the text goes on in the next block."""
    if CANNOT_BEGIN.match(following.text):
        yield Vote("body", 5, "下一行以不能打头的标点开始")
    if CUT_FIGURE.search(block.text) and re.match("[0-9]", following.text):
        yield Vote("body", 5, "一个数字断在两行")
    elif re.search("[A-Za-z-]$", block.text) and re.match("[a-z]", following.text):
        yield Vote("body", 4, "一个外文词断在两行")


SPEAKER: Final = re.compile(r"^(?:记者|问|答|主持人|编者按|编者的话|[\u3400-\u9fff·]{2,4})[：:]\s*\S")
BRACKETED: Final = re.compile(r"^[（(【][^（）()]*[）)】]$")
POLITE: Final = re.compile(
    r"^(?:此致|敬礼|祝$|[此撰编教]安$|顺颂|谢谢|各位|同志们|大家好|编辑同志|尊敬的|编辑(?:先生|老师|同志))"
)


def _spoken(block: Block) -> Iterator[Vote]:
    """Speakers' names with a colon, notes in brackets, greetings: the body's, however short."""
    text = simplified(block.text)
    if SPEAKER.match(text):
        yield Vote("body", 3.5, "以说话人的名字和冒号开头")
    if BRACKETED.match(block.text) and block.width > 8:
        yield Vote("body", 4, "整行在括号里")
    if POLITE.match(text) and block.width <= 24:
        yield Vote("body", 4, "称呼或致意")
