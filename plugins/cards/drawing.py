"""A card as PNG: sixteen colours, glyphs drawn once a process, its words in its metadata.

Drawn and encoded so, a card takes a fifth of the time that it takes with the library's own text; see 0017.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from PIL import Image, ImageFont
from PIL.PngImagePlugin import PngInfo

from plugins.zhtext import read, shorten

from .contents import HEIGHT, WIDTH, Card
from .fonts import Faces
from .setting import OPENING, lines

PAPER, INK, MARK = (0xFB, 0xF9, 0xF4), (0x1D, 0x1B, 0x19), (0x95, 0x1C, 0x14)
"""As in theme/static/tokens.css."""
STEPS = 8
"""Shades from paper to full colour, of either colour."""
LEFT, RIGHT = 72, WIDTH - 72
BAR = 14
NAME, NAME_FOOT = 34, 84
TITLE_TOP, TITLE_FOOT = 118, 390
TITLE_SIZES = (76, 68, 60, 52, 46)
LEADING = 1.32
LONGEST = 90
"""Characters of a headline that are set; a longer one ends in …, behind no torn figure."""
LOW_FOOT = 560
"""Where the headline ends on a card without a figure."""
RULE = 412
FIGURE, FIGURE_FOOT = 92, 508
LABEL, LABEL_FOOT, LABEL_LEADING, LABEL_LINES = 32, 565, 43, 2
RLE = 3
"""zlib's strategy for runs: as small as its best here, in half the time."""


class Glyph(NamedTuple):
    """A character as it is drawn: its picture (none for a space), where that goes, and how far the next one is."""

    picture: Image.Image | None
    left: int
    top: int
    advance: float


class Pen:
    """One face in one size and colour."""

    def __init__(self, file: str, size: int, *, marked: bool = False) -> None:
        self._font = ImageFont.truetype(file, size, index=_simplified(file), layout_engine=ImageFont.Layout.BASIC)
        first = STEPS if marked else 0
        self._shades = [first + (shade >> 5) if shade >> 5 else 0 for shade in range(256)]
        self._glyphs: dict[str, Glyph] = {}

    def glyph(self, char: str) -> Glyph:
        if char not in self._glyphs:
            mask, (left, top) = self._font.getmask2(char, "L", anchor="ls")
            picture = Image.frombytes("L", mask.size, bytes(mask)).point(self._shades) if all(mask.size) else None
            self._glyphs[char] = Glyph(picture, left, top, self._font.getlength(char))
        return self._glyphs[char]

    def wide(self, text: str) -> float:
        return sum(self.glyph(char).advance for char in text)

    def write(self, sheet: Image.Image, left: float, foot: int, text: str) -> None:
        """Puts a line on a sheet of colour numbers, `foot` its baseline."""
        for char in text:
            glyph = self.glyph(char)
            if glyph.picture is not None:
                sheet.paste(glyph.picture, (round(left) + glyph.left, foot + glyph.top))
            left += glyph.advance


@cache
def _simplified(file: str) -> int:
    """Which face of a collection has the mainland's shapes."""
    for index in range(64):
        try:
            family = ImageFont.truetype(file, 8, index=index).getname()[0] or ""
        except OSError:
            break
        if family.endswith((" SC", " CN")):
            return index
    return 0


@cache
def _pen(file: str, size: int, marked: bool) -> Pen:
    return Pen(file, size, marked=marked)


def draw(card: Card, faces: Faces) -> bytes:
    """The PNG; its metadata say what it shows: `Title`, `Topic`, `Label`, `Figure` and its `Source`, and all of it."""
    sheet = Image.new("L", (WIDTH, HEIGHT), 0)
    sheet.paste(2 * STEPS - 1, (0, 0, WIDTH, BAR))
    _pen(faces.song, NAME, False).write(sheet, LEFT, NAME_FOOT, card.site)
    marked = _pen(faces.hei, NAME, True)
    marked.write(sheet, RIGHT - marked.wide(card.topic), NAME_FOOT, card.topic)
    _headline(sheet, card.title, TITLE_FOOT if card.figure else LOW_FOOT, faces)
    if card.figure:
        sheet.paste(STEPS - 1, (LEFT, RULE, RIGHT, RULE + 2))
        figure = _pen(faces.song, FIGURE, True)
        figure.write(sheet, LEFT, FIGURE_FOOT, card.figure)
        label = _pen(faces.hei, LABEL, False)
        for number, line in enumerate(_few(lines(card.label, RIGHT - LEFT, label.wide), LABEL_LINES)):
            label.write(sheet, LEFT, LABEL_FOOT + number * LABEL_LEADING, line)
    return _encoded(sheet, card)


def _few(set_in: list[str], most: int) -> list[str]:
    """No more lines than there is room for; … says that there was more, which is whole in the card's words."""
    return set_in if len(set_in) <= most else [*set_in[: most - 1], set_in[most - 1][:-1] + "…"]


def _headline(sheet: Image.Image, title: str, foot: int, faces: Faces) -> None:
    """In the largest size in which all of it has room above `foot`; a quotation mark hangs out at the left."""
    text = title if len(title) <= LONGEST else shorten(title, LONGEST, read(title).figures)
    for size in TITLE_SIZES:
        pen, step = _pen(faces.song, size, False), round(size * LEADING)
        set_in = lines(text, RIGHT - LEFT, pen.wide)
        if len(set_in) * step <= foot - TITLE_TOP:
            break
    top = TITLE_TOP + (foot - TITLE_TOP - len(set_in) * step) // 2
    for number, line in enumerate(set_in):
        hang = pen.glyph(line[0]).left if line[0] in OPENING else 0
        pen.write(sheet, LEFT - hang, top + number * step + size, line)


def _encoded(sheet: Image.Image, card: Card) -> bytes:
    told = PngInfo()
    words = {
        "Title": card.title,
        "Topic": card.topic,
        "Label": card.label,
        "Figure": card.figure,
        "Source": card.anchor,
    }
    for name, text in {**words, "Author": card.site, "Description": card.said}.items():
        if text:
            told.add_itxt(name, text, "zh-CN")
    picture = Image.frombytes("P", sheet.size, sheet.tobytes())
    picture.putpalette([part for colour in (INK, MARK) for part in _towards(colour)])
    data = io.BytesIO()
    picture.save(data, "PNG", bits=4, compress_level=6, compress_type=RLE, pnginfo=told)
    return data.getvalue()


def _towards(colour: Sequence[int]) -> list[int]:
    """The shades from paper to a colour."""
    return [
        round(paper + (full - paper) * step / (STEPS - 1))
        for step in range(STEPS)
        for paper, full in zip(PAPER, colour, strict=True)
    ]
