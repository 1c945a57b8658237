"""Encodings told by content: every text comes back whole, from whichever encoding it was written in, or is refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.imports.decoding import decode
from plugins.imports.refusal import ImportRefusedError

PROSE = "泉边社区的党员每天早上都要到井台边转一圈，大家都说好。"
TRADITIONAL = "榕樹灣的老屋，門大多是關著的。村裡的黨員商量，由他們代為照看。"
ENCODINGS = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "gb18030": "GB18030", "utf-16": "UTF-16"}
UNMARKED = ["utf-16-le", "utf-16-be"]  # told by the line ends between Han characters: one line alone doesn't show them
LINES = [f"{PROSE}\n2026年，Wi-Fi开通。\r\n", f"题\n\n{PROSE * 40}"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", [PROSE, *LINES])
def test_the_encoding_is_told(encoding: str, text: str) -> None:
    assert decode("a.txt", text.encode(encoding)) == (text, ENCODINGS[encoding])


@pytest.mark.parametrize("encoding", UNMARKED)
@pytest.mark.parametrize("text", LINES)
def test_utf16_is_told_without_its_mark(encoding: str, text: str) -> None:
    assert decode("a.txt", text.encode(encoding)) == (text, "UTF-16")


@pytest.mark.parametrize("text", [TRADITIONAL, f"老屋\n\n{TRADITIONAL}\n"])
def test_traditional_text_is_big5_or_gb18030(text: str) -> None:
    assert decode("a.txt", text.encode("big5")) == (text, "Big5")
    assert decode("a.txt", text.encode("gb18030")) == (text, "GB18030")


@pytest.mark.parametrize(
    "data", [b"\0\1\2abc", b"abc\0def", b"\x89PNG\r\n\x1a\n\0\0", b"\xff" * 9, PROSE.encode()[:-1]]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(ImportRefusedError) as caught:
        decode("a.txt", data)
    assert caught.value.code in ("not-text", "bytes")


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60))
def test_utf8_is_never_taken_for_anything_else(text: str) -> None:
    assert decode("a.txt", text.encode()).text == text
