"""`--explain PAGE` names the input that changed; `--profile` counts what was printed."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from plugins.desk.watching import Bar, show_profile
from plugins.press.stages import Stages
from tests.rebuild.little import Little


def why(little: Little, address: str) -> str:
    return "\n".join(little.build(explain=address).explanation)


def test_an_edit_is_named_with_the_lines_that_it_changed(little: Little) -> None:
    little.replace("articles/c.md", "近90件", "近95件")
    said = why(little, "articles/c.html")
    assert "articles/c.html：印了" in said
    assert "articles/c.md" in said
    assert any(line.startswith("  +") and "近95件" in line for line in said.splitlines())


def test_an_edit_elsewhere_prints_nothing_here(little: Little) -> None:
    little.replace("articles/c.md", "近90件", "近95件")
    assert "没有印" in why(little, "articles/a.html")


def test_a_setting_is_told_from_an_edit(little: Little) -> None:
    little.overrides["SITE_NOTE"] = "这是另一句说明。"
    said = why(little, "articles/a.html")
    assert "设置" in said
    assert ".md 有改动" not in said


def test_a_page_that_others_spoilt_is_printed_again(little: Little) -> None:
    (little.output / "articles/a.html").write_text("改坏了", "utf-8")
    assert "被别人改过" in why(little, "articles/a.html")


def test_a_page_that_is_in_no_plan_has_a_nearest(little: Little) -> None:
    said = why(little, "articles/aa.html")
    assert "没有这一页" in said
    assert "articles/a.html" in said


def test_a_new_page_was_never_printed(little: Little) -> None:
    text = (little.content / "articles/c.md").read_text("utf-8")
    (little.content / "articles/d.md").write_text(text.replace("slug: c", "slug: d"), "utf-8")
    assert "以前没有印过" in why(little, "articles/d.html")


def test_the_profile_counts_pages_and_bytes_as_they_stand(little: Little) -> None:
    stages = Stages()
    little.overrides["SITE_NOTE"] = "这是另一句说明。"
    little.build(stages=stages)
    articles = stages.tally.costs["articles"]
    pages = list((little.output / "articles").glob("*.html"))
    assert articles.pages == len(pages)
    assert articles.bytes == sum(page.stat().st_size for page in pages)
    out = io.StringIO()
    show_profile(stages, Console(file=out, width=100))
    assert f"{articles.bytes:,}" in out.getvalue()
    assert "读稿" in out.getvalue()


def test_the_bar_shows_how_far_a_long_build_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plugins.desk.watching.PATIENCE", 0.0)
    out = io.StringIO()
    with Bar(Console(file=out, force_terminal=True, width=80)) as bar:
        bar.begin("compile", 200)
        bar.step(50)
        bar.begin("print", 300)
        bar.step(300)
    assert "50/200" in out.getvalue()
    assert "300/300" in out.getvalue()


def test_nobody_watching_hears_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plugins.desk.watching.PATIENCE", 0.0)
    out = io.StringIO()
    with Bar(Console(file=out, width=80)) as bar:
        bar.begin("compile", 200)
        bar.step(50)
    assert out.getvalue() == ""


def test_a_plan_that_was_made_anew_is_told_as_such(little: Little) -> None:
    little.replace("topics/rural.md", "这里汇集", "这里收集")
    for options in ({}, {"fresh": True}):
        said = "\n".join(little.build(explain="topics/rural/", **options).explanation)
        assert "topics/rural/index.html" in said
        assert "设置" not in said
        assert "图片" not in said
        assert ("整站" in said) == ("印了" in said)
