"""Scores on labels and finds made for it; the passages that come along; how the steps grow."""

from __future__ import annotations

import importlib
import json
import re
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import plugins.zhtext
from bench.commands import Wish, bench
from bench.figures import baseline, running
from bench.figures.child import HARD, RULER, ours
from bench.figures.passages import OWN, Passage, passages, specs
from bench.figures.recognizers import _longest
from bench.figures.report import SCORES
from bench.figures.scoring import Tally, likeness, overlapping
from bench.measure import BenchError
from plugins.compiled import PLUGINS

DIGIT = re.compile("[0-9０-９]")


def figure(start: int, end: int, value: float = 1, **more: Any) -> dict[str, Any]:
    usual = {"high": None, "bound": "eq", "unit": "件", "label": ""}
    return {"kind": "figure", "start": start, "end": end, "value": value, **usual, **more}


def rates(labels: list[dict[str, Any]], finds: list[dict[str, Any]]) -> dict[str, float | None]:
    tally = Tally()
    tally.add("甲", labels, finds)
    return tally.rates()


def test_what_is_labelled_is_found_whole() -> None:
    labels = [figure(0, 3), figure(5, 9, 12, label="党课"), {"kind": "event", "start": 10, "end": 14, "date": "2026"}]
    assert rates(labels, labels) == {
        "exact_f1": 1, "overlap_f1": 1, "right_f1": 1, "decoys_taken": None, "dates_taken": 0, "events_right": 1,
        "label_f1": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("find", "exact", "overlap", "right"),
    [
        (figure(0, 3), 1, 1, 1),
        (figure(0, 3, 2), 1, 1, 0),
        (figure(0, 3, bound="ge"), 1, 1, 0),
        (figure(0, 3, unit="个"), 1, 1, 0),
        (figure(0, 3, high=2), 1, 1, 0),
        (figure(1, 3), 0, 1, 0),
        (figure(3, 5), 0, 0, 0),
    ],
)
def test_each_thing_that_is_wrong_costs_its_measure(find: dict[str, Any], exact: int, overlap: int, right: int) -> None:
    found = rates([figure(0, 3)], [find])
    assert (found["exact_f1"], found["overlap_f1"], found["right_f1"]) == (exact, overlap, right)


def test_missed_and_spurious_ones_both_count() -> None:
    # Two of three labels and two of five finds: 2·2 / (3 + 5).
    labels = [figure(0, 2), figure(4, 6), figure(8, 10)]
    finds = [figure(0, 2), figure(4, 6), figure(20, 22), figure(24, 26), figure(28, 30)]
    assert rates(labels, finds)["exact_f1"] == 0.5
    tally = Tally()
    tally.add("甲", labels, finds)
    assert [miss["miss"] for miss in tally.misses] == ["missed", "spurious", "spurious", "spurious"]


def test_overlaps_are_one_to_one_and_the_largest_comes_first() -> None:
    gold, found = [figure(0, 4), figure(4, 10)], [figure(2, 9), figure(9, 10)]
    assert overlapping(gold, found) == [(gold[1], found[0])]


def test_a_trap_is_taken_by_any_touch_and_only_by_figures() -> None:
    labels = [
        {"kind": "decoy", "start": 0, "end": 4},
        {"kind": "decoy", "start": 6, "end": 8},
        {"kind": "event", "start": 10, "end": 14, "date": "2026-05"},
    ]
    event = {"kind": "event", "start": 10, "end": 15, "date": "2026-05"}
    found = rates(labels, [figure(3, 6), event])
    assert (found["decoys_taken"], found["dates_taken"], found["events_right"]) == (0.5, 0, 1)
    found = rates(labels, [figure(13, 16), {**event, "date": "2026-06"}])
    assert (found["decoys_taken"], found["dates_taken"], found["events_right"]) == (0, 1, 0)


def test_labels_are_alike_by_the_characters_they_share() -> None:
    assert likeness("征集党课", "党课") == 4 / 6
    assert likeness("党课课", "课党") == 4 / 5
    assert (likeness("", ""), likeness("", "党课")) == (1, 0)
    labels = [figure(0, 2, label="党课"), figure(4, 6, label="课")]
    assert (
        rates(labels, [figure(0, 2, label="党课"), figure(4, 7, label="课")])["label_f1"] == 1
    )  # inexact: not compared
    bare = {name: value for name, value in figure(0, 2).items() if name != "label"}
    assert rates(labels, [bare])["label_f1"] is None


def test_the_passages_that_come_along_are_labelled_to_the_last_digit() -> None:
    own = passages(OWN)
    assert len(own) >= 6
    for passage in own:
        spans = [(label["start"], label["end"]) for label in passage.labels]
        assert spans == sorted(spans)
        assert all(before[1] <= after[0] for before, after in pairwise(spans))
        for label in passage.labels:
            assert passage.text[label["start"] : label["end"]] == label["text"]
        labelled = {place for span in spans for place in range(*span)}
        assert [m.start() for m in DIGIT.finditer(passage.text) if m.start() not in labelled] == [], passage.name


def test_specs_become_passages_with_spans() -> None:
    every = specs()
    assert len(every) >= 700
    for passage in every:
        for label in passage.labels:
            assert passage.text[label["start"] : label["end"]] == label["text"]
    assert any(passage.year for passage in every)


def test_the_plain_regular_expression_reads_plain_things() -> None:
    found = list(baseline.read("2026年5月22日，近70名党员到会；6月，募款4.8万余元，占十分之一，五至七天完成，第44期。"))
    assert [(one["kind"], one["text"]) for one in found] == [
        ("event", "2026年5月22日"), ("figure", "近70名"), ("event", "6月"), ("figure", "4.8万余元"),
        ("figure", "五至七天"),
    ]  # fmt: skip
    assert found[0]["date"] == "2026-05-22"
    assert found[2]["date"] == "2026-06"
    assert [(one["value"], one["high"], one["bound"], one["unit"]) for one in found if one["kind"] == "figure"] == [
        (70, None, "approx", "名"), (48000, None, "ge", "元"), (5, 7, "range", "天"),
    ]  # fmt: skip
    assert baseline.number("一千二百零五") == 1205
    assert baseline.number("１２") == 12


def test_of_overlapping_finds_the_longest_is_kept_and_dates_are_left_out() -> None:
    assert _longest([(0, 2), (0, 4), (3, 6), (8, 9), (12, 14)], [(13, 16)]) == [(0, 4), (8, 9)]


def test_a_run_prints_a_row_for_each_reader_and_keeps_every_miss(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything but the fetched readers, which need the network."""
    label = figure(1, 4, 70, bound="approx", unit="名")
    (tmp_path / "1.txt").write_text("近70名党员到会，投票12次。", "utf-8")
    (tmp_path / "1.jsonl").write_text(json.dumps(label) + "\n", "utf-8")

    def told(asked: dict[str, Any]) -> dict[str, Any]:
        ((text, year),) = asked["texts"]
        spent = {"hub": [0.2, 0.1], RULER: [0.05, 0.07]}
        return {
            "finds": [{"hub": ours(text, year)}],
            "seconds": spent,
            "hard": [{"piece": "一", "milliseconds": [1, 2, 4]}],
            "compiled": False,
        }

    monkeypatch.setattr(running, "_read", told)
    monkeypatch.setattr(running, "fetched", lambda *_: tmp_path)
    out = tmp_path / "out.json"
    said = bench("figures", Wish(texts=tmp_path, out=out, work=tmp_path / "work"))
    assert re.search(r"^\| hub \|.*\| 2\.00 \|$", said, re.MULTILINE)
    assert said.count("\n| ") == 4
    ((_, kept),) = json.loads(out.read_text("utf-8"))["sets"].items()
    scores = kept["readers"]["hub"]
    assert set(SCORES) < set(scores)
    assert [miss["miss"] for miss in scores["misses"]] == ["spurious", "wrong"]
    assert kept["milliseconds"]["hub"] == [
        0.2 * 1000 * 1500 / kept["characters"],
        0.1 * 1000 * 1500 / kept["characters"],
    ]


def test_a_folder_without_texts_or_labels_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BenchError, match="找不到文件夹"):
        running.measured(tmp_path, tmp_path / "none", 1)
    with pytest.raises(BenchError, match=r"NNN\.txt"):
        passages(tmp_path)
    (tmp_path / "1.txt").write_text("甲", "utf-8")
    with pytest.raises(BenchError, match="没有标注"):
        passages(tmp_path)
    (tmp_path / "1.jsonl").write_text("{", "utf-8")
    with pytest.raises(BenchError, match="JSON"):
        passages(tmp_path)


def test_a_passages_year_reaches_ours() -> None:
    passage = Passage("甲", "6月18日开班。", [], 2025)
    assert [find["date"] for find in ours(passage.text, passage.year)] == ["2025-06-18"]


@pytest.fixture(scope="module")
def pure() -> Callable[[str], object]:
    """Our reader as Python: compiled, it makes no calls that can be counted."""
    ours = {name: sys.modules.pop(name) for name in list(sys.modules) if name.startswith("plugins.zhtext")}
    path, room = plugins.__path__, plugins.zhtext
    plugins.__path__ = [PLUGINS]
    read: Callable[[str], object] = importlib.import_module("plugins.zhtext").read
    plugins.__path__, plugins.zhtext = path, room
    sys.modules.update(ours)
    return read


def steps(read: Callable[[str], object], text: str) -> int:
    """Calls that one reading makes, of Python's functions and of C's: the same on every machine."""
    calls = 0

    def count(_frame: object, event: str, _arg: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return calls


def assert_linear(read: Callable[[str], object], piece: str) -> None:
    """The first piece may be a little cheaper, or dearer, than those behind it."""
    times = 800 // len(piece) or 1
    once, twice = steps(read, piece * times), steps(read, piece * 2 * times)
    assert twice <= 2.05 * once + 100, piece


@pytest.mark.parametrize("piece", HARD)
def test_twice_the_text_takes_twice_the_steps(piece: str, pure: Callable[[str], object]) -> None:
    assert_linear(pure, piece)
    assert steps(pure, "近70名") > 5


PIECES = st.text(
    "一二两十百万亿半几数零第〇余多约近超以上下内年月日时个名亩%％.,，、。；：“”《》（）—-～至到从比分之是元倍1０9 \n",
    min_size=1,
)


@pytest.mark.slow
@settings(max_examples=3000, deadline=None)
@given(piece=PIECES)
def test_no_piece_of_text_takes_more_than_its_share(pure: Callable[[str], object], piece: str) -> None:
    assert_linear(pure, piece)
