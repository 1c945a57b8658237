"""The theme as inputs: its style sheets, static files under fingerprinted names, and templates' closures."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment

from plugins.archive import Archive, Page, digest

from .references import references
from .sheets import assembled
from .squeezing import squeezed_script


class TemplateError(Exception):
    """A template includes another under a name that is only known when it runs, so that its fingerprint would lie."""


class Theme:
    """theme/ as bytes with addresses; `styles` of features end each style sheet."""

    def __init__(self, folder: Path, styles: str = "") -> None:
        self.folder = folder
        self.styles = styles

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Every static file by its plain name, the style sheets among them."""
        static = self.folder / "static"
        found = {
            path.relative_to(static).as_posix(): _lean(path)
            for path in sorted(static.rglob("*"))
            if path.is_file()
            and path.suffix != ".css"
            and not path.name.startswith(".")
            and not path.name.endswith("~")
        }
        return found | {name: (css + self.styles).encode() for name, css in assembled(self.folder).items()}

    @cached_property
    def addresses(self) -> dict[str, str]:
        """Plain names → addresses that change with the bytes, so that a host may keep them for ever."""
        return {name: _fingerprinted(name, data) for name, data in self.files.items()}


def _lean(path: Path) -> bytes:
    """A static file as it is served."""
    return squeezed_script(path.read_text("utf-8")).encode() if path.suffix == ".js" else path.read_bytes()


def _fingerprinted(name: str, data: bytes) -> str:
    mark = hashlib.blake2s(data, digest_size=5).hexdigest()
    stem, dot, suffix = name.rpartition(".")
    return f"theme/{stem}.{mark}{dot}{suffix}"


class Closures:
    """Fingerprints of templates with all that they extend, include and import; each template is read once."""

    def __init__(self, env: Environment) -> None:
        self.env = env
        self._read: dict[str, tuple[str, frozenset[str]]] = {}

    def of(self, name: str) -> str:
        """The fingerprint of a template's closure."""
        seen: dict[str, str] = {}
        pending = {name}
        while pending:
            current = pending.pop()
            seen[current], others = self._template(current)
            pending |= others - seen.keys()
        return digest(sorted(seen.items()))

    def _template(self, name: str) -> tuple[str, frozenset[str]]:
        """A template's source, and the names of those that it refers to."""
        if name not in self._read:
            assert self.env.loader is not None
            source = self.env.loader.get_source(self.env, name)[0]
            found = references(source)
            if "" in found:
                raise TemplateError(f"模板 {name} 引用了名字不固定的模板；请写明名字。")
            self._read[name] = source, frozenset(found)
        return self._read[name]


class StaticFiles:
    """The theme's files, as pages of their own kind."""

    name = "static"
    template = ""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def plan(self, archive: Archive) -> Iterator[Page]:
        del archive
        for name, address in self.theme.addresses.items():
            yield Page(address, name, address, listed=False)

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        del archive
        return {"data": self.theme.files[key]}

    def render(self, inputs: dict[str, Any]) -> bytes:
        """The bytes as they are."""
        data: bytes = inputs["data"]
        return data
