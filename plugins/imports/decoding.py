"""Bytes as text, the encoding told by the content: UTF-8 with or without a mark, UTF-16, GB18030, Big5.

What is well-formed UTF-8 is UTF-8. Of the others, a reading is judged by what its characters are: common Han and
punctuation speak for it, private use, rare Han and half-width katakana against it. No character is ever replaced.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from .refusal import ImportRefusedError

MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
SHOWN: Final = {"utf-8": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "gb18030": "GB18030", "big5": "Big5"}
BINARY: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
CONTROL: Final = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
"""What no text has, in whichever encoding."""
READS: Final = 0.65
"""How likely a text is at least, if it is one."""
COMMON: Final = re.compile(
    "[的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社"
    "義個這來為時們會說對發動學經過後從業開還應進點體機實現電家產種"
    "，。、；：？！“”‘’（）《》「」『』—…·　]"
)


class Decoded(NamedTuple):
    text: str
    encoding: str  # as an editor calls it


def decode(name: str, data: bytes) -> Decoded:
    """The text without a byte order mark, line ends as they are. Refuses what is no text, naming the byte."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return Decoded(_strict(name, data[len(mark) :], encoding, len(mark)), SHOWN[encoding])
    wide = _utf16(data)
    if not wide and (found := BINARY.search(data)):
        raise ImportRefusedError("not-text", name=name, offset=found.start() + 1, byte=f"0x{data[found.start()]:02X}")
    if wide:
        return Decoded(_strict(name, data, wide, 0), SHOWN[wide])
    try:
        return Decoded(data.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError as error:
        broken = error
    if _mostly_utf8(data):
        raise _refused(name, data, broken, "UTF-8")
    return _han(name, data, broken)


def _strict(name: str, data: bytes, encoding: str, skipped: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _refused(name, data, error, SHOWN[encoding], skipped) from None


def _refused(name: str, data: bytes, error: UnicodeDecodeError, encoding: str, skipped: int = 0) -> ImportRefusedError:
    line = data[: error.start].count(b"\n") + 1
    return ImportRefusedError("bytes", name=name, offset=error.start + skipped + 1, line=line, encoding=encoding)


def _utf16(data: bytes) -> str:
    """UTF-16 without a mark: its line ends and digits have bytes of nothing, and one way round it reads as Chinese."""
    if len(data) < 4 or len(data) % 2 or not data.count(0):
        return ""
    readings: dict[str, float] = {}
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not CONTROL.search(text):
            readings[encoding] = likelihood(text)
    best = max(readings, key=lambda encoding: readings[encoding], default="")
    return best if best and readings[best] > READS else ""


def _mostly_utf8(data: bytes) -> bool:
    """Whether all but a few bytes are UTF-8 of several bytes each: then it is that, and broken."""
    text = data.decode("utf-8", "replace")
    good = sum(char > "\x7f" and char != "\ufffd" for char in text)
    return good > 8 * text.count("\ufffd")


def _han(name: str, data: bytes, broken: UnicodeDecodeError) -> Decoded:
    """GB18030 or Big5, whichever reads as Chinese."""
    readings: dict[str, float] = {}
    errors: dict[str, UnicodeDecodeError] = {}
    for encoding in ("gb18030", "big5"):
        try:
            readings[encoding] = likelihood(data.decode(encoding))
        except UnicodeDecodeError as error:
            errors[encoding] = error
    best = max(readings, key=lambda encoding: readings[encoding], default="")
    if not best:
        furthest = max(errors, key=lambda encoding: errors[encoding].start)
        raise _refused(name, data, errors[furthest], SHOWN[furthest])
    if len(readings) > 1 and abs(readings["gb18030"] - readings["big5"]) < 0.02:
        best = _told_apart(data) or best
    if readings[best] < 0.2:
        raise _refused(name, data, broken, "UTF-8、GB18030 或 Big5 ")
    return Decoded(data.decode(best), SHOWN[best])


def _told_apart(data: bytes) -> str:
    from charset_normalizer import from_bytes

    found = from_bytes(data, cp_isolation=["gb18030", "big5"]).best()
    return found.encoding if found else ""


def likelihood(text: str) -> float:
    """How much a text reads as Chinese: 1 when every character beyond ASCII is an everyday one."""
    wide = [char for char in text if char > "\x7f"]
    if not wide:
        return 1.0
    good = sum(2.0 if COMMON.match(char) else 0.9 if "\u4e00" <= char <= "\u9fa5" else 0 for char in wide)
    bad = sum(
        "\ue000" <= char <= "\uf8ff" or "\uff61" <= char <= "\uff9f" or "\u0080" <= char <= "\u00a0" for char in wide
    )
    return min(1.0, max(0.0, good - 3 * bad) / (1.2 * len(wide)))
