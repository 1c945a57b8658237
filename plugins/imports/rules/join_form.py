"""What the two are: paragraphs of a marked-up format are whole, a heading goes on in nothing."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.imports.rules.role_shape import BRACKETED, POLITE
from plugins.imports.rules.role_signature import is_date
from plugins.imports.sheet import Block, Sheet, Vote
from plugins.imports.words import simplified
from plugins.imports.wrapping import NUMBERED


def join_form(sheet: Sheet, one: Block, other: Block) -> Iterator[Vote]:
    if sheet.usual.marked:
        yield Vote("join", -1.5, "原稿标明是两段")
    if is_date(other) or is_date(one) or POLITE.match(simplified(other.text)):
        yield Vote("join", -9, "称呼、落款自成一段")
    if BRACKETED.match(one.text) or (BRACKETED.match(other.text) and other.first.parent != "rest"):
        yield Vote("join", -6, "整段在括号里")
    if other.first.parent == "rest":
        yield Vote("join", 20, "原来就在一段里")
    if NUMBERED.match(other.text) and not one.text[-1].isdigit():
        yield Vote("join", -3, "后一段有序号")
