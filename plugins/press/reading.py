"""The archive for whoever reads it and prints nothing: brought up to what stands under content/."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from plugins.archive import Archive
from plugins.manuscripts import Fault

from .intake import take_in
from .run import alone
from .site import Site
from .stages import Stages
from .survey import survey
from .workshop import Workshop


@contextmanager
def reading(site: Site) -> Iterator[tuple[Archive, list[Fault]]]:
    """The archive, and what is wrong with manuscripts. A build that follows prints what changed as it would have.

    No build works in the same cache meanwhile.
    """
    settings = site.press
    processes = settings.PRESS_JOBS or os.cpu_count() or 1
    with alone(site.cache), site.archive() as archive:
        with Workshop(site, processes, settings.PRESS_EXECUTOR) as workshop:
            found = survey(site.content)
            stages = Stages()
            with stages.stage("compile", len(found.files)):
                intake = take_in(archive, site.content, found, site.families(), workshop, stages)
        yield archive, intake.faults
