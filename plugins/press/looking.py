"""What stands in the output folder, held against what was printed there."""

from __future__ import annotations

from typing import NamedTuple

from plugins.archive import Archive

from .output import OutputFolder
from .survey import mark
from .workshop import Bench, Workshop

WORTH_SHARING = 20_000
"""Fewer pages than this are looked over sooner than a process starts."""
NOTED = "SELECT address, stat FROM printed WHERE output = ?"


class Look(NamedTuple):
    """How the folder differs from what is noted of it."""

    lost: frozenset[str]  # printed once, but not there any more, or not as they were printed
    unknown: frozenset[str]  # there, but nobody printed them
    mark: int  # of the files that are as they were printed


def look_over(archive: Archive, output: OutputFolder) -> Look:
    """Looks at every file."""
    noted = dict(archive.db.execute(NOTED, (str(output.path),)).fetchall())
    found = output.files()
    if found == noted:
        return Look(frozenset(), frozenset(), mark(noted))
    lost = frozenset(address for address, signature in noted.items() if found.get(address) != signature)
    right = {address: signature for address, signature in noted.items() if address not in lost}
    return Look(lost, frozenset(found.keys() - noted.keys()), mark(right))


def look_elsewhere(bench: Bench, _: None) -> Look:
    """The same in another process."""
    return look_over(bench.site.archive(reading=True), OutputFolder(bench.site.output))


class Lookout:
    """A look at the output folder that is taken while something else is done, where there is much to look at."""

    def __init__(self, archive: Archive, output: OutputFolder, workshop: Workshop) -> None:
        self._archive = archive
        self._output = output
        pages = archive.db.execute("SELECT COUNT(*) FROM printed").fetchone()[0]
        share = pages >= WORTH_SHARING and not archive.fresh
        self._coming = workshop.aside(look_elsewhere, None) if share else None

    def look(self) -> Look:
        """What was seen."""
        return self._coming() if self._coming is not None else look_over(self._archive, self._output)
