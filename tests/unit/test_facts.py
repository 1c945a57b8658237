"""What is kept of a manuscript's figures: rows for ledgers, leaders, lines of facts.json."""

from __future__ import annotations

import csv
import io
import json
from itertools import chain
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.facts.export import COLUMNS, ending, lines, sheet, values
from plugins.facts.extract import LEADERS, leaders
from plugins.facts.markup import NAMELESS, folded, pieces, rows, said
from plugins.manuscripts.types import FigureEntry
from plugins.zhtext.types import Figure


def entry(text: str, label: str = "课程", sentence: str = "", **values: Any) -> FigureEntry:
    pinned = values.pop("pinned", False)
    fields = {"value": 3.0, "high": None, "bound": "eq", "unit": "门"} | values
    figure = Figure(start=0, end=len(text), text=text, label=label, **fields)
    return FigureEntry(figure, f"f-{text}", sentence or f"新开{text}。", pinned)


def test_a_row_sets_the_unit_smaller_and_marks_the_figure() -> None:
    assert rows([entry("3门")]) == [("f-3门", "3<small>门</small>", "课程", "新开<mark>3门</mark>。")]


def test_what_looks_like_markup_is_escaped_and_stays_on_one_line() -> None:
    (row,) = rows([entry("3门", "A&B <b>\n课程", "<i>x</i>&新开3门。")])
    assert row[2:] == ("A&amp;B &lt;b&gt;&#10;课程", "&lt;i&gt;x&lt;/i&gt;&amp;新开<mark>3门</mark>。")
    assert pieces(folded([row])) == list(row)


@pytest.mark.parametrize(
    ("text", "unit", "written"),
    [("4.8万余堂", "堂", "4.8万余<small>堂</small>"), ("3元至5元", "元", "3<small>元</small>至5<small>元</small>"),
     ("5个多月", "个", "5<small>个</small>多月"), ("12", "", "12")],
)  # fmt: skip
def test_every_unit_behind_a_number_is_set_smaller(text: str, unit: str, written: str) -> None:
    assert rows([entry(text, unit=unit)])[0][1] == written


def test_what_stands_for_a_label_where_there_is_none() -> None:
    made = rows([entry("3门", ""), entry("4门")])
    assert pieces(folded(made))[2::4] == [NAMELESS, "课程"]


@settings(deadline=None)
@given(st.lists(st.tuples(st.text(), st.text()), min_size=1))
def test_rows_are_unfolded_as_they_were(written: list[tuple[str, str]]) -> None:
    made = rows([entry("3门", label, f"{before}3门") for label, before in written])
    shown = [(anchor, written, label or NAMELESS, said) for anchor, written, label, said in made]
    assert pieces(folded(made)) == list(chain.from_iterable(shown))
    assert [said(folded(made), place) for place in range(len(made))] == [row[3] for row in made]


def test_pinned_figures_lead_as_they_stand_then_the_weightiest() -> None:
    figures = [
        entry("5门", value=5), entry("6门", value=6, pinned=True), entry("9万门", value=90000),
        entry("7门", value=7, pinned=True), entry("8门", "", value=8), entry("5门", value=5),
    ]  # fmt: skip
    found = leaders(figures)
    assert [figures[leader.place].figure.text for leader in found] == ["6门", "7门", "9万门", "5门"]
    assert sorted(leader.rank for leader in found) == [1, 2, 3, 4]


def test_few_figures_lead() -> None:
    assert len(leaders([entry(f"{count}门", value=count) for count in range(40)])) == LEADERS


def exported(*figures: FigureEntry, slug: str = "x", topics: list[str], day: str = "") -> Any:
    """What a machine reads of them in facts.json."""
    end = ending(f"/articles/{slug}.html", topics)
    more = values(figures, [day] * len(figures))
    return json.loads(b"[" + lines(slug, folded(rows(figures)), more, end) + b"]")


@pytest.mark.parametrize("high", [None, 4.5])
def test_a_line_says_all_of_a_figure(high: float | None) -> None:
    figure = entry("3至4.5门", '“新”"课"\\', high=high, bound="range")
    one, other = exported(figure, figure, topics=["甲", "乙%s"], day="2026-06-30")
    assert one == other == {
        "id": "x#f-3至4.5门", "value": 3, "high": high, "bound": "range", "unit": "门", "text": "3至4.5门",
        "label": '“新”"课"\\', "sentence": "新开3至4.5门。", "anchor": "f-3至4.5门", "article": "/articles/x.html",
        "topics": ["甲", "乙%s"], "as_of": "2026-06-30",
    }  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.tuples(st.text(), st.text()), min_size=1))
def test_lines_say_what_the_manuscript_says(written: list[tuple[str, str]]) -> None:
    figures = [entry("3门", label, f"{before}3门") for label, before in written]
    found = exported(*figures, topics=[])
    assert [(fact["label"], fact["sentence"], fact["text"]) for fact in found] == [
        (figure.figure.label, figure.sentence, "3门") for figure in figures
    ]


@settings(deadline=None)
@given(st.lists(st.tuples(st.text(), st.text(), st.text()), min_size=1), st.text(), st.lists(st.text(min_size=1)))
def test_a_sheet_says_what_the_lines_say(written: list[tuple[str, str, str]], title: str, topics: list[str]) -> None:
    figures = [entry("3门", label, f"{before}3门", unit=unit) for label, before, unit in written]
    end = ending("/articles/x.html", topics)
    kept = folded(rows(figures)), values(figures, ["2026-06-30"] * len(figures)), end
    text = sheet(("x", title, "2026-03-01 09:00"), *kept).decode()
    found = [dict(zip(COLUMNS, row, strict=True)) for row in csv.reader(io.StringIO(text, newline=""), strict=True)]
    told = json.loads(b"[" + lines("x", *kept) + b"]")
    names = ("id", "text", "bound", "unit", "label", "sentence", "article", "anchor", "as_of")
    assert [[row[name] for name in names] for row in found] == [[fact[name] for name in names] for fact in told]
    assert {(row["title"], row["published"], row["topics"]) for row in found} == {
        (title, "2026-03-01", "|".join(topics))
    }
    assert [(row["value"], row["high"]) for row in found] == [("3", "")] * len(figures)
