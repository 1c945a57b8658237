"""What a build needs to know of a site: its settings, its features, its templates' environment and its places."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment

from plugins.archive import Archive, Family, Feature
from plugins.settings import load

from .settings import PressSettings

CODE = Path(__file__).resolve().parent.parent
LIBRARIES = ("pelican", "markdown", "jinja2", "pydantic", "pyyaml", "feedgenerator")


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

    @property
    def content(self) -> Path:
        return Path(self.settings["PATH"])

    @property
    def cache(self) -> Path:
        return Path(self.settings["CACHE_PATH"])

    @property
    def archive_path(self) -> Path:
        return self.cache / "archive.sqlite"

    @property
    def output(self) -> Path:
        return Path(self.settings["OUTPUT_PATH"])

    @property
    def theme(self) -> Path:
        return Path(self.settings["THEME"])

    def press_settings(self) -> PressSettings:
        return load(PressSettings, self.settings)

    def archive(self, *, reading: bool = False) -> Archive:
        """The archive, made anew where the file is not of this very code; never by a process that is only `reading`."""
        return Archive(self.archive_path, self.features, code_version(), reading=reading)

    def room_settings(self) -> list[dict[str, Any]]:
        """The settings of all features as plain values."""
        return [load(feature.settings, self.settings).values() for feature in self.features if feature.settings]

    def manner(self) -> dict[str, dict[str, str]]:
        """How templates are read."""
        return manner(self.settings)

    def families(self) -> dict[str, Family]:
        """The features' families by name in the order of planning, so that the sitemap's comes last."""
        families: dict[str, Family] = {}
        for feature in self.features:
            settings = load(feature.settings, self.settings) if feature.settings else None
            for family in feature.families(settings) if feature.families else ():
                families[family.name] = family
        return families


def manner(settings: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Settings of Jinja that are not templates; functions and classes by name, for they have no other lasting mark."""
    return {
        name: {key: _named(value) for key, value in settings.get(name, {}).items()}
        for name in ("JINJA_ENVIRONMENT", "JINJA_FILTERS", "JINJA_GLOBALS", "JINJA_TESTS")
    }


def _named(value: object) -> str:
    name = getattr(value, "__qualname__", None)
    return f"{getattr(value, '__module__', '')}.{name}" if name else repr(value)


@cache
def code_version() -> str:
    """A fingerprint of our own code, its data and the libraries that pages depend on: another one makes all anew."""
    mark = hashlib.blake2s(sys.version.encode())
    for path in sorted(path for path in CODE.rglob("*") if path.suffix != ".pyc" and path.is_file()):
        mark.update(path.relative_to(CODE).as_posix().encode() + path.read_bytes())
    mark.update(repr([version(name) for name in LIBRARIES]).encode())
    return mark.hexdigest()
