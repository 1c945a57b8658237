"""Figures of one subject at different times: what becomes a series and what does not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from plugins.archive import Archive, manuscript_rows
from plugins.charts import choosing, point
from plugins.facts import feature
from plugins.manuscripts import compile_manuscript

HEAD = """---
title: {title}
slug: {slug}
date: {date}
column: 要闻
topics: [党员教育]
{more}---

"""


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "archive.sqlite", [feature()], "1")


def keep(archive: Archive, *bodies: str, dates: tuple[str, ...] = (), more: str = "") -> None:
    with archive.filling():
        for number, body in enumerate(bodies):
            date = dates[number] if dates else f"2026-11-{number + 10}"
            text = HEAD.format(title=f"第{number}篇", slug=f"n{number}", date=date, more=more) + body + "\n"
            manuscript = compile_manuscript(f"articles/n{number}.md", text.encode())
            for table, row in manuscript_rows(manuscript, archive.features):
                archive.keep({table: [row]})


def series(archive: Archive) -> list[tuple[str, str, list[tuple[str, Any]]]]:
    points = map(point, archive.fetch("facts.points_of_topic", topic="党员教育", recent=40))
    return [(one[-1].label, one[-1].unit, [(p.as_of, p.bar.value) for p in one]) for one in choosing.series(points)]


def test_ends_of_years_in_several_articles(archive: Archive) -> None:
    keep(archive, "2025年底，全市党员65.3万名。", "2023年底，全市共有党员62.9万名。截至2024年底，全市党员64.1万名。")
    assert series(archive) == [
        ("全市党员", "名", [("2023", 629000), ("2024", 641000), ("2025", 653000)])
    ]  # fmt: skip


def test_a_figure_leads_to_its_sentence(archive: Archive) -> None:
    keep(archive, "2025年，新增党组织86个。", "2024年，新增党组织近70个。")
    *_, figure = archive.fetch("facts.points_of_topic", topic="党员教育", recent=40)
    assert figure["path"] == f"/articles/n1.html#{figure['anchor']}"
    assert (figure["written"], figure["bound"]) == ("近70<small>个</small>", "approx")
    assert (figure["sentence"], figure["as_of_zh"]) == ("2024年，新增党组织近70个。", "2024年")
    assert figure["article"] == {"title": "第1篇", "path": "/articles/n1.html"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2025年，新增党组织86个。", "2026年6月，新增党组织12个。"),  # a year beside a month
        ("2025年，新增党组织86个。", "2024年，共有党组织860个。"),  # an increment beside a total
        ("2025年，历下区党组织86个。", "2024年，天桥区党组织80个。"),
        ("2025年，新增党组织86个。", "2024年，新增党员86名。"),
        ("党员夜校开课86期。", "党员夜校开课86期。"),  # the same, said twice
        ("2024年，新增党组织86个。", "2024年，新增党组织86个。"),
    ],
)
def test_what_is_not_comparable_makes_no_series(archive: Archive, one: str, other: str) -> None:
    keep(archive, one, other)
    assert series(archive) == []


def test_what_is_told_of_one_time_again_stands_once_as_the_newest_has_it(archive: Archive) -> None:
    keep(archive, "2024年，新增党组织86个。", "2024年，新增党组织88个。", "2025年，新增党组织90个。")
    assert series(archive) == [("新增党组织", "个", [("2024", 88), ("2025", 90)])]


def test_the_editor_dates_a_figure(archive: Archive) -> None:
    keep(archive, "全市党员65.3万名。", "全市党员64.1万名。", more="as_of: 2025-06\n")
    assert series(archive) == []
    more = "facts:\n  - {text: 62.9万名, as_of: 2024-06}\n"
    keep_one = (
        HEAD.format(title="补", slug="m", date="2026-11-23", more=more)
        + "全市党员62.9万名。截至6月底，全市党员65.3万名。\n"
    )
    with archive.transaction():
        for table, row in manuscript_rows(compile_manuscript("articles/m.md", keep_one.encode()), archive.features):
            archive.keep({table: [row]})
    assert series(archive) == [("全市党员", "名", [("2024-06", 629000), ("2026-06", 653000)])]
