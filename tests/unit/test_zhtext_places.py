"""Every entry of the gazetteer does what it claims, and a figure gets the place that its sentence is about."""

from __future__ import annotations

import re

import pytest

from plugins.manuscripts import compile_manuscript
from plugins.zhtext.lexicon import sections
from plugins.zhtext.places import divisions, in_common, places

ENTRIES = [entry for parent, entries in sections("places").items() if parent != "none" for entry in entries]


def names(text: str) -> list[str]:
    return [place.name for place in places(text)]


@pytest.mark.parametrize("entry", ENTRIES)
def test_a_place_is_known_by_its_names_and_not_inside_words(entry: str) -> None:
    written, _, never = entry.partition("!")
    name, _, short = written.partition("=")
    for word in filter(None, (name, short)):
        assert names(f"在{word}，办了3场。") == [name]
    for mark in never:
        assert name not in names(f"在{short or name}{mark}，办了3场。")


@pytest.mark.parametrize("word", sections("places")["none"])
def test_a_word_that_holds_a_name_names_no_place(word: str) -> None:
    """And without its entry it would: an entry that nothing needs is taken out."""
    assert names(f"说到{word}的事") == []
    shorts = [entry.partition("!")[0].partition("=") for entry in ENTRIES]
    assert any(name in word or (short and short in word) for name, _, short in shorts)


def test_the_divisions_are_all_there() -> None:
    parents = list(divisions().values())
    assert parents.count("全国") == 34
    assert parents.count("山东省") == 16
    assert (
        len([name for name, parent in divisions().items() if parent == "济南市" and re.search("[区县]$", name)]) >= 12
    )
    assert set(parents) - {"全国"} <= divisions().keys()


@pytest.mark.parametrize(
    ("several", "common"),
    [(["章丘区", "平阴县"], "济南市"), (["济南市", "章丘区"], "济南市"), (["章丘区", "青岛市"], "山东省"),
     (["江苏省", "山东省"], ""), (["商河县"], "商河县")],
)  # fmt: skip
def test_what_places_have_in_common(several: list[str], common: str) -> None:
    assert in_common(several) == common


MANUSCRIPT = """---
title: {title}
slug: x
date: 2026-03-01 09:00
column: 要闻
topics: [乡村振兴]
---

{body}
"""


@pytest.mark.parametrize(
    ("body", "title", "found"),
    [
        ("济南市章丘区修路12公里。", "修路", ["章丘区"]),
        ("章丘修路12公里，平阴县修桥3座。", "修路", ["章丘区", "平阴县"]),
        ("章丘、平阴两地修路12公里。", "修路", ["济南市"]),
        ("江苏、浙江修路12公里。", "莱芜修路记", [""]),
        ("修路12公里，都在商河县境内。", "修路", ["商河县"]),
        ("章丘开了会。修路12公里。", "修路", [""]),
        ("章丘开了会。修路12公里。", "莱芜修路记", ["莱芜区"]),
        ("黄河南岸栽树12公里。", "栽树", [""]),
        ("| 地方 | 公里 |\n|---|---|\n| 历城区 | 12公里 |", "修路", ["历城区"]),
    ],
)
def test_a_figure_is_about_the_place_of_its_label_sentence_or_title(body: str, title: str, found: list[str]) -> None:
    manuscript = compile_manuscript("articles/x.md", MANUSCRIPT.format(title=title, body=body).encode())
    assert [entry.place for entry in manuscript.figures] == found
