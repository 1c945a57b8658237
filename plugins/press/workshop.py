"""Where the work is done: in this process, in forked ones, or on a cluster of machines.

Work is a function at the top of a module that gets a `Bench` and a chunk, so that it can be sent anywhere. Chunks flow
out and results flow back a few at a time: neither all the work nor all the results are ever held.
"""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

    from .printing import Printer
    from .site import Order, Site

Chunk = TypeVar("Chunk")
Result = TypeVar("Result")
Work = Callable[["Bench", Chunk], Result]

AHEAD = 4
"""Chunks that are under way or waiting for each process."""
BROKEN = "有一个工作进程中途退出了，可能是内存不够。请再运行一次，或加上 --jobs 1。"
THREADS = "每个 dask worker 只能有一个线程，启动时请加上 --nthreads 1。"
_TURNS = count(1)


class WorkshopError(Exception):
    """A process ended before its work was done; the message is for the person who runs the hub."""


class Bench:
    """One process's place of work in one build: the site, and what printing needs, made when first asked for."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.process = os.getpid()
        self.thread = threading.get_ident()

    @cached_property
    def printer(self) -> Printer:
        """A printer with a connection to the archive of its own."""
        from .printing import open_printer

        return open_printer(self.site, self.site.archive(reading=True))


class Turn(NamedTuple):
    """One build: its name among all, and how a process that knows nothing of it finds the site."""

    name: str
    order: Order | None


_benches: dict[str, Bench] = {}
"""This process's benches by turn; a forked process finds its parent's, and takes the site from it."""


def _do(turn: Turn, work: Work[Chunk, Result], chunk: Chunk) -> Result:
    bench = _benches.get(turn.name)
    if bench is None or bench.process != os.getpid():
        _benches.clear()  # a bench of an earlier turn would keep its archive open
        bench = _benches[turn.name] = Bench(bench.site if bench else _site(turn))
    if bench.thread != threading.get_ident():
        raise WorkshopError(THREADS)
    return work(bench, chunk)


def _site(turn: Turn) -> Site:
    assert turn.order is not None
    return turn.order.site()


class Workshop:
    """Does work in chunks; processes are started when there is enough of it."""

    def __init__(self, site: Site, processes: int, address: str = "") -> None:
        self.site = site
        self.processes = processes
        self.address = address
        self.turn = Turn(f"{os.getpid()}-{next(_TURNS)}", site.order)
        self._open = ExitStack()
        self.bench = _benches[self.turn.name] = Bench(site)

    def __enter__(self) -> Workshop:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()
        _benches.pop(self.turn.name, None)

    def each(self, work: Work[Chunk, Result], chunks: list[Chunk], *, share: bool) -> Iterator[Result]:
        """The results in the order in which they are ready; `share` says whether processes are worth starting."""
        if not share or (self.processes < 2 and not self.address):
            yield from (_do(self.turn, work, chunk) for chunk in chunks)
            return
        failures = self._failures()
        try:
            yield from self._shared(work, chunks)
        except failures as error:
            raise WorkshopError(BROKEN) from error

    def _shared(self, work: Work[Chunk, Result], chunks: list[Chunk]) -> Iterator[Result]:
        from concurrent.futures import FIRST_COMPLETED, wait

        executor, ahead = self.executor, AHEAD * max(self.processes, 2)
        waiting: set[Future[Result]] = set()
        for chunk in chunks:
            waiting.add(executor.submit(_do, self.turn, work, chunk))
            if len(waiting) >= ahead:
                done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        while waiting:
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            yield from (future.result() for future in done)

    def _failures(self) -> tuple[type[Exception], ...]:
        """What is raised when a process has ended before its work was done."""
        if not self.address:
            from concurrent.futures import BrokenExecutor

            return (BrokenExecutor,)
        from .cluster import FAILURES

        return FAILURES

    @cached_property
    def executor(self) -> Executor:
        """Forked processes, which have all that was imported; or the cluster of PRESS_EXECUTOR."""
        if self.address:
            from .cluster import connect

            return self._open.enter_context(connect(self.address))
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        gc.freeze()  # what is here now will stay: a collection in a forked process must not touch, and so copy, it
        fork = multiprocessing.get_context("fork")
        return self._open.enter_context(ProcessPoolExecutor(self.processes, mp_context=fork, initializer=_follow))


def _follow() -> None:
    """Has this process end with the one that forked it, however that ends: it has a share in the cache's lock."""
    from multiprocessing import parent_process

    parent = parent_process()
    assert parent is not None

    def wait_for_end() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=wait_for_end, daemon=True).start()


def cut(work: list[Chunk], length: int) -> list[list[Chunk]]:
    """A list in chunks."""
    return [work[start : start + length] for start in range(0, len(work), length)]
