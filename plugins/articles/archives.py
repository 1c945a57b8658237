"""The archive by date: an index of years and months, and a page for each month."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from plugins.archive import Archive, Page, around, date_zh, digest, grouped, site_path

from .tables import NEWEST_FIRST, PUBLISHED

MONTHS = f"""
    SELECT substr(date, 1, 7) AS month, COUNT(*) AS count FROM manuscripts
    WHERE {PUBLISHED} GROUP BY month ORDER BY month
"""
MEMBERS = f"""
    SELECT substr(date, 1, 7) AS month, card_stamp FROM manuscripts WHERE {PUBLISHED} ORDER BY month, {NEWEST_FIRST}
"""
CARDS = f"SELECT card FROM manuscripts WHERE {PUBLISHED} AND date >= :first AND date < :last ORDER BY {NEWEST_FIRST}"


def _ref(month: str | None) -> dict[str, str] | None:
    return {"title": date_zh(month), "path": site_path(f"archive/{month}.html")} if month else None


class MonthPages:
    """One page a month that has articles."""

    name = "months"
    template = "month.html"

    def plan(self, archive: Archive) -> Iterator[Page]:
        groups = list(grouped(archive.ask(MEMBERS)))
        months = [month for month, _ in groups]
        for month, stamps in groups:
            yield Page(f"archive/{month}.html", month, digest([stamps, around(months, month)]))

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        cards = archive.cards(CARDS, first=key, last=key + "~")  # "~" sorts behind every digit and hyphen
        months = [row["month"] for row in archive.ask(MONTHS)]
        older, newer = around(months, key)
        title = date_zh(key)
        return {
            "page": {"title": title, "description": f"{title}的全部稿件。", "section": "archive", "feed": ""},
            "month": {"title": title, "date": key},
            "days": [
                {"date": day, "date_zh": date_zh(day), "cards": list(members)}
                for day, members in groupby(cards, key=lambda card: card["date"])
            ],
            "older": _ref(older),
            "newer": _ref(newer),
        }


class ArchiveIndex:
    """Years and months, newest first, with how many articles each has."""

    name = "archive"
    template = "archive.html"

    def plan(self, archive: Archive) -> Iterator[Page]:
        yield Page("archive/index.html", "", digest([tuple(row) for row in archive.ask(MONTHS)]))

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        months = [
            {"title": f"{int(row['month'][5:])}月", "path": site_path(f"archive/{row['month']}.html"),
             "count": row["count"], "year": row["month"][:4]}
            for row in reversed(archive.ask(MONTHS))
        ]  # fmt: skip
        years = [{"year": year, "months": list(of)} for year, of in groupby(months, key=lambda month: month["year"])]
        return {
            "page": {
                "title": "往期",
                "description": "按年月查阅全部稿件。",
                "section": "archive",
                "feed": "",
            },
            "years": years,
        }
