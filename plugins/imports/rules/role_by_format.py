"""What the format itself says: a heading's style, a list item, a row, a picture, a footnote, a caption's style."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from plugins.imports.sheet import Sheet, Vote

SAID: Final = {
    "heading": ("head", "原稿的标题样式"),
    "title": ("head", "原稿的标题样式"),
    "subtitle": ("head", "原稿的副标题样式"),
    "list": ("item", "原稿的列表"),
    "quotation": ("quotation", "原稿的引文样式"),
    "row": ("row", "原稿的表格"),
    "picture": ("picture", "原稿的图片"),
    "footnote": ("footnote", "原稿的脚注"),
    "caption": ("caption", "原稿的图片说明样式"),
    "verse": ("verse", "原稿的换行"),
    "jump": ("furniture", "转版提示"),
    "end": ("furniture", "文末标记"),
    "byline": ("byline", "署名"),
    "source": ("source", "原稿标明的来源"),
    "account": ("source", "公众号的名字"),
    "author": ("byline", "原稿标明的作者"),
    "date": ("date", "原稿标明的日期"),
    "dateline": ("dateline", "讯头"),
    "label": ("furniture", "来源等字样"),
    "staff": ("furniture", "编校人员"),
    "count": ("furniture", "阅读数"),
    "tool": ("furniture", "网页的按钮"),
    "code": ("body", "原稿的代码"),
}


def role_by_format(sheet: Sheet, n: int) -> Iterator[Vote]:
    block = sheet.blocks[n]
    if block.kind in SAID:
        role, reason = SAID[block.kind]
        yield Vote(role, 10, reason)
    if block.first.parent in ("glued", "rest"):
        yield Vote("body", 9, "接在讯头或转版提示之后")
