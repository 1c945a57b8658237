"""Sentences, shortening, counting and the pieces of a written figure; and inputs meant to make the reading stall."""

import pytest

from plugins.zhtext import count_han, read, sentences, shorten, unit_in_figure


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def test_sentences_end_at_marks_and_lines() -> None:
    assert _sentences("收成好吗？好！亩产三百斤。\n明年再看") == [
        "收成好吗？",
        "好！",
        "亩产三百斤。",
        "明年再看",
    ]


def test_a_closing_quotation_mark_stays_with_its_sentence() -> None:
    assert _sentences("他说：“都办好了。”大家点头。") == ["他说：“都办好了。”", "大家点头。"]


def test_a_decimal_point_ends_no_sentence() -> None:
    assert _sentences("增长3.5%，共1,200户。") == ["增长3.5%，共1,200户。"]


def test_shorten_keeps_whole_sentences() -> None:
    text = "第一句话在这里。第二句话比较长一些。"
    assert shorten(text, 12) == "第一句话在这里。"
    assert shorten(text, 40) == text


def test_shorten_cuts_a_long_first_sentence_at_a_clause() -> None:
    assert shorten("全镇三个村办起了食堂，老人们都能吃上热饭热菜，冬天也不例外。", 16) == "全镇三个村办起了食堂…"


@pytest.mark.parametrize("limit", range(3, 24))
def test_shorten_never_cuts_a_figure(limit: int) -> None:
    text = "今年的惠民补贴资金总额达到1234.5万余元而且仍在增加"
    short = shorten(text, limit, read(text).figures).removesuffix("…")
    assert "1234" not in short or "1234.5万余元" in short


def test_count_han_counts_only_han() -> None:
    assert count_han("2026年，AED共3台。") == 3


@pytest.mark.parametrize(
    ("written", "unit", "told"),
    [
        ("4.8万余堂", "堂", "4.8万余[堂]"),
        ("520多万元", "元", "520多万[元]"),
        ("80%以上", "%", "80[%]以上"),
        ("1-2堂", "堂", "1-2[堂]"),
        ("12℃—19℃", "℃", "12[℃]—19[℃]"),
        ("7年多", "年", "7[年]多"),
        ("百分之五", "%", "百分之五"),
        ("翻了两番", "番", "翻了两[番]"),
        ("0.7个百分点", "百分点", "0.7[个百分点]"),
        ("187", "倍", "187"),
    ],
)
def test_the_unit_is_told_from_the_number(written: str, unit: str, told: str) -> None:
    assert unit_in_figure(unit).sub(lambda found: f"[{found[0]}]", written) == told


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "一",
        "1,",
        "1、",
        "1-",
        "百",
        "十万",
        "1比",
        "分之",
        "一分之",
        "“",
        "《一",
        "(1",
        "2026年",
        "1月",
        "1小时",
        "零下",
        "近",
        "超1",
        "一个",
        "1:",
        "的",
    ],
)
def test_no_input_makes_the_reading_stall(piece: str) -> None:
    """Each repeated to 200 kB; a pattern that backtracked, or a scan that went back, would not come to an end."""
    text = piece * (200_000 // len(piece))
    for figure in read(text).figures:
        assert text[figure.start : figure.end] == figure.text
