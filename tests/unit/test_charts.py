"""Which figures share an axis, and what a drawing shows of them."""

from __future__ import annotations

import re
import sys
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.charts import Bar, Chart, DrawingError, Point, chosen, draw
from plugins.charts.sheet import MOST_LINES, WIDTH, lines, width
from plugins.charts.spec import specification
from plugins.charts.types import size

SVG = "{http://www.w3.org/2000/svg}"


def figure(label: str, value: float, unit: str = "个", as_of: str = "2026-06-30", **more: Any) -> Point:
    shown = {
        "written": f"{value:g}{unit}",
        "label": label,
        "path": "/a.html#f",
        "as_of_zh": as_of,
        "article": {"title": ""},
    }
    bar = Bar(label, f"{value:g}{unit}", value, more.get("high"), more.get("bound", "eq"))
    return Point(label, unit, as_of, more.get("sort", ""), more.get("before", ""), bar, shown)


KINDS = [figure("评星的党支部", 1075), figure("示范党支部", 26), figure("召开组织生活会的基层党支部", 2797)]
SERIES = [
    figure("全市党员", value, "名", as_of, sort="0")
    for value, as_of in ((64.1, "2024"), (65.3, "2025"), (62.9, "2023"))
]


def titles(*points: Point, most: int = 2, longest: int = 12) -> list[tuple[str, list[str]]]:
    return [(chart.title, [bar.name for bar in chart.bars]) for chart in chosen(points, most, longest)]


def test_kinds_of_one_thing_stand_together_the_largest_first() -> None:
    assert titles(*KINDS) == [("几类党支部", ["召开组织生活会的基层党支部", "评星的党支部", "示范党支部"])]


def test_one_subject_at_several_times_in_their_order() -> None:
    assert titles(*SERIES) == [("全市党员", ["2023", "2024", "2025"])]
    (chart,) = chosen(SERIES, 2, 12)
    assert chart.last


def test_a_long_series_keeps_its_newest() -> None:
    many = [figure("全市党员", 60 + year, "名", f"20{year}", sort="0") for year in range(10, 26)]
    assert titles(*many, longest=4) == [("全市党员", ["2022", "2023", "2024", "2025"])]


@pytest.mark.parametrize(
    "points",
    [
        KINDS[:2],  # two are read sooner than looked at
        [*KINDS[:2], figure("组织生活会", 2797)],  # another noun
        [*KINDS[:2], figure("先进党支部", 30, "处")],  # another unit
        [*KINDS[:2], figure("先进党支部", 30, as_of="2025-06-30")],  # another year
        [*KINDS[:2], figure("先进党支部", 30, before="计划建设")],  # a plan
        [figure(f"{name}党支部", value, before="计划建设") for name, value in (("甲", 3), ("乙", 4), ("丙", 5))],
        [*KINDS[:2], figure("先进党支部", 30, before="新增")],  # a growth
        [*KINDS[:2], figure("先进党支部", 30, before="累计命名")],  # a running total
        [*KINDS[:2], figure("先进党支部", 30, before="其中")],  # a part
        [*KINDS[:2], figure("先进党支部", 9_000_000)],  # the smallest could not be seen
        [*KINDS[:2], figure("示范党支部", 30)],  # two of one name
        [*KINDS[:2], figure("优秀党支部", 26)],  # two alike
        [figure(name, value) for name, value in (("甲数量", 3), ("乙数量", 4), ("丙数量", 5))],  # an empty noun
        [figure(name, value) for name, value in (("甲事项", 3), ("乙事项", 4), ("丙事项", 5))],
        [figure(name, value, "") for name, value in (("甲党支部", 3), ("乙党支部", 4), ("丙党支部", 5))],  # no unit
        [figure(name, value) for name, value in (("大棚", 3), ("云仓", 4), ("民宿", 5))],
        [*KINDS[:2], figure("党支部", 1101)],  # their total
        [figure("全市党员", 65.3, "名", day) for day in ("2026-01-01", "2026-01-02", "2026-01-03")],  # told again
    ],
)
def test_what_can_not_be_compared_makes_no_chart(points: list[Point]) -> None:
    assert titles(*points) == []


def test_what_several_articles_tell_stands_once() -> None:
    again = figure("上半年评选命名的示范党支部", 26)
    assert titles(*KINDS, again) == [
        ("几类党支部", ["召开组织生活会的基层党支部", "评星的党支部", "上半年评选命名的示范党支部"])
    ]


def test_what_has_more_kinds_than_bars_is_no_set_of_kinds() -> None:
    many = [figure(f"第{number}号楼的党支部", 10 + number) for number in range(13)]
    assert titles(*many) == []
    assert len(titles(*many[:12])) == 1


def test_no_figure_stands_in_two_charts_and_no_more_charts_than_asked_for() -> None:
    points = [*KINDS, *SERIES]
    assert [title for title, _ in titles(*points)] == ["全市党员", "几类党支部"]
    assert [title for title, _ in titles(*points, most=1)] == ["全市党员"]


def marks(bar: Bar) -> set[str]:
    """What a bar is drawn with, beside another that is exact."""
    spec = specification(Chart("", "", (bar, Bar("另一个", "9个", 9))))
    plain = specification(Chart("", "", (Bar("", "9个", 9), Bar("另一个", "9个", 9))))
    seen = {(str(layer["mark"]), len(layer["data"]["values"])) for layer in spec["layer"]}
    return {mark for mark, _ in seen - {(str(layer["mark"]), len(layer["data"]["values"])) for layer in plain["layer"]}}


def test_what_is_not_exact_looks_so() -> None:
    open_end = marks(Bar("", "5余个", 5, None, "ge"))
    limit = marks(Bar("", "不到5个", 5, None, "le"))
    span = marks(Bar("", "3至5个", 3, 5, "range"))
    assert any("rule" in mark for mark in open_end)
    assert any("'filled': False" in mark for mark in limit)
    assert span
    assert span != limit
    pale = specification(Chart("", "", (Bar("", "约5个", 5, None, "approx"), Bar("", "5个", 5))))
    (solid,) = (layer for layer in pale["layer"] if layer["mark"] == {"type": "rect"})
    assert [value["opacity"] < 1 for value in solid["data"]["values"]] == [True, False]


def test_lengths_are_as_the_values() -> None:
    spec = specification(
        Chart("", "", (Bar("甲", "40个", 40), Bar("乙", "10个", 10), Bar("丙", "20余个", 20, None, "ge")))
    )
    (solid,) = (layer for layer in spec["layer"] if layer["mark"] == {"type": "rect"})
    ends = [value["x2"] for value in solid["data"]["values"]]
    assert ends == pytest.approx([ends[0], ends[0] / 4, ends[0] / 2], abs=0.02)


CHART = Chart(
    "党支部 <与> “党组织”",
    "",
    (Bar("甲 & 乙的<党支部>", "4.8万余个", 48000, None, "ge"), Bar("2025年", "约3万个", 30000, None, "approx"),
     Bar("丙" * 60, "2—3万个", 20000, 30000, "range")),
)  # fmt: skip


def test_a_drawing_says_its_figures_as_written_and_nothing_else() -> None:
    drawn = draw(CHART)
    root = ElementTree.fromstring(drawn)
    said = [text.text or "" for text in root.iter(f"{SVG}text")]
    assert {bar.written for bar in CHART.bars} <= set(said)
    rest = "".join(said)
    for bar in CHART.bars:
        rest = rest.replace(bar.written, "").replace(bar.name, "")
    assert not re.search(r"\d", rest), "an axis with numbers of its own"
    assert (root.get("role"), root.find(f"{SVG}title").text) == ("img", CHART.title)  # type: ignore[union-attr]
    assert root.find(f"{SVG}desc").text == CHART.said  # type: ignore[union-attr]
    assert (root.get("width"), root.get("height")) == tuple(map(str, size(CHART)))
    assert "http" not in drawn.replace("http://www.w3.org/2000/svg", "")


def test_the_same_chart_is_drawn_alike() -> None:
    assert draw(CHART) == draw(CHART)


def test_a_broken_package_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(DrawingError, match="画不成图表"):
        draw(CHART)


@given(st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=80))
@settings(max_examples=100)
def test_names_fit_their_lines(name: str) -> None:
    found = lines(name)
    assert 1 <= len(found) <= MOST_LINES
    assert all(width(line) <= WIDTH for line in found)
    whole = "".join(found)
    assert whole == name or (whole.endswith("…") and name.startswith(whole[:-1]))
