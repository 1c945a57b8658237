"""Medians, ratios, exponents and the drawing, on figures made for it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from bench.builds import Row
from bench.chart import Axis, Series, chart
from bench.commands import sizes
from bench.growth import exponent, picture, report
from bench.measure import BenchError
from bench.reload import _spread
from bench.steps import steps_named
from bench.tables import summary, table

SVG = "{http://www.w3.org/2000/svg}"
ROW = Row("hub", 100, "cold", 1, 2.0, 3.0, 2.5, 0.5, 50 * 2**20, 40 * 2**20, 10, 120)


def rows() -> list[Row]:
    hugo = replace(ROW, generator="hugo", cpu=9.0, peak=100 * 2**20, printed=None)
    return [
        *(replace(hugo, round=number, wall=wall) for number, wall in enumerate((8.0, 4.0, 30.0), 1)),
        *(replace(ROW, round=number, wall=wall) for number, wall in enumerate((2.0, 1.0, 3.0), 1)),
    ]


def test_a_ratio_is_between_medians_and_ours_stands_first() -> None:
    ours, theirs = summary(rows())
    assert (ours.generator, ours.wall_ratio, ours.printed) == ("hub", 1.0, 120)
    assert (ours.wall.median, ours.wall.low, ours.wall.high) == (2.0, 1.0, 3.0)
    assert (theirs.wall_ratio, theirs.cpu_ratio, theirs.peak_ratio, theirs.printed) == (4.0, 3.0, 2.0, None)


def test_the_table_is_markdown_with_a_row_for_each_step_and_generator() -> None:
    lines = table(summary([*rows(), *(replace(row, step="edit") for row in rows())])).splitlines()
    assert len(lines) == 2 + 4
    assert len({line.count("|") for line in lines}) == 1
    assert "8.00（4.00–30.00） | 4.00" in lines[3]


@pytest.mark.parametrize("power", [0.0, 0.5, 1.0, 2.0])
def test_the_exponent_of_a_power_law_is_its_power(power: float) -> None:
    assert exponent([(size, 3 * size**power) for size in (1000, 3000, 10000)]) == pytest.approx(power)


def test_the_exponent_is_the_slope_of_the_nearest_line_and_one_size_has_none() -> None:
    wobbling = [(10, 10 * 1.1), (100, 100 / 1.1 / 1.1), (1000, 1000 * 1.1)]
    assert exponent(wobbling) == pytest.approx(1.0)
    assert exponent([(1000, 2.0), (1000, 3.0)]) is None


def found() -> dict[str, object]:
    points = [{"articles": n, "wall": n / 100, "cpu": n / 50, "peak": 1, "printed": n} for n in (100, 1000)]
    line = {"generator": "hub", "step": "cold", "points": points, "wall_exponent": 1.0, "cpu_exponent": 1.0}
    return {"lines": [line, {**line, "generator": "hugo"}, {**line, "generator": "floor"}]}


def test_the_drawing_is_an_svg_with_real_text_a_title_and_a_description() -> None:
    root = ElementTree.fromstring(picture(found()))
    assert root.get("role") == "img"
    named = {root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")}
    assert None not in named
    words = [element.text for element in root.iter(f"{SVG}text")]
    assert {"从头做（1.00 次方）", "hugo 从头做（1.00 次方）", "机器的底：只读只写（1.00 次方）", "稿件篇数"} <= set(
        words
    )
    assert "100 时 1" in (root.findtext(f"{SVG}desc") or "")
    assert "prefers-color-scheme: dark" in (root.findtext(f"{SVG}style") or "")
    assert len(list(root.iter(f"{SVG}polyline"))) == 3


def test_equal_steps_up_are_equal_ratios_and_names_keep_apart() -> None:
    axis = Axis.around([1, 1000], 0, 300)
    assert [axis.at(value) for value in axis.ticks] == [0, 100, 200, 300]
    drawn = chart("甲", "横", "纵", [Series(f"线{n} <&>", [(1, 1), (10, 1 + n / 1000)]) for n in range(4)])
    heights = [float(y) for y in re.findall(r'y="([\d.]+)">线', drawn)]
    assert min(after - before for before, after in pairwise(sorted(heights))) >= 18
    assert ElementTree.fromstring(drawn) is not None


def test_the_growth_table_has_a_column_for_each_size() -> None:
    head, _, first, *_ = report(found()).splitlines()
    assert "| 100 篇 | 1000 篇 |" in head
    assert "| 从头做 | 1.00 / 2.00 | 10.00 / 20.00 | 1.00 / 1.00 |" in first


def test_nineteen_of_twenty_stay_below_the_ninety_fifth_hundredth() -> None:
    assert _spread([float(n) for n in range(1, 21)]) == {"median": 10.5, "p95": 19.0, "max": 20.0}
    assert _spread([7.0])["p95"] == 7.0


def test_what_was_asked_for_is_read_and_slips_are_refused() -> None:
    assert sizes("3000,1000") == [1000, 3000]
    assert steps_named("cold, edit") == ["cold", "edit"]
    for wrong in ("", "many", "1", "0"):
        with pytest.raises(BenchError, match="--articles"):
            sizes(wrong)
    with pytest.raises(BenchError):
        sizes("10,20", most=1)
    with pytest.raises(BenchError, match="colder"):
        steps_named("cold,colder")
