"""A font in slices: which characters stand together, the rules that name them, and the cutting. Pure but for the font.

A slice is a fixed stretch of Unicode, so that the style sheet never changes, and holds only the characters that
headlines have: a new character is one slice printed anew, and a browser asks only for the slices that a headline needs.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final

FIRST, LAST, COUNT = 0x4E00, 0x9FFF, 32
STEP: Final = -(-(LAST + 1 - FIRST) // COUNT)
FOLDER: Final = "fonts"
FAMILY: Final = "Song Site"
DROPPED: Final = ("vhea", "vmtx", "VORG", "BASE", "GSUB", "GPOS", "GDEF", "DSIG")
SIMPLIFIED: Final = ("SC", "CN")


def address(number: int) -> str:
    """Where a slice is printed; slice 0 has the digits and Latin letters."""
    return f"{FOLDER}/song-{number:02}.woff2"


def slice_of(char: str) -> int | None:
    """The number of a character's slice; None for marks and what is neither Han, Latin nor a digit."""
    if FIRST <= ord(char) <= LAST:
        return (ord(char) - FIRST) // STEP + 1
    return 0 if char.isascii() and char.isalnum() else None


def sliced(text: str) -> dict[int, str]:
    """The characters of a text by slice, each once, in order; of every slice, "" where there is none."""
    found: dict[int, list[str]] = {number: [] for number in range(COUNT + 1)}
    for char in sorted(set(text)):
        if (number := slice_of(char)) is not None:
            found[number].append(char)
    return {number: "".join(chars) for number, chars in found.items()}


def faces() -> str:
    """The rules, for a style sheet in a folder beside; on wide screens alone: a phone on a slow line never pays."""
    ranges = ["30-39,U+41-5A,U+61-7A"]
    ranges += [f"{start:X}-{min(start + STEP, LAST + 1) - 1:X}" for start in range(FIRST, LAST + 1, STEP)]
    rules = [
        f'@font-face{{font-family:"{FAMILY}";font-weight:700;font-display:swap;'
        f'src:url(../{address(number)})format("woff2");unicode-range:U+{stretch}}}\n'
        for number, stretch in enumerate(ranges)
    ]
    return "@media screen and (min-width:62rem){\n" + "".join(rules) + "}\n"


def fingerprint(font: Path) -> str:
    """What tells one font file from another without reading tens of megabytes."""
    status = font.stat()
    return f"{font} {status.st_size} {status.st_mtime_ns}"


def cut(font: Path, chars: str, every: str) -> bytes:
    """The characters of a font as WOFF2: the same bytes on every run, and whatever else is cut from the font.

    The first two slices that a process cuts come out of the font itself (0.2 s each); further ones out of what all
    slices need of it, which takes as long once and 10 to 40 ms a slice then.
    """
    if not chars:
        return _empty(font)
    _count.append(1)
    source = BytesIO(_pool(font, every)) if len(_count) > FEW else font
    return _saved(_subset(_opened(source), chars), "woff2")


_count: list[int] = []
FEW: Final = 2


@cache
def _empty(font: Path) -> bytes:
    """A slice that no headline needs yet: the style sheet names it all the same."""
    return _saved(_subset(_opened(font), ""), "woff2")


@cache
def _pool(font: Path, every: str) -> bytes:
    return _saved(_subset(_opened(font), every), None)


def _opened(source: Path | BytesIO) -> Any:
    """The font; of a collection the one for simplified characters."""
    from fontTools.ttLib import TTFont

    options: dict[str, Any] = {"lazy": True, "recalcTimestamp": False, "recalcBBoxes": False}
    if isinstance(source, BytesIO) or source.suffix.lower() != ".ttc":
        return TTFont(source, **options)
    number = 0
    while True:  # ends with an error of the library where no member is simplified
        member = TTFont(source, fontNumber=number, **options)
        if str(member["name"].getDebugName(1)).split()[-1] in SIMPLIFIED or member["name"].getDebugName(1) is None:
            return member
        member.close()
        number += 1


def _subset(font: Any, chars: Iterable[str]) -> Any:
    from fontTools import subset

    options = subset.Options()
    options.layout_features, options.name_IDs, options.drop_tables = [], [], [*options.drop_tables, *DROPPED]
    options.hinting = options.notdef_outline = options.glyph_names = options.recalc_timestamp = False
    options.desubroutinize = True
    cutter = subset.Subsetter(options)
    cutter.populate(text="".join(chars))
    cutter.subset(font)
    return font


def _saved(font: Any, flavor: str | None) -> bytes:
    out = BytesIO()
    font.flavor = flavor
    font.save(out, reorderTables=None)
    font.close()
    return out.getvalue()
