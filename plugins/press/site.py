"""What a build needs to know of a site: its settings, its features, its templates' environment and its places."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment

from plugins.archive import Archive, Family, Feature
from plugins.images.shelf import Shelf
from plugins.settings import Model, RoomSettings, load

from .engine import manner
from .pictures import PictureFiles
from .settings import PressSettings

CODE = Path(__file__).resolve().parent.parent
LIBRARIES = (
    "pelican",
    "markdown",
    "rjieba",
    "fonttools",
    "brotli",
    "jinja2",
    "pydantic",
    "pyyaml",
    "feedgenerator",
    "pillow",
)


class Order(NamedTuple):
    """How another machine finds the same site: its settings file, and what the caller put over it."""

    settings: str
    overrides: dict[str, Any]

    def site(self) -> Site:
        from .host import open_host

        return open_host(Path(self.settings), self.overrides).site()


@dataclass(frozen=True)
class Site:
    """One site on one machine."""

    settings: dict[str, Any]
    features: Sequence[Feature]
    env: Environment
    order: Order | None
    version: str
    """Of our code and the libraries that pages depend on."""
    memory: dict[str, Any] | None = None
    """What the site was opened from, if not by Pelican; then its settings have been checked."""

    @property
    def content(self) -> Path:
        return Path(self.settings["PATH"])

    @property
    def cache(self) -> Path:
        return Path(self.settings["CACHE_PATH"])

    @property
    def archive_path(self) -> Path:
        return self.cache / "archive.sqlite"

    @cached_property
    def shelf(self) -> Shelf:
        """Where encoded pictures are kept."""
        return Shelf(self.cache / "images")

    @property
    def output(self) -> Path:
        return Path(self.settings["OUTPUT_PATH"])

    @property
    def theme(self) -> Path:
        return Path(self.settings["THEME"])

    @cached_property
    def press(self) -> PressSettings:
        return self._of(PressSettings)

    @cached_property
    def rooms(self) -> dict[str, RoomSettings | None]:
        """The settings of the features, by the features' names."""
        return {of.name: self._of(of.settings) if of.settings else None for of in self.features}

    def _of(self, room: type[Model]) -> Model:
        return load(room, self.settings, checked=self.memory is not None)

    def archive(self, *, reading: bool = False) -> Archive:
        """The archive, made anew where the file is not of this very code; never by a process that is only `reading`."""
        return Archive(self.archive_path, self.features, self.version, reading=reading)

    def room_settings(self) -> list[dict[str, Any]]:
        """The settings of all features as plain values."""
        return [settings.values() for settings in self.rooms.values() if settings is not None]

    def styles(self) -> str:
        """What the features add to the style sheet."""
        return "".join(of.styles(self.rooms[of.name]) for of in self.features if of.styles)

    def manner(self) -> dict[str, dict[str, str]]:
        """How templates are read."""
        return manner(self.settings)

    def families(self) -> dict[str, Family]:
        """The features' families by name in the order of planning, so that the sitemap's comes last."""
        pictures = PictureFiles(self.shelf, self.content, drafts=self.press.PRINT_DRAFTS)
        families: dict[str, Family] = {pictures.name: pictures}
        for feature in self.features:
            for family in feature.families(self.rooms[feature.name]) if feature.families else ():
                families[family.name] = family
        return families


@cache
def code_version() -> str:
    """A fingerprint of our own code, its data and the libraries that pages depend on: another one makes all anew."""
    from importlib.metadata import version

    mark = hashlib.blake2s(sys.version.encode())
    for path in sorted(path for path in CODE.rglob("*") if path.suffix != ".pyc" and path.is_file()):
        mark.update(path.relative_to(CODE).as_posix().encode() + path.read_bytes())
    mark.update(repr([version(name) for name in LIBRARIES]).encode())
    return mark.hexdigest()
