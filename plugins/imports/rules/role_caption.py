# ruff: noqa: E501 — one pattern a line, so that it can be read as one
"""Captions: 图为…, ▲…, …（张三 摄）, a line behind a picture, a short line of a scene."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from plugins.imports.sheet import Sheet, Vote
from plugins.imports.words import simplified, words

MARKED: Final = re.compile(
    r"^[▲▼◀▶△▽↑↓←→⬆⬇◄►☝👆]\s*|^[（(【]?(?:上|下|左|右|大|小|本|题|配)?图(?:为|片?[：:]|[①-⑩一二三四五六0-9]{1,2}[：:、为 ])|^(?:图片|照片)(?:说明|来源)?[：:]"
)
CREDIT: Final = re.compile(r"(?:摄影?|供图|资料图片?|资料照片|制图|航拍)\s*[）)】]?[。]?$|[/／]摄影?$")
SCENE: Final = re.compile(rf"(?:{words('scenes')})。?$|^[^，。]{{0,30}}(?:{words('scenes')})[^，。]{{0,16}}。?$")
LONGEST: Final = 110
CIRCLED: Final = re.compile("^[①-⑳]")
PHOTOS: Final = re.compile(
    r"^(?:[A-D]?[0-9]{1,2}[\s·]*)?(?:影像|图片故事|图片新闻|光影|镜头|视觉|摄影)$|本版.{0,12}(?:摄影|图片|照片)|^(?:组图|摄影报道)"
)


def role_caption(sheet: Sheet, n: int) -> Iterator[Vote]:
    block, before = sheet.blocks[n], sheet.before(n)
    if block.width > LONGEST or block.kind in ("row", "list", "picture", "heading", "quotation"):
        return
    text = simplified(block.text)
    if MARKED.match(text):
        yield Vote("caption", 7, "以图片说明的字样开头")
    if CREDIT.search(text):
        yield Vote("caption", 6.5, "以摄影者署名结尾")
    if before is not None and before.role == "picture" and block.width <= 45:
        close = block.width <= 36 and (block.first.centred or sheet.usual.marked) and not block.first.bold
        yield Vote("caption", 7 if close else 3.5 if block.width <= 30 else 2, "紧接在图片之后")
    if CIRCLED.match(text) and _photo_page(sheet):
        yield Vote("caption", 14, "图片版上有圈码的一行")
    if scene(block.text) and block.width <= 45:
        yield Vote("caption", 1, "说的是一个场面")


def scene(text: str) -> bool:
    return bool(SCENE.search(text))


def _photo_page(sheet: Sheet) -> bool:
    return any(PHOTOS.search(block.text) for block in [*sheet.blocks[:4], *sheet.blocks[-4:]])
