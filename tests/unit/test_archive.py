"""Lists cut into pages, bodies with addresses, dates in Chinese: what the archive works out beside its queries."""

from __future__ import annotations

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive import Listing, date_zh, root, slices
from plugins.archive.bodies import resolve
from plugins.facts.export import number
from plugins.timeline.extract import datetime_value, in_chinese, period


@given(count=st.integers(0, 500), length=st.integers(1, 30))
def test_slices_hold_every_entry_once_and_all_but_the_newest_are_full(count: int, length: int) -> None:
    parts = slices(count, length)
    assert [index for part in parts for index in range(part.start, part.end)] == list(range(count))
    assert all(part.end - part.start == length for part in parts[:-1])
    assert [part.newest for part in parts] == [False] * (len(parts) - 1) + [True]
    assert parts[-1].end - parts[-1].start < 2 * length


@given(count=st.integers(1, 200), length=st.integers(1, 20))
def test_a_new_entry_prints_at_most_three_pages_of_its_list(count: int, length: int) -> None:
    listing = Listing("topics/x", length)
    stamps = [str(number) for number in range(count + 1)]
    before = {page.address: page.stamp for page in listing.plan("x", stamps[:count])}
    after = {page.address: page.stamp for page in listing.plan("x", stamps)}
    changed = {address for address in after if before.get(address) != after[address]}
    assert "topics/x/index.html" in changed
    assert len(changed) <= 3


@given(count=st.integers(0, 200), length=st.integers(1, 20))
def test_links_between_pages_of_a_list_meet(count: int, length: int) -> None:
    listing, parts = Listing("columns/x", length), slices(count, length)
    links = [listing.links(parts, part.number) for part in parts]
    for older, newer in itertools.pairwise(links):
        assert older["newer"].rpartition("/")[2] == listing.address(parts[newer["number"] - 1]).rpartition("/")[
            2
        ].replace("index.html", "")
        assert newer["older"].endswith(f"/{older['number']}.html")
    assert links[0]["older"] == links[-1]["newer"] == ""


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("", ""),
        ("2026", "2026年"),
        ("2026-06", "2026年6月"),
        ("2026-06-08", "2026年6月8日"),
        ("2026-11-23 09:30", "2026年11月23日"),
    ],
)
def test_dates_are_shown_in_chinese(date: str, shown: str) -> None:
    assert date_zh(date) == shown


@pytest.mark.parametrize(
    ("date", "short", "long", "under", "valid"),
    [
        ("2026-06-18", "6月18日", "2026年6月18日", "2026-06", "2026-06-18"),
        ("2026-06", "6月", "2026年6月", "2026-06", "2026-06"),
        ("2004", "2004年", "2004年", "2004", "2004"),
        ("2026-H1", "上半年", "2026年上半年", "2026", ""),
        ("2026-Q3", "三季度", "2026年三季度", "2026", ""),
        ("--06-14", "6月14日", "6月14日", "", ""),
        ("2026-06-18/2026-06-20", "6月18日至20日", "2026年6月18日至20日", "2026-06", ""),
        ("2026-06-30/2026-07-02", "6月30日至7月2日", "2026年6月30日至7月2日", "2026-06", ""),
        ("2026-12-30/2027-01-02", "12月30日至2027年1月2日", "2026年12月30日至2027年1月2日", "2026-12", ""),
    ],
)
def test_events_are_filed_and_shown_by_their_dates(date: str, short: str, long: str, under: str, valid: str) -> None:
    assert in_chinese(date, year=False) == short
    assert in_chinese(date, year=True) == long
    assert period(date) == under
    assert datetime_value(date) == valid


def test_references_become_addresses() -> None:
    html = '<a href="hub:articles/b.md#下-一">b</a><img src="hub:images/图 1&amp;2.png" alt="">'
    made = resolve(html, {"articles/b.md": "/articles/b.html"}, "/hub")
    assert made == '<a href="/hub/articles/b.html#下-一">b</a><img src="/hub/images/%E5%9B%BE%201%262.png" alt="">'


@pytest.mark.parametrize(
    ("site_url", "path"), [("", ""), ("https://hub.example", ""), ("https://hub.example/jinan/", "/jinan")]
)
def test_the_root_is_what_stands_behind_the_host(site_url: str, path: str) -> None:
    assert root(site_url) == path


@pytest.mark.parametrize(
    ("value", "written"),
    [(48000.0, "48000"), (65.3, "65.3"), (0.1 + 0.2, "0.3"), (-6.4, "-6.4"), (2 / 3, "0.666666666667")],
)
def test_values_are_numbers_without_noise(value: float, written: str) -> None:
    assert number(value) == written
    assert json.loads(written) == pytest.approx(value)
