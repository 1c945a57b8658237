"""The signature of a letter, a speech or a notice: a name or an office at the end, and the date below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from plugins.imports.meta import DATE as FULL
from plugins.imports.sheet import Block, Sheet, Vote
from plugins.imports.words import words

DATE: Final = re.compile(
    r"[（(]?(?:[12][0-9]{3}\s*年\s*)?[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日[）)]?"
    r"|[二〇○零一二三四五六七八九十]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
OFFICE: Final = re.compile(rf"^[\u3400-\u9fff“”（）·、 　]{{4,36}}(?:{words('officials')})$")


def role_signature(sheet: Sheet, n: int) -> Iterator[Vote]:
    block = sheet.blocks[n]
    if block.kind not in ("", "paragraph") or len(block.text) > 40:
        return
    behind = any(other.role == "body" for other in sheet.blocks[:n])
    if is_date(block):
        yield Vote("body" if behind else "date", 11, "落款的日期" if behind else "标题之下的日期")
        return
    after = sheet.after(n)
    if behind and after is not None and is_date(after) and not block.finished:
        yield Vote("body", 8, "落款")
    elif n and OFFICE.match(block.text) and _below_headline(sheet, n):
        yield Vote("source", 7, "标题之下的单位署名")


def is_date(block: Block) -> bool:
    text = block.text.strip()
    return bool(DATE.fullmatch(text) or FULL.fullmatch(text))


def _below_headline(sheet: Sheet, n: int) -> bool:
    """Whether a headline stands right above, and text or a byline right below."""
    before, after = sheet.before(n), sheet.after(n)
    above = before is not None and before.role == "head" and before.kind != "heading"
    behind = any(other.role == "body" for other in sheet.blocks[: n - 1])
    return above and not behind and after is not None and after.role in ("body", "byline", "date")
