"""The QR code of an address: module by module the one that segno makes, and soon enough for ten thousand articles."""

from __future__ import annotations

import re
from time import process_time

import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.articles.qrcode import MASK, qrcode

ADDRESS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789-./:", min_size=1, max_size=150)


def modules(size: int, path: str) -> list[list[int]]:
    """The path, laid out again."""
    grid = [[0] * size for _ in range(size)]
    for row in path.split("M")[1:]:
        x, y = (int(part) for part in re.match(r"(\d+) (\d+)\.5", row).groups())  # type: ignore[union-attr]
        for move, gap, run in re.findall(r"(?:(m)(\d+) 0|^\d+ \d+\.5)h(\d+)", row):
            x += int(gap) if move else 0
            grid[y][x : x + int(run)] = [1] * int(run)
            x += int(run)
    return grid


@settings(max_examples=60)
@given(ADDRESS)
def test_it_is_the_code_that_segno_makes(text: str) -> None:
    made = qrcode(text)
    assert made
    version = (made.size - 17) // 4
    theirs = segno.make(text, version=version, error="l", mask=MASK, mode="byte", boost_error=False, micro=False)
    assert modules(made.size, made.path) == [list(row) for row in theirs.matrix]


def test_each_size_is_used_up_to_its_last_byte() -> None:
    sizes = {17: 21, 18: 25, 32: 25, 53: 29, 78: 33, 106: 37, 134: 41, 154: 45}
    assert {length: made.size for length in sizes if (made := qrcode("x" * length))} == sizes
    assert qrcode("x" * 155) is None


def test_it_takes_less_than_a_millisecond() -> None:
    qrcode("https://hub.example.invalid/articles/first-0.html")
    begun = process_time()
    for number in range(200):
        qrcode(f"https://hub.example.invalid/articles/first-{number}.html")
    assert (process_time() - begun) / 200 < 0.001
