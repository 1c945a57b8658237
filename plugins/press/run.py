"""One build, from start to report: take in, plan, find what is stale, print, remove."""

from __future__ import annotations

import fcntl
import hashlib
import multiprocessing
import os
import sqlite3
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2 import Environment

from plugins.archive import Archive, Family, Feature, discard
from plugins.settings import load

from .house import House
from .intake import rendered, take_in
from .output import OutputFolder
from .planning import plan
from .printing import Job, Printer
from .report import Report
from .settings import PressSettings
from .theme import StaticFiles, Theme

CODE = Path(__file__).resolve().parent.parent
LIBRARIES = ("pelican", "markdown", "jinja2", "pydantic", "pyyaml", "feedgenerator")

STALE = """
    SELECT p.family, p.key, p.address, p.stamp, p.listed FROM planned p
    LEFT JOIN printed o ON o.output = :output AND o.address = p.address
    LEFT JOIN found f ON f.address = p.address
    WHERE o.stamp IS NOT p.stamp OR f.stat IS NULL OR o.stat IS NOT f.stat
    ORDER BY p.family <> 'static', p.family, p.address
"""


@dataclass(frozen=True, slots=True)
class Site:
    """All that a build needs to know."""

    settings: dict[str, Any]
    features: Sequence[Feature]
    env: Environment

    @property
    def content(self) -> Path:
        return Path(self.settings["PATH"])

    @property
    def archive_path(self) -> Path:
        return Path(self.settings["CACHE_PATH"]) / "archive.sqlite"

    @property
    def output(self) -> Path:
        return Path(self.settings["OUTPUT_PATH"])


def code_version() -> str:
    """A fingerprint of our own code, its data and the libraries that pages depend on: another one makes all anew."""
    mark = hashlib.blake2s(sys.version.encode())
    for path in sorted(path for path in CODE.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        mark.update(path.relative_to(CODE).as_posix().encode() + path.read_bytes())
    mark.update(repr([version(name) for name in LIBRARIES]).encode())
    return mark.hexdigest()


def make(site: Site, *, fresh: bool = False) -> Report:
    """Builds the site; a damaged archive is thrown away and the build begins again."""
    begun = time.perf_counter()
    with _alone(site.archive_path.parent):
        if fresh:
            discard(site.archive_path)
        try:
            report = _build(site)
        except sqlite3.DatabaseError as error:
            if type(error) is not sqlite3.DatabaseError:  # its subclasses tell of our own mistakes
                raise
            discard(site.archive_path)
            report = _build(site)
    report.seconds = time.perf_counter() - begun
    return report


@contextmanager
def _alone(cache: Path) -> Iterator[None]:
    """One build at a time in one cache."""
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _build(site: Site) -> Report:
    settings = load(PressSettings, site.settings)
    processes = settings.PRESS_JOBS or os.cpu_count() or 1
    output = OutputFolder(site.output)
    output.prepare()
    with Archive(site.archive_path, site.features, code_version()) as archive:
        with _compilers(processes) as pool:
            intake = take_in(archive, site.content, pool)
        report = Report(
            manuscripts=intake.manuscripts,
            errors=intake.errors,
            faults=rendered(intake.faults),
            notes=intake.notes,
        )
        if intake.faults:
            return report
        theme = Theme(Path(site.settings["THEME"]))
        rooms = [load(feature.settings, site.settings).model_dump() for feature in site.features if feature.settings]
        house = House(site.env, theme, settings, archive, rooms)
        families = _families(site, StaticFiles(theme, site.content, intake.pictures))
        report.pages = plan(archive, house, families, intake.pictures)
        _print(archive, Printer(archive, house, families, output), report, processes)
    return report


@contextmanager
def _compilers(processes: int) -> Iterator[Executor | None]:
    """Processes for compiling; none is started before there is work for it."""
    if processes < 2:
        yield None
        return
    with ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("fork")) as pool:
        yield pool


def _families(site: Site, static: StaticFiles) -> dict[str, Family]:
    """All families by name in the order of planning: the features' in theirs, so that the sitemap's comes last."""
    families: dict[str, Family] = {static.name: static}
    for feature in site.features:
        settings = load(feature.settings, site.settings) if feature.settings else None
        for family in feature.families(settings) if feature.families else ():
            families[family.name] = family
    return families


def _print(archive: Archive, printer: Printer, report: Report, processes: int) -> None:
    """Prints what is stale, then removes what should no longer exist."""
    output, name = printer.output, str(printer.output.path)
    found = output.files()
    archive.begin()
    archive.db.execute("CREATE TEMP TABLE found (address TEXT PRIMARY KEY, stat TEXT) WITHOUT ROWID")
    archive.db.executemany("INSERT INTO found VALUES (?, ?)", found.items())
    archive.commit()
    jobs = [Job(*row) for row in archive.ask(STALE, output=name)]
    for printed in printer.share_out(jobs, processes):
        rows = [(name, page.address, page.stamp, page.stat) for page in printed]
        archive.begin()
        archive.db.executemany("REPLACE INTO printed VALUES (?, ?, ?, ?)", rows)
        archive.commit()
        new = [page.address for page in printed if page.new and not page.address.startswith(("theme/", "images/"))]
        report.addresses += new
    report.printed = len(report.addresses)
    planned = {row["address"] for row in archive.ask("SELECT address FROM planned")}
    for address in sorted(found.keys() - planned):
        output.remove(address)
        report.removed += 1
    archive.db.execute("DELETE FROM printed WHERE output = ? AND address NOT IN (SELECT address FROM planned)", (name,))
