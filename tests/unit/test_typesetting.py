"""Lines of Chinese: where headlines break, and what no line begins with."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.manuscripts import compile_manuscript, typeset
from plugins.zhtext.phrasing import BREAK, phrased
from tests.unit.manuscript_samples import article

TEXT = st.text(
    st.sampled_from("党建引领基层治理在村里办了35条规则“”《》，：？、·的和A 1…") | st.characters(codec="utf-8"),
    max_size=30,
)


@pytest.mark.parametrize(
    ("title", "phrases"),
    [
        ("村里的事照规矩办：35条规则", "村里的事 照规矩办： 35条 规则"),
        ("支部评星，1075个“五星级”", "支部评星， 1075个 “五星级”"),
        ("关了采石场，种下150余万棵树", "关了 采石场， 种下 150余万棵 树"),
        ("走进企业", "走进企业"),
    ],
)
def test_a_headline_breaks_between_phrases(title: str, phrases: str) -> None:
    assert phrased(title).split(BREAK) == phrases.split(" ")


@given(TEXT)
def test_phrases_are_the_text_and_none_begins_with_a_mark_that_ends_one(text: str) -> None:
    phrases = phrased(text).split(BREAK)
    if BREAK not in text:
        assert "".join(phrases) == text
    assert not any(re.match("[，、。：？！”》）·]", phrase) for phrase in phrases[1:])
    assert not any(re.search("[“《（]$", phrase) for phrase in phrases[:-1])


def test_headings_break_and_no_line_begins_with_a_dot() -> None:
    body = "## 组织生活要过好\n\n## 看3个村怎样修路\n\n“泉先锋·作表率”，见[图](https://a.example/泉·图)。\n"
    plain = compile_manuscript("articles/a.md", article(body, "").encode())
    done = typeset(plain)
    assert ">组织生活<wbr>要过好</h2>" in done.html
    assert '<span class="held">锋·</span>作' in done.html
    assert done.html.count("held") == 1  # none in an address
    assert re.sub("<wbr>|<span class=.held.>|(?<=·)</span>", "", done.html) == plain.html
    assert done.phrases.keys() == {plain.front["title"], "组织生活要过好"}  # a heading with a mark in it is left alone


def test_known_phrases_are_not_found_again() -> None:
    plain = compile_manuscript("articles/a.md", article("## 组织生活要过好\n\n正文。\n", "").encode())
    known = {"组织生活要过好": f"组织{BREAK}生活要过好"}
    assert ">组织<wbr>生活要过好</h2>" in typeset(plain, known).html
