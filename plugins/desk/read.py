"""`./hub read`: a plain text file in, a line of JSON for every figure and dated event out, in reading order.

Offsets count characters of the file decoded as UTF-8, with its line ends and a byte order mark as they stand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from plugins.zhtext import read
from plugins.zhtext.types import Event, Figure

from .refusal import RefusalError


def report(path: Path, year: str = "") -> Iterator[str]:
    """The lines to print; refuses a file that isn't UTF-8 text and a year that isn't one."""
    if year and not re.fullmatch(r"[0-9]{4}", year):
        raise RefusalError(f"--year 要写四位数的年份，例如 --year 2026；现在写的是“{year}”。")
    # A space in the mark's place keeps the offsets, and the mark out of the first label.
    text = re.sub(r"\A\ufeff", " ", text_of(path))
    reading = read(text, year=int(year) if year else None)
    both: list[Figure | Event] = [*reading.figures, *reading.events]
    for found in sorted(both, key=lambda found: found.start):
        yield json.dumps(as_record(found), ensure_ascii=False)


def text_of(path: Path) -> str:
    """The file's characters. Text mode would turn CRLF into LF and shift the offsets, so bytes are read."""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusalError(
            f"{path} 不是 UTF-8 编码的文本（从第 {error.start + 1} 个字节起读不懂）。请另存为 UTF-8 再试。"
        ) from error
    except FileNotFoundError as error:
        raise RefusalError(f"找不到文件 {path}。请核对文件名和所在的文件夹。") from error
    except IsADirectoryError as error:
        raise RefusalError(f"{path} 是文件夹，不是文件。请写出其中一个文本文件的名字。") from error
    except OSError as error:
        raise RefusalError(f"读不了文件 {path}：{error.strerror}。") from error


def as_record(found: Figure | Event) -> dict[str, Any]:
    """One line of the contract: `kind` first, whole numbers without a decimal point."""
    if isinstance(found, Event):
        return {"kind": "event", **found._asdict()}
    record = {"kind": "figure", **found._asdict()}
    return record | {name: _plain(record[name]) for name in ("value", "high")}


def _plain(number: float | None) -> float | int | None:
    return int(number) if number is not None and float(number).is_integer() else number
