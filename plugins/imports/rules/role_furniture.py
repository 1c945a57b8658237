"""Page furniture: lines of which nothing is left but page labels, dates with weekdays, staff, numbers to call."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from plugins.imports.furniture import (
    ADDRESS,
    BULLETIN,
    DIGEST,
    FORM,
    OFFICIAL,
    TO_EDITORS,
    WEAK,
    call,
    kinds,
    labelled,
    reason,
)
from plugins.imports.rules.role_signature import is_date
from plugins.imports.sheet import Sheet, Vote

LONGEST: Final = 160
EDGE: Final = 2


def role_furniture(sheet: Sheet, n: int) -> Iterator[Vote]:
    block = sheet.blocks[n]
    if len(block.text) > LONGEST or block.kind in ("row", "list", "picture"):
        return
    if sheet.usual.marked and call(block.text):
        yield Vote("furniture", 14, "网页的提示语")
    if block.kind == "link" and _among_links(sheet, n):
        yield Vote("furniture", 9, "相关链接")
    yield from _of_forms(sheet, n)
    if _running_head(sheet, n):
        yield Vote("furniture", 13, "书眉，与前面的标题相同")
    found = kinds(block.text)
    if not found and labelled(block.text):
        early = all(other.role in ("head", "furniture", "") for other in sheet.blocks[:n])
        yield Vote("furniture", 8 if n < EDGE or early else 3, "版面标记")
    if not found:
        return
    if set(found) <= WEAK:
        yield Vote("furniture", _weak(sheet, n, found), reason(found))
    else:
        yield Vote("furniture", 9, reason(found))


def _weak(sheet: Sheet, n: int, found: list[str]) -> float:
    """Words that an article may use too: they are furniture at the edges, beside other furniture, or in numbers."""
    if found == ["between"] or (found == ["number"] and sheet.blocks[n].width <= 4):
        return 12
    if sheet.usual.marked and set(found) == {"button"}:
        return 12
    edge = n < EDGE or n >= len(sheet.blocks) - EDGE
    beside = any(other is not None and other.role == "furniture" for other in (sheet.before(n), sheet.after(n)))
    if set(found) == {"date"} and any(other.role == "body" for other in sheet.blocks[:n]):
        return -5
    after = sheet.after(n)
    if set(found) == {"section"} and after is not None and after.role == "head":
        return 6
    return 3 + 3 * edge + 3 * beside + 2.5 * (len(set(found)) > 1) + 1.5 * (found == ["date"])


def _of_forms(sheet: Sheet, n: int) -> Iterator[Vote]:
    """The labelled lines of a contributor's mail and of an official paper."""
    text = sheet.blocks[n].text
    if FORM.search(text) and sum(bool(FORM.search(other.text)) for other in sheet.blocks[:14]) > 1:
        yield Vote("furniture", 9, "来信的抬头")
    if ADDRESS.match(text) and not re.search("[，。；]", text):
        yield Vote("furniture", 8, "联系方式")
    early = n < 3 and not any(other.role == "body" for other in sheet.blocks[:n])
    if early and BULLETIN.match(text) and any(other.role == "furniture" for other in sheet.blocks[n + 1 : n + 4]):
        yield Vote("furniture", 14, "报刊名")
    if early and DIGEST.match(text):
        yield Vote("furniture", 14, "汇编的名称")
    if OFFICIAL.search(text):
        yield Vote("furniture", 14, "公文的版记、文号")
    if n < 8 and len(text) < 40 and TO_EDITORS.search(text):
        yield Vote("furniture", 9, "写给编辑的话")


def _running_head(sheet: Sheet, n: int) -> bool:
    """A headline said again further down, with no other headline below it: a series stands above headlines."""
    block, after = sheet.blocks[n], sheet.after(n)
    if (
        block.width < 4
        or block.width > 40
        or block.finished
        or (after is not None and (after.role == "head" or is_date(after)))
    ):
        return False
    return any(other.text == block.text and other.role == "head" for other in sheet.blocks[: min(n, 8)])


def _among_links(sheet: Sheet, n: int) -> bool:
    """A line that is nothing but a link, beside another or behind 往期回顾."""
    before, after = sheet.before(n), sheet.after(n)
    near = [block for block in (before, after) if block is not None and block.kind == "link"]
    return bool(near) or (before is not None and before.role == "furniture")
