"""Printing: the inputs of a page through its template into its file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import chain
from marshal import dumps, loads
from threading import active_count
from time import perf_counter
from typing import Any, NamedTuple

from plugins.archive import (
    Archive,
    Family,
    SplicedFamily,
    is_apart,
    is_spliced,
    is_templateless,
    site_path,
)

from .glance import Glance
from .house import House
from .output import OutputFolder, Written
from .site import Site
from .splicing import Aside, Splice
from .stages import Tally
from .theme import StaticFiles, Theme
from .workshop import Bench

CHUNK = 32
WORTH_SHARING = 256
"""Fewer pages than this are printed sooner than processes start."""


class Job(NamedTuple):
    """A page to be printed."""

    family: str
    key: str
    address: str
    stamp: str
    listed: bool
    was: int | None  # what the stat of the page said that stands there as it was printed


class Printed(NamedTuple):
    """A page that stands in the output folder."""

    address: str
    stamp: str
    signature: int
    new: bool
    was: int | None
    layout: str  # of a file that is spliced


class Sheaf(NamedTuple):
    """The pages of a chunk, and what each family cost."""

    pages: list[Printed]
    tally: Tally


class Printer:
    """Everything that turns a job into a file."""

    def __init__(self, archive: Archive, house: House, families: Mapping[str, Family], output: OutputFolder) -> None:
        self.archive = archive
        self.house = house
        self.families = families
        self.output = output
        self.spliced: dict[str, SplicedFamily] = {name: of for name, of in families.items() if is_spliced(of)}
        self.slow = self.spliced.keys() | {name for name, of in families.items() if is_apart(of)}
        self.unseen = self.spliced.keys() | {name for name, of in families.items() if getattr(of, "aside", False)}
        self._bare = {name: family for name, family in families.items() if is_templateless(family)}

    def render(self, job: Job, inputs: dict[str, Any]) -> bytes:
        """The bytes of a page."""
        if job.family in self._bare:
            made = self._bare[job.family].render(inputs)
            return made if isinstance(made, bytes) else made.encode("utf-8")
        inputs["page"] |= self._place(job)
        return self.house.env.get_template(self.families[job.family].template).render(inputs).encode("utf-8")

    def _place(self, job: Job) -> dict[str, Any]:
        path = site_path(job.address)
        site_url = self.house.settings.SITEURL
        host = site_url.removesuffix(self.house.root) if site_url else ""
        return {"path": path, "listed": bool(job.listed), "canonical": host + self.house.url(path) if site_url else ""}

    def print(self, job: Job, tally: Tally) -> Written:
        """Prints one page."""
        begun = perf_counter()
        if job.family in self.spliced:
            written = self.begin(job)()
            tally.add(job.family, written.size, written=perf_counter() - begun)
            return written
        inputs = self.families[job.family].inputs(self.archive, job.key)
        gathered = perf_counter()
        data = self.render(job, inputs)
        rendered = perf_counter()
        written = self.output.write(job.address, data)
        ended = perf_counter()
        tally.add(job.family, len(data), gathered - begun, rendered - gathered, ended - rendered)
        return written

    def begin(self, job: Job) -> Callable[[], Written]:
        """Begins to put a file together that grows with the site; what is returned waits until it stands.

        Meanwhile the kernel copies what is as it was. Where nothing can be copied, all is done by the one who waits.
        """
        splice = Splice(self.spliced[job.family], self.archive, job.key, self._layout(job))
        if splice.stands and job.was is not None:
            was = job.was
            return lambda: Written(False, was, 0)
        if not splice.before.keys:
            return lambda: self.output.stream(job.address, splice.pieces())._replace(layout=splice.layout.written())
        pieces = list(splice.pieces())
        aside = Aside(lambda: self.output.splice(job.address, pieces))
        return lambda: aside.result()._replace(layout=splice.layout.written())

    def _layout(self, job: Job) -> str:
        """The layout of the file that stands there; "" unless it is the very one that was printed."""
        if not self.output.stands(job.address, job.was):
            return ""
        where = {"output": str(self.output.path), "address": job.address}
        rows = self.archive.ask("SELECT layout FROM layouts WHERE output = :output AND address = :address", **where)
        return str(rows[0]["layout"]) if rows else ""


def open_printer(site: Site, archive: Archive) -> Printer:
    """A printer for a site."""
    theme, settings = Theme(site.theme, site.styles()), site.press
    house = House(site.env, theme, settings, archive, [site.room_settings(), site.manner()])
    static = StaticFiles(theme)
    return Printer(archive, house, {static.name: static} | site.families(), OutputFolder(site.output))


def print_chunk(bench: Bench, jobs: list[Job]) -> Sheaf:
    """Prints some pages, in whichever process."""
    tally = Tally()
    pages = []
    for job in jobs:
        pages.append(_printed(job, bench.printer.print(job, tally)))
    return Sheaf(pages, tally)


def print_aside(printer: Printer, jobs: list[Job]) -> Callable[[], Sheaf]:
    """Begins to print files that take long; what is returned waits for them."""
    drawings = _drawings(printer, [job for job in jobs if job.family not in printer.spliced])
    spliced = [(job, printer.begin(job)) for job in jobs if job.family in printer.spliced]

    def sheaf() -> Sheaf:
        tally, pages = Tally(), []
        for job, result in chain(spliced, drawings()):
            begun = perf_counter()
            written = result()
            tally.add(job.family, written.size, written=perf_counter() - begun)
            pages.append(_printed(job, written))
        return Sheaf(pages, tally)

    return sheaf


def _drawings(printer: Printer, jobs: list[Job]) -> Callable[[], Iterator[tuple[Job, Callable[[], Written]]]]:
    """Begins to make what takes long to make, in one process for all: waking up takes longest.

    A process with threads, as the preview's is, must not fork: there they are made by the one who waits.
    """
    inputs = [printer.families[job.family].inputs(printer.archive, job.key) for job in jobs]
    fork = bool(jobs) and active_count() == 1
    elsewhere = Glance(lambda: dumps(list(map(printer.render, jobs, inputs)))) if fork else None

    def drawn() -> Iterator[tuple[Job, Callable[[], Written]]]:
        made = elsewhere.result() if elsewhere is not None else b""
        pages = loads(made) if made else map(printer.render, jobs, inputs)  # noqa: S302 - out of our own process
        for job, data in zip(jobs, pages, strict=True):
            yield job, partial(printer.output.write, job.address, data)

    return drawn


def _printed(job: Job, written: Written) -> Printed:
    return Printed(job.address, job.stamp, written.signature, written.new, job.was, written.layout)
