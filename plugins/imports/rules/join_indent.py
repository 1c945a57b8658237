"""Indents: where paragraphs are indented, a line that is not goes on, and one that is begins."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.imports.sheet import Block, Sheet, Vote


def join_indent(sheet: Sheet, one: Block, other: Block) -> Iterator[Vote]:
    if not sheet.usual.indented:
        return
    if other.first.indent >= 1.5:
        yield Vote("join", -4, "后一段有段首缩进")
    else:
        yield Vote("join", 2.5 if not one.finished else 8, "后一段没有段首缩进")
