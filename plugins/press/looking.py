"""What stands in the output folder, held against what was printed there."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from plugins.archive import Archive

from .output import OutputFolder
from .survey import mark

NOTED = "SELECT address, stat FROM printed WHERE output = ?"


class Look(NamedTuple):
    """How the folder differs from what is noted of it."""

    lost: frozenset[str]  # printed once, but not there any more, or not as they were printed
    unknown: frozenset[str]  # there, but nobody printed them
    mark: int  # of the files that are as they were printed


def look_over(archive: Archive, output: OutputFolder, as_printed: Callable[[], int | None]) -> Look:
    """Looks at every file, unless someone has the mark of all of them, as they were printed and noted."""
    if (known := as_printed()) is not None:
        return Look(frozenset(), frozenset(), known - output.mark())
    noted = dict(archive.db.execute(NOTED, (str(output.path),)).fetchall())
    found = output.files()
    if found == noted:
        return Look(frozenset(), frozenset(), mark(noted))
    lost = frozenset(address for address, signature in noted.items() if found.get(address) != signature)
    right = {address: signature for address, signature in noted.items() if address not in lost}
    return Look(lost, frozenset(found.keys() - noted.keys()), mark(right))
