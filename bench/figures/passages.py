"""Labelled texts: a folder of NNN.txt with NNN.jsonl beside it, or the sentences of tests/specs, in one form out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.measure import BenchError

OWN = Path(__file__).with_name("passages")
SPECS = Path(__file__).resolve().parents[2] / "tests" / "specs"


@dataclass(frozen=True)
class Passage:
    """A text and what is to be found in it."""

    name: str
    text: str
    labels: list[dict[str, Any]]
    year: int | None = None


def passages(folder: Path) -> list[Passage]:
    """The labelled texts of a folder; offsets count characters, so line ends are read as they are."""
    found = [
        Passage(text.stem, text.read_bytes().decode("utf-8"), _labels(text)) for text in sorted(folder.glob("*.txt"))
    ]
    if not found:
        raise BenchError(f"{folder} 里没有 NNN.txt。要写一个文件夹，里面每篇 NNN.txt 旁边有标注 NNN.jsonl。")
    return found


def _labels(text: Path) -> list[dict[str, Any]]:
    file = text.with_suffix(".jsonl")
    try:
        return [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
    except FileNotFoundError as error:
        raise BenchError(f"{text} 没有标注：找不到 {file.name}。") from error
    except ValueError as error:
        raise BenchError(f"{file} 不是每行一个 JSON：{error}。") from error


def specs(folder: Path = SPECS) -> list[Passage]:
    """The sentences that the recogniser's tests hold it to; they label no decoys."""
    return [
        Passage(f"{file.stem}-{number}", case["text"], list(_spans(case)), case.get("year"))
        for file in sorted(folder.glob("*.json"))
        for number, case in enumerate(json.loads(file.read_text("utf-8")), 1)
    ]


def _spans(case: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A case's figures and events with offsets: each stands behind the one before it."""
    for kind in ("figure", "event"):
        place = 0
        for item in case[f"{kind}s"]:
            start = _find(case["text"], item["text"], place)
            place = start + len(item["text"])
            yield {"kind": kind, "start": start, "end": place, **item}


def _find(text: str, piece: str, place: int) -> int:
    """Where a piece stands, not within a longer number: 2月 is not in 12月."""
    start = text.index(piece, place)
    while piece[0].isdigit() and text[start - 1 : start].isdigit():
        start = text.index(piece, start + 1)
    return start
