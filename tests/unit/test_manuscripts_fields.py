"""Front matter that is right: how each field's ways of writing are read."""

from __future__ import annotations

from typing import Any

import pytest

from plugins.manuscripts import compile_manuscript
from tests.unit.manuscript_samples import article, codes_of, compiled


def front(fields: str) -> dict[str, Any]:
    return compiled("近70名学员来到泉边。", fields).front


def page(front: str) -> dict[str, Any]:
    return compile_manuscript("pages/a.md", f"---\n{front}---\n\n正文。\n".encode()).front


@pytest.mark.parametrize("title", ["2026", "2026-06-18", "yes", "3.10", "0x1F", "是", "null 值", "1_000", "12:30"])
def test_a_title_is_its_written_text(title: str) -> None:
    assert page(f"title: {title}\nslug: a\n") == {"title": title, "slug": "a"}


def test_a_slug_of_digits_is_text() -> None:
    assert page("title: 甲\nslug: 2026\n")["slug"] == "2026"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-06-18", "2026-06-18"),
        ("2026-6-8", "2026-06-08"),
        ("2026-06-18 09:30", "2026-06-18 09:30"),
        ("2026-06-18T9:05", "2026-06-18 09:05"),
        ("2026-06-18 09:30:00", "2026-06-18 09:30"),
        ("'2026-06-18'", "2026-06-18"),
    ],
)
def test_dates(written: str, read: str) -> None:
    assert front(f"corrections:\n  - date: {written}\n    text: 改一字。\n")["corrections"][0]["date"] == read


@pytest.mark.parametrize(("written", "read"), [("2026", "2026"), ("2026-6", "2026-06"), ("2026-06-18", "2026-06-18")])
def test_as_of(written: str, read: str) -> None:
    assert front(f"as_of: {written}\n")["as_of"] == read


@pytest.mark.parametrize(
    "value", ["2026-06-18T09:30+08:00", "2026-06-18 24:00", "2026-13-01", "2023-02-29", "0000-01-01"]
)
def test_dates_that_are_none(value: str) -> None:
    (code,) = codes_of(article("课堂。", f"corrections:\n  - date: {value}\n    text: 改一字。\n"))
    assert code in ("date-form", "date-impossible")


def test_one_text_is_a_list_of_one() -> None:
    assert front("tags: 泉边\n")["tags"] == ["泉边"]


def test_empty_optional_fields_are_left_out() -> None:
    assert front("kicker:\ntags: []\nsummary: ''\n") == front("")
    assert front("")["status"] == "published"


@pytest.mark.parametrize("image", ["images/a.png", "../images/a.png", "../../images/a.png", "/images/a.png"])
def test_image_is_a_path_under_content(image: str) -> None:
    assert front(f"image: {image}\nimage_alt: 泉\n")["image"] == "images/a.png"


@pytest.mark.parametrize("alias", ["/old/", "/2025/旧稿.html", "/a/b.html"])
def test_aliases(alias: str) -> None:
    assert front(f"aliases: [{alias}]\n")["aliases"] == [alias]


@pytest.mark.parametrize(
    "alias",
    ["old/", "/old", "/a/../b/", "/a/%2e%2e/b/", "//example.org/", "https://example.org/", "/a?b.html", "/a b/"],
)
def test_addresses_that_no_alias_may_have(alias: str) -> None:
    assert codes_of(article("课堂。", f"aliases: ['{alias}']\n")) == ["alias-form"]


def test_flags_may_be_chinese() -> None:
    assert front("facts:\n  - text: 近70名\n    pin: 是\n    hide: 否\n")["facts"][0]["pin"] is True


def test_the_year_of_the_date_is_the_context_of_dates() -> None:
    assert compiled("6月18日开课。").events[0].event.date == "2026-06-18"
    assert compiled("6月18日开课。", "year: 2025\n").events[0].event.date == "2025-06-18"


def test_topics_and_columns_need_no_body() -> None:
    for folder in ("topics", "columns"):
        done = compile_manuscript(f"{folder}/a.md", "---\ntitle: 甲\nslug: a\nlead: 导语。\n---\n".encode())
        assert (done.kind, done.html, done.text, done.summary) == (folder[:-1], "", "", "")


def test_picks_are_a_topics_alone() -> None:
    text = "---\ntitle: 甲\nslug: a\npicks: [../articles/2026/a.md]\n---\n"
    assert codes_of(text, "topics/a.md") == []
    assert codes_of(text, "columns/a.md") == ["field-unknown"]
