"""The archive by date: an index of years and months, and a page for each month."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import groupby
from typing import Any

from plugins.archive import Archive, Page, around, date_zh, digest, site_path

from .settings import ArticleSettings
from .tables import NEWEST_FIRST, PUBLISHED

MONTHS = f"""
    WITH RECURSIVE steps (month) AS (
        SELECT substr(MIN(date), 1, 7) FROM manuscripts WHERE {PUBLISHED} UNION ALL
        SELECT (SELECT substr(MIN(date), 1, 7) FROM manuscripts WHERE {PUBLISHED} AND date > month || '~')
        FROM steps WHERE month IS NOT NULL
    )
    SELECT month FROM steps WHERE month IS NOT NULL
"""
"""From one to the next along the index, without a look at every article. "~" sorts behind every digit and hyphen."""
COUNTS = f"""
    SELECT substr(date, 1, 7) AS month, COUNT(*) AS count FROM manuscripts
    WHERE {PUBLISHED} GROUP BY month ORDER BY month
"""
MONTH_OF = f"SELECT substr(date, 1, 7) AS month FROM manuscripts WHERE path = :path AND {PUBLISHED}"
STAMPS = (
    f"SELECT card_stamp FROM manuscripts WHERE {PUBLISHED} AND date >= :first AND date < :last ORDER BY {NEWEST_FIRST}"
)
RECENT = f"SELECT title, address, date FROM manuscripts WHERE {PUBLISHED} ORDER BY {NEWEST_FIRST} LIMIT :limit"
CARDS = f"SELECT card FROM manuscripts WHERE {PUBLISHED} AND date >= :first AND date < :last ORDER BY {NEWEST_FIRST}"


def _months(archive: Archive) -> list[str]:
    """The months that have articles, oldest first."""
    return archive.once("articles.months", lambda archive: [row["month"] for row in archive.ask(MONTHS)])


def _counts(archive: Archive) -> dict[str, int]:
    """How many articles each month has."""
    known = archive.once("articles.counts", lambda archive: archive.ask(COUNTS))
    return {row["month"]: row["count"] for row in known}


def _within(month: str) -> dict[str, str]:
    """The days of a month as the limits of a query."""
    return {"first": month, "last": month + "~"}


def _ref(month: str | None) -> dict[str, str] | None:
    return {"title": date_zh(month), "path": site_path(f"archive/{month}.html")} if month else None


class MonthPages:
    """One page a month that has articles."""

    name = "months"
    template = "month.html"

    def plan(self, archive: Archive, scopes: Collection[str] | None = None) -> Iterator[Page]:
        months = _months(archive)
        for month in months if scopes is None else sorted(set(months).intersection(scopes)):
            stamps = [row[0] for row in archive.ask(STAMPS, **_within(month))]
            yield Page(f"archive/{month}.html", month, digest([stamps, around(months, month)]), scope=month)

    def scopes_of(self, archive: Archive, path: str) -> list[str]:
        """The month, and those on both sides: theirs are the links to it."""
        for row in archive.ask(MONTH_OF, path=path):
            return [row["month"], *filter(None, around(_months(archive), row["month"]))]
        return []

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        cards = archive.cards(CARDS, **_within(key))
        older, newer = around(_months(archive), key)
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
    """Years and months, newest first, with how many articles each has, beside the newest titles."""

    name = "archive"
    template = "archive.html"

    def __init__(self, settings: ArticleSettings) -> None:
        self.settings = settings

    def plan(self, archive: Archive) -> Iterator[Page]:
        yield Page("archive/index.html", "", digest([_counts(archive), self._recent(archive)]))

    def _recent(self, archive: Archive) -> list[dict[str, str]]:
        """The newest articles: title, address and day."""
        rows = archive.ask(RECENT, limit=self.settings.LIST_LENGTH)
        return [
            {"title": title, "path": site_path(address), "date": date[:10], "date_zh": date_zh(date[:10])}
            for title, address, date in rows
        ]

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        months = [
            {"title": f"{int(month[5:])}月", "path": site_path(f"archive/{month}.html"), "count": count,
             "year": month[:4]}
            for month, count in reversed(_counts(archive).items())
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
            "days": [
                {"date": day, "date_zh": date_zh(day), "cards": list(members)}
                for day, members in groupby(self._recent(archive), key=lambda card: card["date"])
            ],
        }
