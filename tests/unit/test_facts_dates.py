"""As of when a figure holds."""

from __future__ import annotations

import pytest

from plugins.manuscripts.as_of import as_of, last_day


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("", "2026-11"), ("2017/", "2026-11"), ("/2026-06", "2026-06"), ("2026-01/2026-06", "2026-06"),
        ("2026-06-18", "2026-06-18"),
        ("2026", "2026"), ("2026-11", "2026-11"), ("/2027", "2026-11"), ("2026-12", "2026-11"),
    ],
)  # fmt: skip
def test_a_figure_holds_at_the_end_of_its_time_but_never_after_its_article(when: str, expected: str) -> None:
    assert as_of(when, "2026-11", "2026-11-22") == expected


@pytest.mark.parametrize(
    ("date", "day"),
    [("2025", "2025-12-31"), ("2026-02", "2026-02-28"), ("2026-06-18", "2026-06-18"), ("2026", "2026-11-22")],
)
def test_for_machines_it_is_a_day(date: str, day: str) -> None:
    assert last_day(date, "2026-11-22") == day
