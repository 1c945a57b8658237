"""The search's files after edits: those of the classes of what changed, the text, and nothing of other segments."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rebuild.little import Little, files

ARTICLE = """
---
title: {title}
slug: {slug}
date: {date} 09:00
column: 要闻
topics: [乡村振兴]
summary: 第{slug}篇。
---

第{slug}篇稿件，样例村修渠、植树、办夜校。
"""


@pytest.fixture
def crowd(tmp_path: Any) -> Little:
    """A site with three segments, of which the newest may grow."""
    little = Little(tmp_path, {"SEARCH_SEGMENT": 32, "SEARCH_NEWEST": 4})
    for number in range(40):
        date = f"2025-{1 + number // 20:02d}-{1 + number % 20:02d}"
        text = ARTICLE.format(title=f"样例{number}", slug=f"n{number}", date=date).lstrip()
        (little.content / f"articles/n{number}.md").write_text(text, "utf-8")
    little.build()
    return little


def index_of(printed: set[str]) -> set[str]:
    return {address for address in printed if address.startswith("search/2")}


def folders(printed: set[str]) -> set[str]:
    return {address.split("/")[1] for address in index_of(printed)}


def test_an_edit_of_words_prints_few_files_of_one_segment(crowd: Little) -> None:
    crowd.replace("articles/n3.md", "植树", "种树")
    printed = index_of(crowd.printed_whole())
    assert len(folders(printed)) == 1
    (segment,) = folders(printed)
    every = {path for path in files(crowd.output) if path.startswith(f"search/{segment}/")}
    changed = {path.rsplit("/", 1)[1] for path in printed}
    assert len([name for name in changed if name.startswith("t")]) == 1
    assert "kinds.json" not in changed
    assert len(printed) < len(every)
    assert files(crowd.output) == crowd.fresh()


def test_a_new_article_leaves_the_other_segments_alone(crowd: Little) -> None:
    before = {path.split("/")[1] for path in files(crowd.output) if path.startswith("search/2")}
    text = ARTICLE.format(title="新来的", slug="newest", date="2026-05-01").lstrip()
    (crowd.content / "articles/newest.md").write_text(text, "utf-8")
    printed = crowd.printed_whole()
    assert "search/index.html" in printed
    after = {path.split("/")[1] for path in files(crowd.output) if path.startswith("search/2")}
    assert folders(printed) == after - before
    assert len(before & after) >= len(before) - 1
    assert files(crowd.output) == crowd.fresh()


def test_a_topic_changes_the_kinds_and_the_text_alone(crowd: Little) -> None:
    crowd.replace("articles/n3.md", "topics: [乡村振兴]", "topics: [乡村振兴, 为民服务]")
    names = {path.rsplit("/", 1)[1] for path in index_of(crowd.printed_whole())}
    assert names == {"kinds.json"}


def test_an_article_taken_away_is_found_no_more(crowd: Little) -> None:
    (crowd.content / "articles/n5.md").unlink()
    assert index_of(crowd.printed_whole())
    assert files(crowd.output) == crowd.fresh()
