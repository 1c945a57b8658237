"""Each entry of the lexicon does what its section claims: a word counts nothing, a unit measures, a bound binds."""

import pytest

from plugins.zhtext import read
from plugins.zhtext.lexicon import sections

_UNITS = sections("units")
_BOUNDS = sections("bounds")
_NO_MEASURES = {"nounless", "grade"}
# 成 becomes %, 番 stands behind 翻, 点 before what is said, 号 after round Han numbers; 季, 季度, 世纪 and 日 are
# dates and periods when alone.
_IN_COMPANY = {"成", "番", "点", "号", "季", "季度", "世纪", "日"}


def _entries(name: str) -> list[str]:
    return sorted({word.partition("!")[0] for words in sections(name).values() for word in words})


@pytest.mark.parametrize("name", ["words", "terms", "idioms"])
def test_words_that_hold_a_numeral_count_nothing(name: str) -> None:
    found = {word: read(f"大家谈到{word}，都很熟悉。").figures for word in _entries(name)}
    assert {word: figures for word, figures in found.items() if figures} == {}


@pytest.mark.parametrize("kind", sorted(set(_UNITS) - _NO_MEASURES))
def test_measure_words_measure(kind: str) -> None:
    wrong = {}
    for entry in _UNITS[kind]:
        word, _, recorded = entry.partition("=")
        figures = read(f"统计结果：总计达到36{word}。").figures
        if [(figure.text, figure.unit) for figure in figures] != [(f"36{word}", recorded or word)]:
            wrong[word] = figures
    assert set(wrong) <= _IN_COMPANY


@pytest.mark.parametrize("bound", ["ge", "le", "approx"])
def test_words_before_a_number_bind(bound: str) -> None:
    for word in _BOUNDS[f"before {bound}"]:
        number = "百" if word == "上" else "300"
        figures = read(f"报名的有，{word}{number}名。").figures
        assert [(figure.text, figure.bound) for figure in figures] == [(f"{word}{number}名", bound)], word


@pytest.mark.parametrize("bound", ["ge", "le", "approx"])
def test_words_behind_a_number_bind(bound: str) -> None:
    for word in _BOUNDS[f"after {bound}"]:
        figures = read(f"全程用时36天{word}。").figures
        assert [(figure.text, figure.bound) for figure in figures] == [(f"36天{word}", bound)], word


@pytest.mark.parametrize("bound", ["ge", "le"])
def test_words_parted_from_a_number_bind_it(bound: str) -> None:
    for word in _BOUNDS[f"far {bound}"]:
        figures = read(f"全镇{word}再建36座泵站。").figures
        assert [(figure.text, figure.bound) for figure in figures] == [("36座", bound)], word


@pytest.mark.parametrize(("text", "unit"), [("卖了三块钱。", "元"), ("一天挣80块。", "元"), ("平整三块菜地。", "块")])
def test_kuai_is_money_or_a_classifier(text: str, unit: str) -> None:
    assert [figure.unit for figure in read(text).figures] == [unit]


def test_words_that_end_like_a_bound_word_bind_nothing() -> None:
    for word in _BOUNDS["not before"]:
        assert [(figure.text, figure.bound) for figure in read(f"他们{word}360个。").figures] == [("360个", "eq")], word
