"""Bringing the output folder up to the plan: what is stale is printed, what no longer belongs there is removed."""

from __future__ import annotations

from collections.abc import Callable

from plugins.archive import Archive

from .looking import Look
from .output import in_the_way
from .printing import CHUNK, WORTH_SHARING, Job, Printer, Sheaf, print_aside, print_chunk
from .report import Report
from .stages import Stages
from .survey import mark_of
from .workshop import Workshop, cut

STALE = """
    SELECT p.family, p.key, p.address, p.stamp, p.listed, o.stat FROM planned p
    LEFT JOIN printed o ON o.output = :output AND o.address = p.address
    WHERE o.stamp IS NOT p.stamp ORDER BY p.family NOT IN ('static', 'pictures'), p.listed, p.family, p.address
"""
"""What is listed nowhere comes early: exports are the largest files, and should not be the last that is waited for."""
DROPPED = """
    SELECT address, stat FROM printed WHERE output = :output AND address NOT IN (SELECT address FROM planned)
"""


class Edition:
    """One build's printing."""

    def __init__(self, archive: Archive, printer: Printer, workshop: Workshop, report: Report, stages: Stages) -> None:
        self.archive = archive
        self.printer = printer
        self.workshop = workshop
        self.report = report
        self.stages = stages
        self.output = str(printer.output.path)
        self.mark = 0  # of what stands in the folder as it was printed

    def renew(self, look: Callable[[], Look], ready: Callable[[], object] | None = None) -> int:
        """Prints and removes; returns the mark of the folder. `ready` is called when all pages stand."""
        ready = ready or (lambda: None)
        with self.stages.stage("look"):
            strays = self._forget(look())
            jobs = [Job(*row) for row in self.archive.ask(STALE, output=self.output)]
            stale = {job.address for job in jobs}
            self.report.course.stale |= stale
            first = in_the_way(strays, stale)
            self._remove(first)
        with self.stages.stage("print", len(jobs)):
            share = len(jobs) >= WORTH_SHARING
            slow = [] if share else [job for job in jobs if job.family in self.printer.slow]
            coming = print_aside(self.printer, slow)
            for sheaf in self.workshop.each(print_chunk, cut([j for j in jobs if j not in slow], CHUNK), share=share):
                self._note(sheaf)
            if jobs or not self.report.course.stale:
                ready()
            self._note(coming())
            if any(job.family not in self.printer.unseen for job in slow):
                ready()  # a page that is looked at already shows a drawing of before
        self.printer.output.tidy()
        self._remove(strays - first)
        self.report.printed = len(self.report.addresses)
        self.report.removed += len(strays)
        return self.mark

    def _remove(self, addresses: set[str]) -> None:
        for address in sorted(addresses):
            self.printer.output.remove(address)

    def _forget(self, look: Look) -> set[str]:
        """Forgets what does not stand as it was printed and what is in no plan; returns what is to be removed."""
        self.mark = look.mark
        self.report.course.lost |= look.lost
        with self.archive.transaction():
            self._strike_out(look.lost)
            dropped = dict(self.archive.db.execute(DROPPED, {"output": self.output}).fetchall())
            self._strike_out(dropped)
        self.mark -= sum(mark_of(address, signature) for address, signature in dropped.items())
        planned = {row["address"] for row in self.archive.ask("SELECT address FROM planned")} if look.unknown else set()
        return set(look.unknown - planned) | dropped.keys()

    def _strike_out(self, addresses: frozenset[str] | dict[str, int]) -> None:
        rows = [(self.output, address) for address in addresses]
        self.archive.db.executemany("DELETE FROM printed WHERE output = ? AND address = ?", rows)

    def _note(self, sheaf: Sheaf) -> None:
        """Notes what was printed."""
        rows = [(self.output, page.address, page.stamp, page.signature) for page in sheaf.pages]
        with self.archive.transaction():
            self.archive.db.executemany("REPLACE INTO printed VALUES (?, ?, ?, ?)", rows)
            laid_out = [(self.output, page.address, page.layout) for page in sheaf.pages if page.layout]
            self.archive.db.executemany("REPLACE INTO layouts VALUES (?, ?, ?)", laid_out)
        for page in sheaf.pages:
            self.mark += mark_of(page.address, page.signature)
            if page.was is not None:
                self.mark -= mark_of(page.address, page.was)
            if page.new and not page.address.startswith(("theme/", "images/")):
                self.report.addresses.append(page.address)
        self.stages.tally.join(sheaf.tally)
        self.stages.step(len(sheaf.pages))
