"""Figures and events of a body: marked in its HTML, with ids that last, their sentences and the editors' decisions."""

from __future__ import annotations

import re

import pytest

from plugins.manuscripts import Manuscript
from plugins.manuscripts.marks import number
from tests.unit.manuscript_samples import article, codes_of, compiled, html_of

LESSON = "6月18日，近70名学员来到泉边，课程30门。资料2.5万册，近70名学员人手一册。"


def figures(done: Manuscript) -> list[tuple[str, float, str]]:
    return [(entry.figure.text, entry.figure.value, entry.figure.label) for entry in done.figures]


def test_figures_and_dates_are_marked() -> None:
    html = html_of(LESSON)
    assert re.search(r'<data id="f-[0-9a-f]{7}" class="figure" value="70">近70名</data>', html)
    assert re.search(r'<data id="f-[0-9a-f]{7}" class="figure" value="25000">2.5万册</data>', html)
    assert re.search(r'<time id="d-[0-9a-f]{7}" datetime="2026-06-18">6月18日</time>', html)


def test_repeats_have_ids_of_their_own() -> None:
    first, second = (entry.anchor for entry in compiled(LESSON).figures if entry.figure.text == "近70名")
    assert second == f"{first}-2"


def test_ids_do_not_change_with_edits_elsewhere() -> None:
    before = {entry.figure.text: entry.anchor for entry in compiled("课程30门。").figures}
    after = {
        entry.figure.text: entry.anchor for entry in compiled("## 课前\n\n学员近70名，**课程30门**，共11个月。").figures
    }
    assert before["30门"] == after["30门"]


def test_a_range_has_both_ends() -> None:
    (entry,) = compiled("每月1-2堂课。").figures
    assert (entry.figure.value, entry.figure.high, entry.figure.bound) == (1, 2, "range")
    assert 'value="1" data-high="2">1-2堂</data>' in html_of("每月1-2堂课。")


def test_a_figure_across_bold_text_is_wrapped_in_each_part() -> None:
    html = html_of("学员近**70**名来到泉边。")
    name = re.findall(r' id="([^"]+)"', html)
    assert len(name) == 1
    assert html == (
        f'<p>学员<data id="{name[0]}" class="figure" value="70">近</data><strong>'
        '<data class="figure" value="70">70</data>'
        '</strong><data class="figure" value="70">名</data>来到泉边。</p>'
    )


def test_a_figure_with_an_escaped_character_has_one_id() -> None:
    done = compiled("甲&**1**在泉边。", "facts:\n  - {text: 甲&1, add: true, value: 1}\n")
    (entry,) = done.figures
    assert done.html == (
        f'<p><data id="{entry.anchor}" class="figure" value="1">甲&amp;</data><strong>'
        '<data class="figure" value="1">1</data></strong>在泉边。</p>'
    )


def test_escaped_characters_around_a_figure_are_kept() -> None:
    assert re.sub("</?data[^>]*>", "", html_of("甲 & 乙 < 近70名 > 丙。")) == "<p>甲 &amp; 乙 &lt; 近70名 &gt; 丙。</p>"


@pytest.mark.parametrize(
    "text",
    [
        "`近70名`",
        "    近70名学员",
        "<del>近70名</del>学员",
        "学员[^1]。\n\n[^1]: 注。",
        "10<sup>4</sup>人",
        "![近70名](images/70.png)",
    ],
)
def test_no_figure_is_marked_in(text: str) -> None:
    done = compiled(text)
    assert done.figures == ()
    assert "<data" not in done.html


def test_a_footnote_number_does_not_part_a_figure() -> None:
    done = compiled("学员近70[^1]名。\n\n[^1]: 以签到为准。")
    assert [entry.figure.text for entry in done.figures] == ["近70名"]
    assert done.text == "学员近70名。\n以签到为准。"


def test_dates_without_a_valid_datetime_are_spans() -> None:
    assert re.search(
        r'<span id="d-[0-9a-f]{7}" class="date">2026年上半年</span>', html_of("2026年上半年，课程办了30门。")
    )


def test_the_sentence_is_the_whole_one_and_holds_the_figure() -> None:
    entries = compiled(LESSON + "\n\n> 又办30门课。一句。").figures
    assert [entry.sentence for entry in entries] == [
        "6月18日，近70名学员来到泉边，课程30门。",
        "6月18日，近70名学员来到泉边，课程30门。",
        "资料2.5万册，近70名学员人手一册。",
        "资料2.5万册，近70名学员人手一册。",
        "又办30门课。",
    ]


def test_a_cell_speaks_with_its_row_and_column() -> None:
    table = "| 事项 | 上年 | 今年 |\n|---|---|---|\n| 课程 | 26门 | 30门 |\n\n| 甲 | 乙 |\n|---|---|\n| 86处 | 丁 |"
    entries = compiled(table).figures
    assert [entry.sentence for entry in entries] == ["课程 上年 26门", "课程 今年 30门", "甲 86处"]


def test_a_correct_label_pin_and_hide() -> None:
    facts = (
        "facts:\n  - {text: 近70名, label: 参训学员, pin: true}\n  - {text: 近70名, nth: 2, label: 领书学员}\n"
        "  - {text: 30门, hide: true}\n  - {text: 2.5万册, unit: 本, value: 25001, bound: approx}\n"
    )
    done = compiled(LESSON, facts)
    assert figures(done) == [
        ("近70名", 70, "参训学员"),
        ("2.5万册", 25001, done.figures[1].figure.label),
        ("近70名", 70, "领书学员"),
    ]
    assert [entry.pinned for entry in done.figures] == [True, False, False]
    assert (done.figures[1].figure.unit, done.figures[1].figure.bound) == ("本", "approx")
    assert "30门</data>" not in done.html


def test_an_added_figure_takes_the_place_of_what_was_recognised() -> None:
    facts = (
        "facts:\n  - {text: 课程30门, add: true, value: 31, unit: 门, label: 课程}\n"
        "  - {text: 人手一册, add: 是, value: 1}\n"
    )
    done = compiled(LESSON, facts)
    assert ("课程30门", 31, "课程") in figures(done)
    assert "30门" not in [entry.figure.text for entry in done.figures]
    assert 'value="31">课程30门</data>' in done.html
    assert done.figures[-1].figure.bound == "eq"


def test_an_added_range() -> None:
    facts = "facts:\n  - {text: 人手一册, add: true, value: 1, high: 2, bound: range, nth: 1}\n"
    assert compiled(LESSON, facts).figures[-1].figure.high == 2


def test_an_added_figure_takes_the_place_of_a_date() -> None:
    done = compiled(LESSON, "facts:\n  - {text: 6月18日, add: true, value: 18}\n")
    assert done.events == ()


@pytest.mark.parametrize(
    "decision", ["{text: 甲, add: true, value: 1}", "{text: 学员来, nth: 1}", "{text: 近70名, nth: 3}", "{text: 70名}"]
)
def test_decisions_that_fit_nothing_are_faults(decision: str) -> None:
    (code,) = codes_of(article(LESSON, f"facts:\n  - {decision}\n"))
    assert code.startswith("fact-")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (70.0, "70"),
        (653000.0000000001, "653000"),
        (0.1 + 0.2, "0.3"),
        (0.57 * 100, "57"),
        (1e15, "1000000000000000"),
        (1.2e17, "120000000000000000"),
        (0.00001, "0.00001"),
        (-9.5, "-9.5"),
        (98.5, "98.5"),
        (0.0, "0"),
    ],
)
def test_numbers_are_plain_decimals(value: float, shown: str) -> None:
    assert number(value) == shown


def test_the_summary_is_the_editors_or_whole_sentences() -> None:
    assert compiled(LESSON, "summary: 一句话。\n").summary == "一句话。"
    assert compiled(f"## 课前\n\n{LESSON}").summary == LESSON
    long = "课堂设在泉边，" * 12 + "资料2.5万册，" + "学员人手一册，" * 9 + "一句。"
    assert len(compiled(long).summary) <= 90
    assert compiled(long).summary.endswith("…")


def test_han_characters_are_counted() -> None:
    assert compiled("## 泉边\n\n课堂 AED 30门。").han == 5
