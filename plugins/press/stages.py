"""What a build costs, stage by stage: seconds, counts and bytes; and who watches it while it runs."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter
from typing import Protocol


class Watcher(Protocol):
    """Hears how far a build is: a progress bar, or nobody."""

    def begin(self, stage: str, total: int) -> None:
        """A stage begins; `total` is what there is to do, 0 where nobody can tell."""
        ...

    def step(self, done: int) -> None:
        """So much more is done."""
        ...


@dataclass(slots=True)
class Cost:
    """What one family's pages cost in all processes together; times in seconds."""

    pages: int = 0
    bytes: int = 0
    gathered: float = 0.0
    rendered: float = 0.0
    written: float = 0.0

    @property
    def seconds(self) -> float:
        return self.gathered + self.rendered + self.written


@dataclass(slots=True)
class Tally:
    """Costs by family."""

    costs: dict[str, Cost] = field(default_factory=dict)

    def add(self, family: str, size: int, gathered: float = 0.0, rendered: float = 0.0, written: float = 0.0) -> None:
        """One page more."""
        cost = self.costs.setdefault(family, Cost())
        cost.pages += 1
        cost.bytes += size
        cost.gathered += gathered
        cost.rendered += rendered
        cost.written += written

    def join(self, other: Tally) -> None:
        """What another process counted."""
        for family, more in other.costs.items():
            cost = self.costs.setdefault(family, Cost())
            cost.pages += more.pages
            cost.bytes += more.bytes
            cost.gathered += more.gathered
            cost.rendered += more.rendered
            cost.written += more.written


@dataclass(slots=True)
class Stage:
    """One stage of a build: seconds by the clock, by the processor in this process, and what was done."""

    name: str
    wall: float = 0.0
    cpu: float = 0.0
    done: int = 0


class Stages:
    """The stages of one build in their order."""

    def __init__(self, watcher: Watcher | None = None) -> None:
        self.stages: list[Stage] = []
        self.tally = Tally()
        self._watcher = watcher

    @contextmanager
    def stage(self, name: str, total: int = 0) -> Iterator[Stage]:
        """Measures what is done inside."""
        stage = Stage(name)
        self.stages.append(stage)
        if self._watcher is not None:
            self._watcher.begin(name, total)
        wall, cpu = perf_counter(), _cpu()
        yield stage
        stage.wall, stage.cpu = perf_counter() - wall, _cpu() - cpu

    def step(self, done: int) -> None:
        """So much more of the present stage is done."""
        self.stages[-1].done += done
        if self._watcher is not None:
            self._watcher.step(done)


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime
