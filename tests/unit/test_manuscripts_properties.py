"""Properties of the compiler on arbitrary bytes and arbitrary Markdown."""

from __future__ import annotations

import html as entities
import re
import unicodedata

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.manuscripts import Manuscript, ManuscriptError, compile_manuscript, render
from plugins.manuscripts.markup import convert
from tests.unit.manuscript_samples import PATH, article

PIECES = [
    *("近70名", "4.8万余堂", "6月18日", "1-2堂", "20%", "课堂", "泉边，", "。", "“", "”", " ", "  \n", "\n", "\n\n"),
    *("**", "`", "| 甲 | 近70名 |\n", "- ", "<sub>", "</sub>", "\n    ", "# ", "## ", "1. ", "2026. ", "> ", "*", "_"),
    *("``", "[", "]", "(", ")", "![", "](images/a.png)", "[x](b.md)", "[x](#y)", "<https://a.org/>", "[^1]"),
    *("\n\n[^1]: ", "[1]: b.md", "|", "|---|---|", "<ruby>", "<rt>", "</rt>", "</ruby>", "<b>", "<br>", "<!--", "-->"),
    *("&amp;", "&lt;", "&#39;", "&", "<", ">", "\\", "\n:::提示 甲\n", "\n:::\n", "\n[[数说]]\n", "===", "---", "\t"),
    *('"', "'", "x", "\u3000", "\xa0", "hub:", "é"),
]
SIGNS = [*"：:-[]{}'\"#&*!|>%@` ,\n\t?", "\n  ", "\n- ", "title", "facts", "text", "date", "甲", "2026-06-18"]
MARKDOWN = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)
FIGURES = st.lists(st.sampled_from(PIECES[:20]), max_size=16).map("".join)
RUNS = settings(max_examples=300, deadline=None)


def attempt(data: bytes, path: str = PATH) -> Manuscript | None:
    """The manuscript, or None when it has faults, each well placed."""
    try:
        return compile_manuscript(path, data)
    except ManuscriptError as error:
        faults = error.faults
    assert faults
    for fault in faults:
        assert fault.line >= 1
        assert 1 <= fault.column <= len(fault.excerpt) + 1
        assert render(fault).count("\n") == 3
    return None


@RUNS
@given(st.binary(max_size=400))
def test_arbitrary_bytes_give_faults_not_tracebacks(data: bytes) -> None:
    attempt(data)
    attempt(b"---\n" + data)


@RUNS
@given(st.text(max_size=200), st.text(max_size=200))
def test_arbitrary_text_gives_faults_not_tracebacks(front: str, body: str) -> None:
    attempt(f"---\n{front}\n---\n{body}".encode("utf-8", "replace"))
    attempt(article(body, f"kicker: {front}\n").encode("utf-8", "replace"), "articles/a.md")


@RUNS
@given(st.lists(st.sampled_from(SIGNS), max_size=20))
def test_arbitrary_front_matter_gives_faults_not_tracebacks(pieces: list[str]) -> None:
    attempt(article("课堂。", "".join(pieces) + "\n").encode())


def visible(html: str) -> str:
    """What a reader reads of the HTML, by an independent way: footnote numbers and ruby readings cut, tags stripped."""
    html = re.sub(r'<a [^>]*class="footnote-(?:ref|backref)"[^>]*>.*?</a>', "", html)
    html = re.sub(r"<(rt|rp)>.*?</\1>", "", html, flags=re.DOTALL)
    return "".join(entities.unescape(re.sub(r"<[^>]*>", "", html)).split())


@RUNS
@given(st.one_of(MARKDOWN, FIGURES))
def test_html_and_text_say_the_same(body: str) -> None:
    done = attempt(article(body).encode())
    if done is None:
        return
    assert visible(done.html) == "".join(done.text.split())
    plain = re.sub(r"</?data[^>]*>|<time[^>]*>|</time>|<span [^>]*class=\"date\"[^>]*>(.*?)</span>", r"\1", done.html)
    assert plain == convert(PATH, f"\n{body}\n").html
    for entry in done.figures:
        figure = entry.figure
        assert done.text[figure.start : figure.end] == figure.text
        assert figure.text in entry.sentence
        assert f'id="{entry.anchor}"' in done.html
    for event in done.events:
        assert done.text[event.event.start : event.event.end] == event.event.text
    names = re.findall(r' id="([^"]*)"', done.html)
    assert len(names) == len(set(names))
    assert not any(char.isspace() for name in names for char in name)


@RUNS
@given(MARKDOWN)
def test_html_is_valid(body: str) -> None:
    done = attempt(article(body).encode())
    if done is None:
        return
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(f"<!DOCTYPE html><html><head><title>x</title></head><body>{done.html}</body></html>")
    assert not re.search(r"<p></p>|\x02|\x03", done.html)


@RUNS
@given(MARKDOWN, MARKDOWN)
def test_the_engine_remembers_nothing(first: str, second: str) -> None:
    alone = attempt(article(second).encode())
    attempt(article(first).encode())
    assert attempt(article(second).encode()) == alone


@RUNS
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=40))
def test_a_quoted_title_makes_the_round_trip(title: str) -> None:
    quoted = "'" + title.replace("'", "''") + "'"
    done = attempt(f"---\ntitle: {quoted}\nslug: a\n---\n正文\n".encode(), "pages/a.md")
    assert done is None or done.front["title"] == title.strip()
    noncharacters = any(unicodedata.category(char) == "Cn" for char in title)
    assert done or not title.strip() or noncharacters


@pytest.mark.slow
@settings(max_examples=20000, deadline=None)
@given(MARKDOWN)
def test_long_run(body: str) -> None:
    test_html_and_text_say_the_same.hypothesis.inner_test(body)  # type: ignore[attr-defined]
    test_html_is_valid.hypothesis.inner_test(body)  # type: ignore[attr-defined]
