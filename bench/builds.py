"""Rounds: sites and steps in, a row of figures for each build out. Generators take turns within every step.

So a machine that slows down slows all of them alike. Who begins changes from round to round.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .corpus import Corpus
from .fetching import fetched
from .generators import OURS, Generator
from .measure import Cost
from .sites import Site
from .steps import STEPS, verify


@dataclass(frozen=True, slots=True)
class Row:
    """One build of one generator. Seconds and bytes; `printed` is what ours says of itself."""

    generator: str
    articles: int
    step: str
    round: int
    wall: float
    cpu: float
    user: float
    system: float
    peak: int
    largest: int
    samples: int
    printed: int | None


@contextmanager
def sites(work: Path, generators: Sequence[Generator], corpus: Corpus) -> Iterator[list[Site]]:
    """A site for each generator below `work`; what they put aside is deleted at the end, however it comes."""
    trash = work / "aside"
    try:
        tools = {one.name: fetched(one.name, one.fetch, work / "tools") for one in generators}
        yield [Site(one, corpus, work / f"{one.name}-{corpus.count}", tools[one.name], trash) for one in generators]
    finally:
        shutil.rmtree(trash, ignore_errors=True)


def rounds(competing: Sequence[Site], steps: Sequence[str], count: int) -> Iterator[Row]:
    """All rounds; each begins with the sites as they were made."""
    for number in range(1, count + 1):
        mark = f"第{number}回修订"
        turns = [competing[(index + number - 1) % len(competing)] for index in range(len(competing))]
        for site in turns:
            site.restore()
            if steps[0] != "cold":
                site.forget()
                site.build()
        done: list[str] = []
        for step in steps:
            done.append(step)
            for site in turns:
                yield _timed(site, step, number, mark)
                verify(site, done, mark)


def _timed(site: Site, step: str, number: int, mark: str) -> Row:
    STEPS[step].do(site, mark)
    cost = site.build()
    row = Row(
        site.generator.name,
        site.corpus.count,
        step,
        number,
        cost.wall,
        cost.cpu,
        cost.user,
        cost.system,
        cost.peak,
        cost.largest,
        cost.samples,
        _printed(site, cost),
    )
    took = f"{row.wall:8.2f} 秒 {row.cpu:8.2f} 处理器秒 {row.peak / 2**20:6.0f} MiB"
    tell(f"第 {number} 轮 {step:<9}{row.generator:<9}{row.articles:>7} 篇 {took}")
    return row


def _printed(site: Site, cost: Cost) -> int | None:
    """The pages that ours says it printed: the last line of its output is JSON."""
    if site.generator.name != OURS:
        return None
    said: dict[str, Any] = json.loads(cost.output.strip().splitlines()[-1])
    return int(said["printed"])


def tell(line: str) -> None:
    """How it is going, to whoever waits."""
    sys.stderr.write(line + "\n")
    sys.stderr.flush()
