"""Printing: the inputs of a page through its template into its file, in this process or shared out among several."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from typing import Any, NamedTuple

from plugins.archive import Archive, Family, site_path

from .house import House
from .output import OutputFolder

CHUNK = 64
WORTH_SHARING = 256
"""Fewer pages than this are printed sooner than processes start."""


class Job(NamedTuple):
    """A page to be printed."""

    family: str
    key: str
    address: str
    stamp: str
    listed: bool


class Printed(NamedTuple):
    """A page that stands in the output folder."""

    address: str
    stamp: str
    stat: str
    new: bool


class Printer:
    """Everything that turns a job into a file."""

    def __init__(self, archive: Archive, house: House, families: Mapping[str, Family], output: OutputFolder) -> None:
        self.archive = archive
        self.house = house
        self.families = families
        self.output = output

    def render(self, job: Job) -> bytes:
        """The bytes of a page."""
        family = self.families[job.family]
        inputs = family.inputs(self.archive, job.key)
        if not family.template:
            made: str | bytes = family.render(inputs)  # type: ignore[attr-defined] # a family without a template has one
            return made if isinstance(made, bytes) else made.encode("utf-8")
        inputs["page"] |= self._place(job)
        return self.house.env.get_template(family.template).render(inputs).encode("utf-8")

    def _place(self, job: Job) -> dict[str, Any]:
        path = site_path(job.address)
        site_url = self.house.settings.SITEURL
        host = site_url.removesuffix(self.house.root) if site_url else ""
        return {"path": path, "listed": bool(job.listed), "canonical": host + self.house.url(path) if site_url else ""}

    def print_all(self, jobs: Iterable[Job]) -> list[Printed]:
        """Prints some pages."""
        printed = []
        for job in jobs:
            new, stat = self.output.write(job.address, self.render(job))
            printed.append(Printed(job.address, job.stamp, stat, new))
        return printed

    def share_out(self, jobs: list[Job], processes: int) -> Iterator[list[Printed]]:
        """Prints many pages in chunks, in several processes where it is worth while."""
        chunks = [jobs[start : start + CHUNK] for start in range(0, len(jobs), CHUNK)]
        if len(jobs) < WORTH_SHARING or processes < 2:
            yield from map(self.print_all, chunks)
            return
        fork = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(processes, mp_context=fork, initializer=_begin_work, initargs=(self,)) as pool:
            yield from pool.map(_work, chunks)


_printers: list[Printer] = []


def _begin_work(printer: Printer) -> None:
    """A forked process must not use its parent's connection to the archive."""
    archive = printer.archive.again()
    _printers.append(Printer(archive, printer.house, printer.families, printer.output))


def _work(jobs: list[Job]) -> list[Printed]:
    return _printers[0].print_all(jobs)
