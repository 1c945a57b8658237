"""The one page: the examples of every component, as their own files have them; nothing is typed twice.

The template calls the macros and sets each example into frames, a document of its own with a scheme, a view and a
width of its own, so that ids and headings of several examples don't meet.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from plugins.archive import Archive, Page

from .settings import StyleguideSettings


class StyleguidePage:
    """/styleguide/, which search engines and the sitemap don't know."""

    name = "styleguide"
    template = "styleguide.html"

    def __init__(self, settings: StyleguideSettings) -> None:
        self.examples = Path(settings.THEME) / "components"

    def outside(self) -> str:
        """The fingerprint of what lies neither in the archive nor in the template: the examples."""
        mark = hashlib.blake2s(digest_size=12)
        for path in self._files():
            mark.update(path.parent.name.encode() + b"\0" + path.read_bytes())
        return mark.hexdigest()

    def _files(self) -> list[Path]:
        return sorted(self.examples.glob("*/examples.yaml"))

    def plan(self, archive: Archive) -> Iterator[Page]:
        del archive
        yield Page("styleguide/index.html", "", "", listed=False)

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        del archive, key
        import yaml

        return {
            "page": {"title": "组件一览", "description": "每个组件和它的例子。", "section": "", "feed": ""},
            "components": [
                {"name": path.parent.name, "examples": yaml.safe_load(path.read_text("utf-8"))}
                for path in self._files()
            ],
        }
