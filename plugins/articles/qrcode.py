"""An address as a QR code (ISO/IEC 18004): for readers who have an article on paper. Text in, an SVG path out.

`segno` knows how a code of each size is laid out; it takes milliseconds to fill one, which a site of ten thousand
articles can't spend. So it is asked once for each size, and the code is filled here: bytes, level L, always the same
mask. The test holds every module of it against segno's own.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

MASK = 3
BLOCKS = {
    1: (1, 19, 7), 2: (1, 34, 10), 3: (1, 55, 15), 4: (1, 80, 20), 5: (1, 108, 26), 6: (2, 68, 18), 7: (2, 78, 20),
}  # fmt: skip
"""For each version: how many blocks, and how many codewords of data and of correction each of them has, at level L."""
PADDING = (0xEC, 0x11)
RUN = re.compile(b"\1+")


class Code(NamedTuple):
    """What a template draws: a square of so many modules, and the path of the dark ones, row by row."""

    size: int
    path: str


class Form(NamedTuple):
    """A size of code: its fixed modules as a grid of 0 and 1, the places of the bits in order, and the mask there."""

    size: int
    grid: bytes
    places: tuple[int, ...]
    mask: int


def qrcode(text: str) -> Code | None:
    """The code of an address; None where it is too long."""
    data = text.encode()
    for version, (blocks, length, correction) in BLOCKS.items():
        if len(data) + 2 <= blocks * length:
            return _drawn(_form(version), _codewords(data, blocks, length, correction))
    return None


def _codewords(data: bytes, blocks: int, length: int, correction: int) -> bytes:
    """Mode, length and data, padded, with their corrections, interleaved."""
    number = (0b0100 << 8 | len(data)) << 8 * len(data) | int.from_bytes(data, "big")
    said = (number << 4).to_bytes(len(data) + 2, "big")
    room = blocks * length - len(said)
    said += (b"\0" + bytes(PADDING[place % 2] for place in range(room)))[:room]  # the zero is segno's way, and harmless
    parts = [said[start : start + length] for start in range(0, len(said), length)]
    checks = [_correction(part, correction) for part in parts]
    return bytes(value for column in (*zip(*parts, strict=True), *zip(*checks, strict=True)) for value in column)


def _correction(part: bytes, degree: int) -> bytes:
    """Reed–Solomon: the remainder by the generator polynomial, a byte a step."""
    steps, rest, top = _steps(degree), 0, 8 * (degree - 1)
    keep = (1 << top) - 1
    for value in part:
        rest = ((rest & keep) << 8) ^ steps[value ^ rest >> top]
    return rest.to_bytes(degree, "big")


@cache
def _steps(degree: int) -> tuple[int, ...]:
    """The generator polynomial times every byte, as numbers."""
    generator = [1]
    for power in range(degree):
        root = _power(power)
        generator = [a ^ _times(b, root) for a, b in zip([*generator, 0], [0, *generator], strict=True)]
    return tuple(int.from_bytes(bytes(_times(value, c) for c in generator[1:]), "big") for value in range(256))


def _power(exponent: int) -> int:
    value = 1
    for _ in range(exponent):
        value = _times(value, 2)
    return value


def _times(a: int, b: int) -> int:
    """The product in the field of 256 elements."""
    product = 0
    while b:
        product ^= a if b & 1 else 0
        a = a << 1 ^ (0x11D if a & 0x80 else 0)
        b >>= 1
    return product


@cache
def _form(version: int) -> Form:
    import segno
    from segno import consts

    code = segno.make(b"", version=version, error="l", mask=MASK, mode="byte", boost_error=False, micro=False)
    rows = [list(row) for row in code.matrix_iter(border=0, verbose=True)]
    size = len(rows)
    free = {consts.TYPE_DATA_DARK, consts.TYPE_DATA_LIGHT, consts.TYPE_FORMAT_DARK, consts.TYPE_FORMAT_LIGHT}
    places = [y * size + x for y, x in _way(size) if rows[y][x] in free and not _says_format(y, x, size)]
    blocks, length, correction = BLOCKS[version]
    places = places[: 8 * blocks * (length + correction)]
    grid = bytes(module for row in code.matrix for module in row)
    mask = "".join(str(int((place // size + place % size) % 3 == 0)) for place in places)
    return Form(size, grid, tuple(places), int(mask, 2))


def _says_format(y: int, x: int, size: int) -> bool:
    """Whether a module is part of the format's two copies; segno's own word for that has one module too many."""
    return (y == 8 and (x < 9 or x >= size - 8)) or (x == 8 and (y < 9 or y >= size - 8))


def _way(size: int) -> list[tuple[int, int]]:
    """All modules in the order in which bits are laid: two columns at a time from the right, up and down in turns."""
    way: list[tuple[int, int]] = []
    columns = [*range(size - 1, 6, -2), *range(5, 0, -2)]  # the column of the timing pattern is passed over
    for turn, right in enumerate(columns):
        rows = range(size) if turn % 2 else range(size - 1, -1, -1)
        way += [(y, x) for y in rows for x in (right, right - 1)]
    return way


def _drawn(form: Form, codewords: bytes) -> Code:
    grid, count = bytearray(form.grid), len(form.places)
    bits = f"{int.from_bytes(codewords, 'big') ^ form.mask:0{count}b}".encode().translate(_BITS)
    for place, bit in zip(form.places, bits, strict=True):
        grid[place] = bit
    path = []
    for y in range(form.size):
        row = grid[y * form.size : (y + 1) * form.size]
        at = 0
        for run in RUN.finditer(row):
            start, end = run.span()
            path.append(f"m{start - at} 0h{end - start}" if at else f"M{start} {y}.5h{end - start}")
            at = end
    return Code(form.size, "".join(path))


_BITS = bytes(range(48)) + b"\0\1" + bytes(range(50, 256))
"""Digits as the numbers 0 and 1."""
