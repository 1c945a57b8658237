"""The page that searches. It carries the list of the segments, so that the first question needs no file before it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from plugins.archive import Archive, Page, digest
from plugins.fulltext.grams import Cut

from .settings import SearchSettings
from .shards import TOGETHER, layout

YEARS = "SELECT DISTINCT substr(date, 1, 4) AS year FROM search_heads ORDER BY year DESC"

ABOUT = "在全部稿件的标题、摘要和正文里找字句和数字。"


class SearchPage:
    """The form, what it can be narrowed by, and the ways on for those without a script."""

    name = "search"
    template = "search.html"

    def __init__(self, settings: SearchSettings) -> None:
        self.settings = settings

    def plan(self, archive: Archive) -> Iterator[Page]:
        yield Page("search/index.html", "", digest(self.inputs(archive, "")))

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        found = layout(archive, self.settings)
        cuts = [(name, len(of.articles), Cut(len(of.articles))) for name, of in found.items()]
        sections = archive.sections
        return {
            "page": {"title": "搜索", "description": ABOUT, "section": "search", "feed": ""},
            "index": json.dumps(
                [TOGETHER, *[[name, count, cut.classes, cut.parts] for name, count, cut in cuts]], separators=(",", ":")
            ),
            "articles": sum(count for _, count, _ in cuts),
            "topics": [{"title": title, "path": path} for title, path in sections["topic"].items()],
            "columns": [{"title": title, "path": path} for title, path in sections["column"].items()],
            "years": [row["year"] for row in archive.ask(YEARS)],
        }
