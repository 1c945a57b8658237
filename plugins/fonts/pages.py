"""The slices as files, one for each stretch of characters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from plugins.archive import Archive, Page, digest

from .settings import FontSettings
from .slices import address, cut, fingerprint, sliced

TITLES = "SELECT title FROM manuscripts WHERE kind = 'article'"


class FontSlices:
    """What headlines need of the font. A slice hangs on its characters: a title of known ones changes nothing."""

    name = "headline-font"
    template = ""
    apart = True

    def __init__(self, settings: FontSettings, font: Path) -> None:
        self.settings = settings
        self.font = font

    def plan(self, archive: Archive) -> Iterator[Page]:
        mark = fingerprint(self.font)
        for number, chars in self._slices(archive).items():
            yield Page(address(number), str(number), digest([mark, chars]), listed=False)

    def _slices(self, archive: Archive) -> dict[int, str]:
        def of_titles(archive: Archive) -> dict[int, str]:
            return sliced("".join([row[0] for row in archive.ask(TITLES)]) + self.settings.SITENAME + "0123456789")

        return archive.once("fonts.slices", of_titles)

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        slices = self._slices(archive)
        return {"chars": slices[int(key)], "every": "".join(slices.values())}

    def render(self, inputs: dict[str, Any]) -> bytes:
        return cut(self.font, inputs["chars"], inputs["every"])
