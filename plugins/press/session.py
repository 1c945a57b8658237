"""A site that is built again and again in one process, as the preview does.

Whoever watches the files says what changed, and the rest is taken to be as the build before left it. When anything but
a manuscript or a picture has changed, all is opened and looked at anew.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

from .host import open_host
from .machine import told
from .report import Report
from .run import Known, make
from .site import Site


class Session:
    """One site, opened once."""

    def __init__(self, settings: Path, overrides: Mapping[str, Any] | None = None) -> None:
        self.settings = settings
        self.overrides = dict(overrides or {})
        self._site: Site | None = None
        self._known = Known(recorded=False)

    @told()
    def build(self, changed: Collection[Path] = (), ready: Callable[[], object] | None = None) -> Report:
        """Builds the site; `changed` is everything that changed since the build before, of whatever kind.

        `ready` is called when the changed manuscripts' own pages stand, and again when all others do, before the
        exports that grow with the site are written; not at all where there are faults.
        """
        site, self._site = self._site, None  # who knows what stands where, if the build breaks off?
        if site is None or not site.cache.is_dir() or not self._inside(site, changed):
            self._known = Known(recorded=False)
            site = open_host(self.settings, self.overrides).site()
        self._known.ready = ready
        report = make(site, known=self._known)
        self._site = site
        return report

    def _inside(self, site: Site, changed: Collection[Path]) -> bool:
        """Whether all of it lies under content/; if so it is noted."""
        root = os.path.realpath(site.content) + os.sep
        paths = [os.path.realpath(path.parent) + os.sep + path.name for path in changed]
        self._known.changed |= {path.removeprefix(root) for path in paths}
        return all(path.startswith(root) for path in paths)
