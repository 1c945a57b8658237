"""One build, from start to report: take in, plan, find what is stale, print, remove."""

from __future__ import annotations

import fcntl
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.archive import Archive, discard, remarks

from .course import Question
from .edition import Edition
from .intake import rendered, take_in
from .looking import Look, look_over
from .output import OutputFolder
from .planning import plan, plan_own
from .printing import open_printer
from .reopening import memorable
from .report import Report
from .site import Site
from .stages import Stages
from .standing import look, printed, taken
from .survey import Survey, again, mark, survey
from .workshop import Workshop

if TYPE_CHECKING:
    from .standing import Seen


@dataclass(slots=True)
class Known:
    """What stands where, if a build before in this process has seen it and the changes since have been watched."""

    content: Survey | None = None
    output: int | None = None  # the mark of the output folder
    changed: set[str] = field(default_factory=set)  # paths under content/
    ready: Callable[[], object] | None = None  # called when pages stand, and again when more do; if someone watches
    recorded: bool = True  # whether someone will want to know what the site hangs on

    def survey(self, content: Path) -> Survey:
        """The files under content/ as they are now."""
        if self.content is None:
            found = taken.pop(str(content), None) or survey(content)
        else:
            found = again(content, self.content, self.changed)
        self.content, self.changed = found, set()
        return found

    def lookout(self, archive: Archive, output: OutputFolder) -> Callable[[], Look]:
        """A look at the output folder; what is known of it holds for one build only."""
        if self.output is None:
            as_printed = printed.pop(str(output.path), lambda: None)
            return lambda: look_over(archive, output, as_printed)
        seen, self.output = Look(frozenset(), frozenset(), self.output), None
        return lambda: seen


def make(
    site: Site, *, fresh: bool = False, stages: Stages | None = None, explain: str = "", known: Known | None = None
) -> Report:
    """Builds the site; a damaged archive is thrown away and the build begins again."""
    begun = time.perf_counter()
    stages = stages or Stages()
    with alone(site.cache):
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
def alone(cache: Path) -> Iterator[None]:
    """One build at a time in one cache."""
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _build(site: Site, stages: Stages, known: Known) -> Report:
    settings = site.press
    output = OutputFolder(site.output)
    if output.prepare():
        known.output = None  # it was taken away
    processes = settings.PRESS_JOBS or os.cpu_count() or 1
    theme = _theme(site)  # before a template is read: what is saved during the build must count as a change behind it
    with site.archive() as archive, Workshop(site, processes, settings.PRESS_EXECUTOR) as workshop:
        seen = known.lookout(archive, output)
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
            printer = workshop.bench.printer = open_printer(site, archive)
            given = archive, printer.house, printer.families
            ahead = known.ready is not None and plan_own(*given)
        edition = Edition(archive, printer, workshop, report, stages)
        if ahead:
            known.output = edition.renew(seen, known.ready)
            seen = known.lookout(archive, output)
        with stages.stage("plan"):
            report.pages = plan(*given, report.course)
        report.notes += [remark for family in printer.families.values() for remark in remarks(family, archive)]
        if settings.PRESS_EXECUTOR:
            archive.let_others_read()
        known.output = edition.renew(seen, known.ready)
    if known.recorded and not content.young:
        report.seen = [*theme, *_seen(site, content.files, known.output + output.mark())]
        report.opening = site.memory or memorable(site)
    return report


def _theme(site: Site) -> list[Seen]:
    """The folders of templates and styles as they are now."""
    folders = {str(site.theme), *map(str, site.settings.get("THEME_TEMPLATES_OVERRIDES") or ())}
    return [("tree", folder, look("tree", folder)) for folder in sorted(folders) if Path(folder).is_dir()]


def _seen(site: Site, content: dict[str, int], output: int) -> list[Seen]:
    """What the site hangs on, as this build has left it."""
    archive = str(site.archive_path)
    return [
        ("tree", str(site.content), mark(content)),
        ("entry", archive, look("entry", archive)),
        ("all", str(site.output), output),
    ]
