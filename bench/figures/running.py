"""`./hub bench figures`: the passages asked for in, scores and speeds of all readers out."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.fetching import fetched, from_pypi
from bench.measure import BenchError, plain_environment

from .child import PACKAGES, RULER
from .passages import OWN, Passage, passages, specs
from .scoring import Tally

CHILD = Path(__file__).with_name("child.py")
ARTICLE = 1500
"""Characters of an article, for which the speed is told."""
LENGTH, DOUBLINGS = 4000, 3


def measured(work: Path, texts: Path | None, rounds: int) -> dict[str, Any]:
    """Scores on a folder of labelled texts; without one, on the bench's own passages and the recogniser's specs."""
    if texts and not texts.is_dir():
        raise BenchError(f"找不到文件夹 {texts}。请核对 --texts 后面的路径。")
    sets = {str(texts): passages(texts)} if texts else {"bench/figures/passages": passages(OWN), "tests/specs": specs()}
    tools = fetched("figures", from_pypi(*PACKAGES), work / "tools")
    return {"sets": {name: _of_set(tools, listed, rounds) for name, listed in sets.items()}}


def _of_set(tools: Path, listed: Sequence[Passage], rounds: int) -> dict[str, Any]:
    asked = {
        "texts": [(one.text, one.year) for one in listed], "rounds": rounds, "length": LENGTH, "doublings": DOUBLINGS,
        "packages": str(next(tools.glob("lib/python3*/site-packages"), tools)),
    }  # fmt: skip
    told = _read(asked)
    tallies: dict[str, Tally] = {}
    for passage, finds in zip(listed, told["finds"], strict=True):
        for reader, found in finds.items():
            tallies.setdefault(reader, Tally()).add(passage.name, passage.labels, found)
    characters = sum(len(one.text) for one in listed)
    return {
        "passages": len(listed),
        "characters": characters,
        "readers": {reader: _scores(tally) for reader, tally in tallies.items()},
        "milliseconds": {
            reader: [seconds * 1000 * ARTICLE / characters for seconds in each]
            for reader, each in told["seconds"].items()
        },
        "hard": told["hard"],
        "compiled": told["compiled"],
    }


def _scores(tally: Tally) -> dict[str, Any]:
    return {**tally.rates(), "counts": dict(tally.counts), "misses": tally.misses}


def _read(asked: dict[str, Any]) -> dict[str, Any]:
    command = [sys.executable, "-I", "-W", "ignore", str(CHILD)]
    ran = subprocess.run(
        command, input=json.dumps(asked), env=plain_environment(), capture_output=True, text=True, check=False
    )
    if ran.returncode:
        raise BenchError(f"没有读成：{' '.join(command)}\n{ran.stderr[-2000:]}")
    told: dict[str, Any] = json.loads(ran.stdout)
    return told


__all__ = ["ARTICLE", "RULER", "measured"]
