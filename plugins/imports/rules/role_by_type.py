"""Size, weight and place of the type: a short line larger, bolder or centred is a heading, a smaller one a caption."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.imports.sheet import Sheet, Vote


def role_by_type(sheet: Sheet, n: int) -> Iterator[Vote]:
    block, usual = sheet.blocks[n], sheet.usual
    line = block.first
    if block.width > 60 or block.kind in ("row", "picture", "list"):
        return
    if line.parent == "picture":
        yield Vote("caption", 4, "紧接在版面的图片之下")
    if usual.size and line.size >= usual.size * 1.12:
        yield Vote("head", 5, f"字号 {line.size:g} 大于正文的 {usual.size:g}")
    elif usual.size and 0 < line.size <= usual.size * 0.93 and block.width <= 60:
        yield Vote("caption", 2.5, f"字号 {line.size:g} 小于正文的 {usual.size:g}")
    if line.bold and not usual.bold and not block.finished and block.width <= 40:
        yield Vote("head", 2.5, "整行加粗")
    if line.centred and not block.finished and block.width <= 40:
        yield Vote("head", 1.5, "居中")
