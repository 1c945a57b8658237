"""The search's index: what it says of a text is what 'contains' says; segments hang on days and counts alone."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from plugins.fulltext.folding import fold, value_key
from plugins.fulltext.grams import FIELD, HEAD, LENGTH, LINE, Cut, Texts, classes, numbers, part
from plugins.fulltext.marks import CLASSES, marks, together
from plugins.fulltext.segments import Article, key_of, segments
from plugins.search.extract import lines

CHARS = st.sampled_from("党建强村一上，。 a1\U0001f600")
TEXTS = st.lists(st.lists(st.text(CHARS, max_size=20), min_size=1, max_size=4), min_size=1, max_size=9)


def folded(article: list[str]) -> str:
    return LINE.join(filter(None, map(fold, article)))


def read(written: str) -> Iterator[int]:
    """The numbers of a line of the index, read as `search.js` reads them."""
    number = -1
    for last in re.finditer(r"([P-~]{0,2})([!-O])", written):
        high, low = [ord(char) - 80 for char in last[1]], ord(last[2]) - 33
        gap = low if not high else 47 + high[0] * 47 + low
        if len(high) == 2:
            gap = 47 + 47 * 47 + (high[0] * 47 + high[1]) * 47 + low
        number += gap + 1
        yield number


def asked(texts: Texts, word: str) -> set[int]:
    """The articles that the index names for a word of two to six characters."""
    files = texts.buckets(classes(word)[0] & (texts.cut.classes - 1))
    bucket = files[0 if len(word) == 2 else 1 + (part(word) & (texts.cut.parts - 1))]
    found: set[int] = set()
    for head, *rest in (line.split(FIELD) for line in bucket.split(LINE) if line):
        for tail, written in zip(rest[::2], rest[1::2], strict=True):
            if (head + tail).startswith(word):
                found.update(read(written))
    return found


@given(TEXTS, st.sampled_from([1, 40, 200, 3000]), st.data())
def test_the_index_answers_contains_exactly(articles: list[list[str]], size: int, data: st.DataObject) -> None:
    every = [folded(article) for article in articles]
    texts = Texts(every, Cut(size))
    own = [
        line[at : at + n]
        for text in every
        for line in text.split(LINE)
        for at in range(len(line))
        for n in (2, 3, 4, 6)
    ]
    word = data.draw(st.one_of(st.sampled_from(own or ["党建"]), st.text(CHARS, min_size=2, max_size=LENGTH).map(fold)))
    if len(word) >= 2:
        truth = {number for number, text in enumerate(every) if any(word in line for line in text.split(LINE))}
        assert asked(texts, word) == truth


@given(st.lists(st.integers(0, 8191), max_size=60))
def test_numbers_are_read_as_they_were_written(values: list[int]) -> None:
    assert list(read(numbers(sorted(set(values))))) == sorted(set(values))


DAYS = st.dates().map(lambda day: f"{day.isoformat()} 09:00")


@given(
    st.lists(st.tuples(DAYS, st.integers(0, 99).map("s{}".format)), unique_by=lambda pair: pair[1], max_size=60),
    st.randoms(),
)
def test_segments_hold_every_article_once_whatever_came_first(
    pairs: list[tuple[str, str]], chance: random.Random
) -> None:
    articles = [Article(slug, slug, date, key_of(date, slug)) for date, slug in pairs]
    cut = segments(articles, 20, 4)
    assert sorted(article.slug for segment in cut for article in segment.articles) == sorted(slug for _, slug in pairs)
    dates = [article.date[:10] for segment in cut for article in segment.articles]
    assert dates == sorted(dates, reverse=True)
    assert all(len(segment.articles) <= 20 for segment in cut)
    assert len({segment.name for segment in cut}) == len(cut)
    chance.shuffle(articles)
    assert segments(articles, 20, 4) == cut


def test_an_article_more_leaves_the_large_segments_alone() -> None:
    dates = [f"{2000 + n // 300}-{1 + n % 300 // 25:02d}-{1 + n % 25:02d} 09:00" for n in range(3000)]
    articles = [Article(f"a{n}", f"a{n}", date, key_of(date, f"a{n}")) for n, date in enumerate(dates)]
    before = segments(articles, 1024, 64)
    assert len(before) < 12
    date = "2009-12-25 10:00"
    after = segments([*articles, Article("new", "new", date, key_of(date, "new"))], 1024, 64)
    changed = {segment.name for segment in after} - {segment.name for segment in before}
    assert [len(segment.articles) <= 65 for segment in after if segment.name in changed] == [True]


def test_a_day_with_a_thousand_articles_is_cut_too() -> None:
    date = "2026-06-18 09:00"
    cut = segments([Article(f"a{n}", f"a{n}", date, key_of(date, f"a{n}")) for n in range(1000)], 128, 64)
    assert {len(segment.articles) <= 128 for segment in cut} == {True}


@given(TEXTS, st.text(CHARS, min_size=1, max_size=9), st.data())
def test_marks_tell_of_every_entry_that_changes(articles: list[list[str]], more: str, data: st.DataObject) -> None:
    """Where the sum of a class is the same, its files are."""
    before = [folded(article) for article in articles]
    place = data.draw(st.integers(0, len(before[0])))
    after = [folded([*(before[0][:place] + more + before[0][place:]).split(LINE)]), *before[1:]]
    cut = Cut(len(before))
    sums = [together(marks(text, f"a{n}") for n, text in enumerate(edition)) for edition in (before, after)]
    old, new = Texts(before, cut), Texts(after, cut)
    for kind in range(cut.classes):
        if all(sums[0][lane] == sums[1][lane] for lane in range(kind, CLASSES, cut.classes)):
            assert old.buckets(kind) == new.buckets(kind)


def test_folding_is_of_case_width_and_white_space_alone() -> None:
    assert fold(" ＧＤＰ　增长\t５％ ") == "gdp 增长 5%"
    assert fold("48，000；“甲”") == "48，000；“甲”"
    assert len(fold("a\U0001f600b")) == 3
    assert fold("İ") == "İ"
    assert fold("ΟΔΟΣ") == "οδοσ"


def test_values_are_words_of_the_index() -> None:
    keys = [value_key(value) for value in (1000, 48_000, 48_001, 10**12 - 1)]
    assert len(set(keys)) == 4
    assert all(HEAD <= len(key) <= LENGTH for key in keys)
    assert [value_key(value) for value in (999, 10**12, 1000.5, -4000)] == [""] * 4


def test_lines_of_a_body_know_where_to_land() -> None:
    html = (
        '<h2 id="甲">小节</h2><p>有<data id="f-1" class="figure" value="5">5个</data>村&amp;镇。<br>又一行</p>'
        "<ul><li>一</li><li><p>二</p></li></ul><table><tr><td>格</td><td>子</td></tr></table>"
        '<aside class="callout"><p class="callout__title">题</p></aside><!--factbox--><ruby>字<rt>zi</rt></ruby>'
    )
    assert [tuple(line) for line in lines(html)] == [
        ("甲", "小节"), ("p.1", "有5个村&镇。 又一行"), ("p.2", "一"), ("p.4", "二"), ("p.5", "格"), ("p.5", "子"),
        ("p.5", "题"), ("p.5", "字"),
    ]  # fmt: skip
