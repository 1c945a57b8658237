"""Faults between files stop the press, are located, and are told again until they are mended."""

from __future__ import annotations

import re

import pytest

from plugins import press
from plugins.settings import SettingsError
from tests.rebuild.little import Little, files


def test_a_fault_stops_the_press_and_the_old_site_stays(little: Little) -> None:
    before = files(little.output)
    little.replace("articles/a.md", "column: 要闻", "colunm: 要闻")
    little.replace("articles/b.md", "date: 2026-03-02 09:00", "date: 2026-02-30 09:00")
    (little.content / "articles/notes.txt").write_text("随手记的", "utf-8")
    report = little.build()
    assert report.errors == 3
    assert {fault.split(":")[0] for fault in report.faults} == {
        f"articles/{name}" for name in ("a.md", "b.md", "notes.txt")
    }
    assert files(little.output) == before
    (little.content / "articles/notes.txt").unlink()
    little.replace("articles/a.md", "colunm: 要闻", "column: 要闻")
    little.replace("articles/b.md", "date: 2026-02-30 09:00", "date: 2026-03-02 09:00")
    assert little.printed() == set()


def test_the_account_of_an_import_may_lie_beside_its_manuscript_only(little: Little) -> None:
    report = little.content / "articles/a.report.json"
    report.write_text("{}", "utf-8")
    assert little.printed() == set()
    moved = report.rename(little.content / "articles/gone.report.json")
    assert [fault.split(":")[0] for fault in little.build().faults] == ["articles/gone.report.json"]
    moved.unlink()
    assert little.printed() == set()


@pytest.mark.parametrize(
    ("path", "old", "new", "words"),
    [
        ("articles/a.md", "topics: [乡村振兴]", "topics: [乡村振新]", "乡村振兴（最接近）"),
        ("articles/a.md", "column: 要闻", "column: 要问", "要闻"),
        ("articles/b.md", "slug: b", "slug: a", "articles/a.md"),
        ("articles/b.md", "](a.md)", "](gone.md)", "gone.md"),
        ("articles/b.md", "](a.md)", "](a.md#没有)", "没有"),
        ("articles/b.md", "](a.md)", "](a.md)![图](../images/x.png)", "images/x.png"),
    ],
)
def test_faults_between_files_are_located_and_name_the_way_out(
    little: Little, path: str, old: str, new: str, words: str
) -> None:
    little.replace(path, old, new)
    (fault,) = little.build().faults
    lines = (little.content / path).read_text("utf-8").splitlines()
    at = next(number for number, line in enumerate(lines, 1) if new.rstrip("]").rstrip(")") in line)
    assert fault.startswith(f"{path}:{at}:")
    assert words in fault
    assert "^" in fault


def test_a_link_may_lead_to_any_part_of_another_article(little: Little) -> None:
    page = (little.output / "articles/a.html").read_text("utf-8")
    (figure, *_) = re.findall(r'<data id="([^"]+)"', page)
    little.replace("articles/a.md", "4月2日，第一批", "## 春天 与“路”\n\n4月2日，第一批")
    little.replace("articles/b.md", "](a.md)", f"](a.md#春天-与-路)，[里程](a.md#{figure})")
    assert little.build().faults == []
    little.replace("articles/a.md", "春天 与", "夏天 与")
    (fault,) = little.build().faults
    assert "春天-与-路" in fault


def test_a_misspelt_setting_is_refused_with_the_nearest(little: Little) -> None:
    little.overrides["SITE_NOET"] = "写错了名字"
    with pytest.raises(SettingsError, match="SITE_NOTE"):
        little.build()


def test_a_missing_settings_file_is_named(little: Little) -> None:
    with pytest.raises(SettingsError, match=r"nowhere\.py"):
        press.build(content=little.content, settings=little.folder / "nowhere.py")


def test_all_faults_are_told_in_one_run(little: Little) -> None:
    """Faults inside files and between them, in one file and in several; none that only follows from another."""
    little.replace("articles/a.md", "column: 要闻", "colunm: 要闻")  # b links to a: no dead link while a is broken
    little.replace("articles/a.md", "topics: [乡村振兴]", "topics: [乡村振新]")
    little.replace("articles/c.md", "topics: [为民服务]", "topics: [为民服务, 没有的专题]")
    little.replace("articles/b.md", "slug: b", "slug: c")
    told = {fault.split("\n")[0].split(" ")[1] + " " + fault.split(":")[0] for fault in little.build().faults}
    assert told == {
        "[field-unknown] articles/a.md",
        "[field-missing] articles/a.md",
        "[topic-unknown] articles/a.md",
        "[topic-unknown] articles/c.md",
        "[slug-doubled] articles/c.md",
    }


def test_a_broken_topic_is_not_held_against_its_articles(little: Little) -> None:
    little.replace("topics/rural.md", "slug: rural", "slug: 乡村")
    faults = little.build().faults
    assert [fault.split(":")[0] for fault in faults] == ["topics/rural.md"]


def test_a_plan_from_before_a_fault_is_not_taken_up_again(little: Little) -> None:
    little.replace("articles/a.md", "title: 果园里的新路", "title: 换了题目")
    little.replace("articles/b.md", "column: 要闻", "column: 没有")
    assert little.build().errors == 1
    little.replace("articles/b.md", "column: 没有", "column: 要闻")
    assert "articles/a.html" in little.printed()
    assert files(little.output) == little.fresh()


def test_a_link_dies_with_its_target_though_the_linking_article_is_not_looked_at(little: Little) -> None:
    little.build()
    (little.content / "articles/a.md").rename(little.content / "articles/z.md")
    (fault,) = little.build().faults
    assert fault.startswith("articles/b.md:")
    (fault,) = little.build().faults  # and still does when nothing has changed since
    assert fault.startswith("articles/b.md:")
    little.replace("articles/b.md", "](a.md)", "](z.md)")
    assert not little.build().faults
    little.replace("articles/z.md", "slug: a", "slug: a\nstatus: draft")
    (fault,) = little.build().faults
    assert fault.startswith("articles/b.md:")


def test_an_alias_may_not_be_a_page_that_comes_later(little: Little) -> None:
    little.replace("articles/c.md", "slug: c", "slug: c\naliases: [/articles/d.html]")
    assert not little.build().faults
    text = (little.content / "articles/a.md").read_text("utf-8")
    (little.content / "articles/d.md").write_text(text.replace("slug: a", "slug: d"), "utf-8")
    (fault,) = little.build().faults
    assert fault.startswith("articles/c.md:")
