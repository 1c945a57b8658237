"""The corpus: the same everywhere and for everyone, full of figures, made up and saying so."""

from __future__ import annotations

import re
from collections import Counter
from typing import get_args

import pytest

from bench.corpus import COLUMNS, LINK, TOPICS, WORDS, Corpus, edited
from bench.formats import FORMATS
from plugins.zhtext import count_han, read
from plugins.zhtext.types import Bound

CORPUS = Corpus(40)


def sentences(article_text: str) -> set[str]:
    plain = article_text.replace(WORDS["notice"], "")
    return {words for words in re.split(r"[。\n]", plain) if len(words) > 15 and words[0] != "|"}


def test_a_corpus_is_the_beginning_of_a_larger_one_and_another_seed_another_corpus() -> None:
    assert list(CORPUS) == list(Corpus(40))
    assert list(CORPUS) == [Corpus(4000).article(number) for number in range(40)]
    assert not {article.blocks for article in CORPUS} & {article.blocks for article in Corpus(40, seed=2)}


@pytest.mark.parametrize("number", range(0, 40, 3))
def test_an_article_is_like_the_news(number: int) -> None:
    article = CORPUS.article(number)
    text = "\n".join(article.blocks)
    found = read(text)
    assert len(found.figures) >= 22
    assert {figure.bound for figure in found.figures} == set(get_args(Bound))
    assert found.events
    assert 1300 < count_han(text) < 1700
    assert [text.count(mark) for mark in (LINK, "| --- | --- | --- |", "\n> ")] == [1, 1, 1]
    assert text.startswith(WORDS["notice"])
    assert article.linked < max(number, 2)
    assert 1 <= len(article.topics) <= 2


def test_hardly_a_sentence_stands_in_two_articles() -> None:
    counted = Counter(words for article in CORPUS for words in sentences("\n".join(article.blocks)))
    assert len(counted) > 1500
    assert sum(times - 1 for times in counted.values()) < 0.01 * len(counted)


def test_articles_fill_all_topics_columns_and_more_than_five_years() -> None:
    many = list(Corpus(200))
    assert {topic for article in many for topic in article.topics} == set(range(len(TOPICS)))
    assert {article.column for article in many} == set(range(len(COLUMNS)))
    dates = [article.date for article in many]
    assert (max(dates) - min(dates)).days > 5 * 365
    assert CORPUS.added("新").date > max(dates)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_has_the_same_body(name: str) -> None:
    article, form = CORPUS.article(7), FORMATS[name]
    text = form.text(article, CORPUS)
    first, last = article.blocks[0], article.blocks[-1]
    assert first in text
    assert text.endswith(f"{last}\n")
    assert article.title in text.partition(first)[0]
    assert f"[{CORPUS.title(article.linked)}](" in text
    assert LINK not in text


def test_an_edit_adds_one_figure() -> None:
    before, after = CORPUS.article(7), edited(CORPUS.article(7), "第1回修订")
    more = len(read(after.blocks[0]).figures) - len(read(before.blocks[0]).figures)
    assert more == 1
    assert "第1回修订" in after.blocks[0]
    assert after.blocks[1:] == before.blocks[1:]


def test_words_are_not_listed_twice_and_every_slot_has_its_list() -> None:
    lists = {name: words for name, words in WORDS.items() if isinstance(words, list) and isinstance(words[0], str)}
    known = {*lists, *WORDS["units"], "date"}
    for name, words in lists.items():
        assert len(words) == len(set(words)), name
        assert {slot for line in words for slot in re.findall(r"\{(\w+)\}", line)} <= known
