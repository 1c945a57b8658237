"""One build, from start to report: take in, plan, find what is stale, print, remove."""

from __future__ import annotations

import fcntl
import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.archive import Archive, discard

from .course import Course, Question
from .intake import rendered, take_in
from .output import MARK, OutputFolder
from .planning import plan
from .printing import CHUNK, WORTH_SHARING, Job, Printer, Sheaf, open_printer, print_chunk
from .report import Report
from .site import Site
from .stages import Stages
from .standing import look
from .survey import Survey, again, mark, signature, survey
from .workshop import Workshop, cut

if TYPE_CHECKING:
    from .standing import Seen

STALE = """
    SELECT p.family, p.key, p.address, p.stamp, p.listed FROM planned p
    LEFT JOIN printed o ON o.output = :output AND o.address = p.address
    WHERE o.stamp IS NOT p.stamp ORDER BY p.family <> 'static', p.listed, p.family, p.address
"""
"""What is listed nowhere comes early: exports are the largest files, and should not be the last that is waited for."""


@dataclass(slots=True)
class Known:
    """What stands where, if a build before in this process has seen it and the changes since have been watched."""

    content: Survey | None = None
    output: dict[str, int] | None = None
    changed: set[str] = field(default_factory=set)  # paths under content/
    ready: Callable[[], object] = lambda: None  # called once the pages stand, before exports that grow with the site

    def survey(self, content: Path) -> Survey:
        """The files under content/ as they are now."""
        found = survey(content) if self.content is None else again(content, self.content, self.changed)
        self.content, self.changed = found, set()
        return found


def make(
    site: Site, *, fresh: bool = False, stages: Stages | None = None, explain: str = "", known: Known | None = None
) -> Report:
    """Builds the site; a damaged archive is thrown away and the build begins again."""
    begun = time.perf_counter()
    stages = stages or Stages()
    with _alone(site.cache):
        question = Question(site.output, explain) if explain else None
        if fresh:
            discard(site.archive_path)
        try:
            report = _build(site, stages, known or Known())
        except sqlite3.DatabaseError as error:
            if type(error) is not sqlite3.DatabaseError:  # its subclasses tell of our own mistakes
                raise
            discard(site.archive_path)
            report = _build(site, stages, known or Known())
        if question is not None and not report.errors:
            with site.archive() as archive:
                report.explanation = question.answer(archive, report.course)
    report.seconds = time.perf_counter() - begun
    return report


@contextmanager
def _alone(cache: Path) -> Iterator[None]:
    """One build at a time in one cache."""
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _build(site: Site, stages: Stages, known: Known) -> Report:
    settings = site.press_settings()
    if OutputFolder(site.output).prepare():
        known.output = None  # it was taken away
    theme = _theme(site)  # as it is before it is read: a change in the meantime must show behind it
    processes = settings.PRESS_JOBS or os.cpu_count() or 1
    with site.archive() as archive, Workshop(site, processes, settings.PRESS_EXECUTOR) as workshop:
        with stages.stage("survey"):
            content = known.survey(site.content)
        with stages.stage("compile", len(content.files)):
            intake = take_in(archive, site.content, content, site.families(), workshop, stages)
        report = Report(
            manuscripts=intake.manuscripts,
            errors=intake.errors,
            faults=rendered(intake.faults),
            notes=intake.notes,
        )
        if intake.faults:
            return report
        with stages.stage("plan"):
            printer = workshop.bench.printer = open_printer(site, archive, intake.pictures)
            report.pages = plan(archive, printer.house, printer.families, intake.pictures, report.course)
        found = _print(archive, printer, workshop, report, stages, known)
    if not content.young:
        report.seen = [*theme, *_seen(site, content.files, found)]
    return report


def _theme(site: Site) -> list[Seen]:
    """The folders of templates and styles."""
    overrides = site.settings.get("THEME_TEMPLATES_OVERRIDES") or ()
    folders = [folder for folder in {str(site.theme), *map(str, overrides)} if Path(folder).is_dir()]
    return [("tree", folder, look("tree", folder)) for folder in folders]


def _seen(site: Site, content: dict[str, int], output: dict[str, int]) -> list[Seen]:
    """What the site hangs on, as this build has left it."""
    return [
        ("entry", str(site.archive_path), look("entry", str(site.archive_path))),
        ("tree", str(site.content), mark(content)),
        ("all", str(site.output), mark(output | {MARK: signature((site.output / MARK).stat())})),
    ]


def _print(  # noqa: PLR0913, PLR0917 - a build's parts, put together in one place
    archive: Archive, printer: Printer, workshop: Workshop, report: Report, stages: Stages, known: Known
) -> dict[str, int]:
    """Prints what is stale, then removes what should no longer exist; returns what stands in the output folder now."""
    name = str(printer.output.path)
    with stages.stage("look"):
        found, known.output = known.output or printer.output.files(), None  # nobody knows it if this is broken off
        strays = _looked_over(archive, name, found, report.course)
        jobs = [Job(*row[:5]) for row in archive.ask(STALE, output=name)]
        report.course.stale = {job.address for job in jobs}
    first = _in_the_way(strays, jobs)
    _remove(printer, sorted(first), found)
    with stages.stage("print", len(jobs)):
        for turn, (share, part) in enumerate(_in_turn(jobs, printer)):
            for sheaf in workshop.each(print_chunk, cut(part, CHUNK), share=share):
                _note(archive, name, sheaf)
                stages.tally.join(sheaf.tally)
                stages.step(len(sheaf.pages))
                found |= {page.address: page.signature for page in sheaf.pages}
                new = [page.address for page in sheaf.pages if page.new]
                report.addresses += [address for address in new if not address.startswith(("theme/", "images/"))]
            if not turn:
                known.ready()
    report.printed = len(report.addresses)
    printer.output.tidy()
    _remove(printer, [address for address in strays if address not in first], found)
    report.removed = len(strays)
    known.output = found
    return found


def _in_turn(jobs: list[Job], printer: Printer) -> Iterator[tuple[bool, list[Job]]]:
    """The work in parts, and whether each is worth sharing out: much of it at once, a little with the exports last."""
    if len(jobs) >= WORTH_SHARING:
        yield True, jobs
        return
    exports = [job for job in jobs if job.family in printer.streamed]
    yield False, [job for job in jobs if job.family not in printer.streamed]
    yield False, exports


def _remove(printer: Printer, addresses: list[str], found: dict[str, int]) -> None:
    for address in addresses:
        printer.output.remove(address)
        found.pop(address, None)


def _in_the_way(strays: list[str], jobs: list[Job]) -> set[str]:
    """What must go before the printing: it stands where a page's folder is to be, or below a page's own place."""
    if not strays or not jobs:
        return set()
    pages = {job.address for job in jobs}
    folders = {folder for address in pages for folder in _folders(address)}
    return {address for address in strays if address in folders or not pages.isdisjoint(_folders(address))}


def _folders(address: str) -> list[str]:
    """All folders above a file."""
    parts = address.split("/")[:-1]
    return ["/".join(parts[: end + 1]) for end in range(len(parts))]


def _looked_over(archive: Archive, output: str, found: Mapping[str, int], course: Course) -> list[str]:
    """Forgets what does not stand as it was printed; returns what stands there and is in no plan."""
    noted = dict(archive.db.execute("SELECT address, stat FROM printed WHERE output = ?", (output,)).fetchall())
    lost = course.lost = {address for address, signature in noted.items() if found.get(address) != signature}
    unplanned = "SELECT address FROM printed WHERE output = ? AND address NOT IN (SELECT address FROM planned)"
    dropped = [row[0] for row in archive.db.execute(unplanned, (output,))]
    if lost or dropped:
        with archive.transaction():
            rows = [(output, address) for address in (*lost, *dropped)]
            archive.db.executemany("DELETE FROM printed WHERE output = ? AND address = ?", rows)
    unknown = found.keys() - noted.keys()
    planned = {row[0] for row in archive.db.execute("SELECT address FROM planned")} if unknown else set()
    return sorted((unknown - planned) | (found.keys() & dropped))


def _note(archive: Archive, output: str, sheaf: Sheaf) -> None:
    rows = [(output, page.address, page.stamp, page.signature) for page in sheaf.pages]
    with archive.transaction():
        archive.db.executemany("REPLACE INTO printed VALUES (?, ?, ?, ?)", rows)
