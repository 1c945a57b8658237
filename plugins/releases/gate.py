"""What must hold before anything leaves: the production build has no error, proof and the checks block nothing.

The settings file in, a built site out. Signatures will be asked for here too.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from plugins import checks
from plugins.checks.inspection import inspection
from plugins.press.host import open_host
from plugins.press.reading import reading
from plugins.press.site import Site
from plugins.proof import Matter, ProofSettings, proofread
from plugins.proof.formats import as_text
from plugins.settings import load

from .dates import Dates, dates_before, dates_of
from .settings import ReleaseSettings
from .words import ReleaseError

PLACEHOLDER = ".invalid"
"""Ending of the example address: RFC 2606 reserves it, so that it is nobody's."""


@dataclass(frozen=True, slots=True)
class Passed:
    """A site that may go out, and the settings that it was built with."""

    site: Path
    settings: ReleaseSettings
    dates: Dates


def settings_of(file: Path) -> ReleaseSettings:
    """What publishing needs to know, without building anything."""
    return load(ReleaseSettings, open_host(file, {}).settings)


def pass_gate(file: Path, work: Path) -> Passed:
    """Builds into a folder of its own, so that what the editor looks at stays as it is; checks what came out."""
    site = work / "output"
    host = open_host(file, {"OUTPUT_PATH": str(site), "CACHE_PATH": str(work / "cache")})
    settings = load(ReleaseSettings, host.settings)
    report = host.make()
    if report.errors:
        raise ReleaseError("\n".join([*report.faults, report.census(), "没有发布：请先改好上面的错误。"]))
    for note in report.notes:
        sys.stderr.write(f"{note}\n")
    dates = _proofread(host.site())
    terms = inspection(host.settings, before=dates_before(work))
    findings = checks.run(site, site_url=settings.SITEURL, production=terms)
    blocking = [finding.render() for finding in findings if finding.level == "block"]
    if blocking:
        raise ReleaseError("\n".join([*blocking, f"没有发布：检查发现 {len(blocking)} 处问题要先改好。"]))
    for finding in findings:
        sys.stderr.write(f"{finding.render()}\n")
    return Passed(site, settings, dates)


def _proofread(site: Site) -> Dates:
    """Nothing goes out that contradicts itself and nobody has explained. Warnings are for `./hub proof`.

    Gives the dates of the articles, too.
    """
    with reading(site) as (archive, _):
        matter = Matter(archive, load(ProofSettings, site.settings), date.today(), drafts=False)
        findings = proofread(matter, lambda path: (site.content / path).read_bytes())
        dates = dates_of(archive)
    blocking = [finding for finding in findings if finding.level == "block"]
    if blocking:
        raise ReleaseError(f"{as_text(blocking)}\n没有发布：校对发现 {len(blocking)} 处问题要先改好。")
    return dates


def refuse_placeholder(address: str) -> None:
    """A site for the world needs its real address: feeds, the sitemap and canonical links carry it."""
    host = urlsplit(address).hostname or ""
    if not host or host.endswith(PLACEHOLDER):
        raise ReleaseError(
            f"网址还是示例“{address}”，没有发布。"
            "请写明真实网址，例如：HUB_SITEURL=https://www.example.org ./hub publish …"
        )


@contextmanager
def alone(work: Path) -> Iterator[None]:
    """Two releases out of one checkout would build into the same folder."""
    import fcntl

    work.mkdir(parents=True, exist_ok=True)
    with (work / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ReleaseError("另一个 ./hub publish 正在进行，请等它结束。") from error
        yield
