"""The sitemap for readers (网站地图): columns, topics, series, years and months, data and plain pages on one page.

What there is, other rooms plan: the guide is planned behind them, and reads their plans.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.archive import Archive, Page, date_zh, digest, site_path

SERIES = "SELECT key AS title, address FROM planned WHERE family = 'series' AND listed ORDER BY address"
MONTHS = "SELECT key, address FROM planned WHERE family = 'months' AND listed ORDER BY address DESC"


class Guide:
    """One page that leads everywhere."""

    name = "guide"
    template = "sitemap.html"

    def plan(self, archive: Archive) -> Iterator[Page]:
        yield Page("sitemap/index.html", "", digest(self.inputs(archive, "")))

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        sections = archive.sections
        groups = [
            ("栏目", "/columns/", _refs(sections["column"])),
            ("专题", "/topics/", _refs(sections["topic"])),
            (
                "系列报道",
                "",
                [{"title": row["title"], "path": site_path(row["address"])} for row in archive.ask(SERIES)],
            ),
            ("往期", "/archive/", _months(archive)),
            ("数据与大事", "", [{"title": "大事记", "path": "/timeline/"}, {"title": "数据台账", "path": "/data/"}]),
            ("本站", "", _refs(sections["page"])),
        ]
        return {
            "page": {
                "title": "网站地图",
                "description": "本站全部栏目、专题、系列报道、往期和说明页的入口。",
                "section": "",
                "feed": "",
            },
            "groups": [{"title": title, "path": path, "refs": refs} for title, path, refs in groups if refs],
        }


def _refs(known: dict[str, str]) -> list[dict[str, str]]:
    return [{"title": title, "path": path} for title, path in known.items()]


def _months(archive: Archive) -> list[dict[str, str]]:
    """The months that have articles, newest first."""
    return [{"title": date_zh(row["key"]), "path": site_path(row["address"])} for row in archive.ask(MONTHS)]
