"""A page of a long list, found by where it begins."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest

from plugins.archive import Listing, list_page

MEMBERS = "SELECT date, slug FROM entries WHERE topic = :topic ORDER BY date, slug"
CARDS = f"{MEMBERS.replace('ORDER', 'AND (date, slug) >= (:date, :slug) ORDER')} LIMIT :length"


class Entries:
    """What a list asks of an archive, over one small table."""

    def __init__(self, count: int) -> None:
        self.db = sqlite3.connect(":memory:")
        self.db.execute("CREATE TABLE entries (topic TEXT, date TEXT, slug TEXT)")
        rows = [("rural", f"2026-01-{number // 3:02}", f"s{number:02}") for number in range(count)]
        self.db.executemany("INSERT INTO entries VALUES (?, ?, ?)", [*rows, ("serve", "2026-01-01", "other")])

    def once(self, name: str, make: Any) -> Any:
        return make(self)

    def cards(self, sql: str, **values: object) -> list[str]:
        return [row[1] for row in self.db.execute(sql, values)]


def page(count: int, number: int, length: int = 4) -> dict[str, Any]:
    archive: Any = Entries(count)
    return list_page(archive, Listing("topics/rural", length), number, members=MEMBERS, cards=CARDS, topic="rural")


@pytest.mark.parametrize("count", [1, 3, 4, 7, 8, 9, 12, 23])
@pytest.mark.parametrize("length", [1, 4])
def test_the_pages_together_are_the_list(count: int, length: int) -> None:
    newest = page(count, 0, length)
    older = [page(count, number, length) for number in range(1, newest["number"])]
    shown = [slug for one in [newest, *reversed(older)] for slug in one["cards"]]
    assert shown == [f"s{number:02}" for number in reversed(range(count))]
    assert all(len(one["cards"]) == length for one in older)


def test_an_empty_list_has_one_page_without_cards() -> None:
    assert page(0, 0) == {"cards": [], "number": 1, "older": "", "newer": "", "newest": "/topics/rural/"}
