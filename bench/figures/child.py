"""Every reader reads every passage, in one process and in turns: a request in, finds and times out, both as JSON.

Runs by itself: rjieba, whose `cut` is the measure of speed, and Recognizers-Text come from the bench's own venv, whose
packages are put behind ours, so that our reader runs as it does in a build. Times are CPU seconds of this process.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bench.figures import baseline, recognizers
from plugins.zhtext import read, reader

PACKAGES = ("rjieba==0.2.2", *recognizers.PACKAGES)
RULER = "rjieba.cut"
SLOW = frozenset({"Recognizers-Text"})
"""Reads in seconds what others read in milliseconds: one round is enough."""
HARD = (
    "一", "百", "1", "1,000", "1.", "十分之", "一二", "千万亿", "约", "超过", "以上", "、", "1、", "两三", "2026年",
    "1月", "1万", "第", "—", "1—", "“一", "《一", "个百分点", "比1", "每", "一是", "水位1米，", "增长1%，", "从1到",
)  # fmt: skip
"""Pieces that, said over and over, give a reader of figures most to do."""


def ours(text: str, year: int | None = None) -> list[dict[str, Any]]:
    """Ours, in the form of a label."""
    reading = read(text, year=year)
    figures = [{"kind": "figure", **one._asdict()} for one in reading.figures]
    return [*figures, *({"kind": "event", **one._asdict()} for one in reading.events)]


def readers() -> dict[str, Callable[[str], object]]:
    """What takes turns. Our own is timed as it is called by the build, without the form of its answer."""
    return {
        "hub": read, "regex": lambda text: list(baseline.read(text)),
        "Recognizers-Text": _listed(recognizers.reader()), RULER: import_module("rjieba").cut,
    }  # fmt: skip


def _listed(reader: recognizers.Reader) -> Callable[[str], list[dict[str, Any]]]:
    return lambda text: list(reader(text))


def rounds(texts: list[str], count: int) -> dict[str, list[float]]:
    """Seconds for all texts together, a value a round. Who begins changes; a first round warms up and is not kept."""
    competing = list(readers().items())
    spent: dict[str, list[float]] = {name: [] for name, _ in competing}
    for number in range(count + 1):
        turn = number % len(competing)
        for name, one in [*competing[turn:], *competing[:turn]]:
            if name not in SLOW or number == 1:
                seconds = _seconds(one, texts)
                spent[name] += [seconds] if number else []
    return spent


def _seconds(reader: Callable[[str], object], texts: Iterable[str]) -> float:
    begun = time.process_time()
    for text in texts:
        reader(text)
    return time.process_time() - begun


def doublings(length: int, times: int) -> Iterator[dict[str, Any]]:
    """What twice the text costs, for each hard piece: the best of five at each length."""
    for piece in HARD:
        spent = []
        for power in range(times + 1):
            text = piece * (length * 2**power // len(piece))
            spent.append(min(_seconds(read, [text]) for _ in range(5)))
        yield {"piece": piece, "milliseconds": [seconds * 1000 for seconds in spent]}


def main() -> None:
    asked = json.load(sys.stdin)
    sys.path.append(asked["packages"])
    recognized = recognizers.reader()
    finds = [
        {"hub": ours(text, year), "regex": list(baseline.read(text)), "Recognizers-Text": list(recognized(text))}
        for text, year in asked["texts"]
    ]
    spent = rounds([text for text, _ in asked["texts"]], asked["rounds"])
    hard = list(doublings(asked["length"], asked["doublings"]))
    told = {"finds": finds, "seconds": spent, "hard": hard, "compiled": not str(reader.__file__).endswith(".py")}
    json.dump(told, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
