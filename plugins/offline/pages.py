"""Two files that no manuscript has a part in: they follow from the theme and the site's furniture alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.archive import Archive, Page

DESCRIPTION = "没有网络时能看的页面。"


class OfflinePage:
    """What is shown in place of a page that was never visited, while there is no network."""

    name = "offline"
    template = "offline.html"

    def plan(self, archive: Archive) -> Iterator[Page]:
        del archive
        yield Page("offline/index.html", "", "", listed=False)

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        del archive, key
        return {"page": {"title": "没有网络", "description": DESCRIPTION, "section": "", "feed": ""}}


class Worker:
    """The service worker. It must lie at the site's root: a worker has a say in what lies below it."""

    name = "worker"
    template = "workers/sw.js"

    def plan(self, archive: Archive) -> Iterator[Page]:
        del archive
        yield Page("sw.js", "", "", listed=False)

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        del archive, key
        return {"page": {}}
