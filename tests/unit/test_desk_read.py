"""`./hub read`: the contract of its lines, offsets that count every character of the file, and clear refusals."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from plugins.desk.read import as_record, report
from plugins.desk.refusal import RefusalError
from plugins.zhtext.types import Figure

FIGURE_KEYS = ["kind", "start", "end", "text", "value", "high", "bound", "unit", "label"]
EVENT_KEYS = ["kind", "start", "end", "text", "date", "precision", "label"]


def lines(path: Path, data: bytes, year: str = "") -> list[dict[str, Any]]:
    path.write_bytes(data)
    return [json.loads(line) for line in report(path, year)]


def test_each_line_keeps_the_contract_in_reading_order(tmp_path: Path) -> None:
    text = "全镇种树3.5万棵。\n3月12日，义务植树活动启动。\n共有86人参加。\n"
    found = lines(tmp_path / "a.txt", text.encode())
    assert [item["kind"] for item in found] == ["figure", "event", "figure"]
    assert [list(item) for item in found] == [FIGURE_KEYS, EVENT_KEYS, FIGURE_KEYS]
    assert found[1]["date"] == "--03-12"
    assert lines(tmp_path / "a.txt", text.encode(), "2025")[1]["date"] == "2025-03-12"
    assert all(text[item["start"] : item["end"]] == item["text"] for item in found)


def test_offsets_count_the_byte_order_mark_and_both_characters_of_crlf(tmp_path: Path) -> None:
    data = "\ufeff第一行。\r\n\r\n种树86棵。\r".encode()
    (found,) = lines(tmp_path / "a.txt", data)
    assert data.decode()[found["start"] : found["end"]] == found["text"] == "86棵"


def test_whole_numbers_are_printed_whole_and_high_only_for_ranges() -> None:
    def record(value: float, high: float | None) -> str:
        return json.dumps(as_record(Figure(0, 1, "x", value, high, "eq", "", "")))

    assert '"value": 48000, "high": null' in record(48000.0, None)
    assert '"value": 98.5, "high": 99' in record(98.5, 99.0)


def test_han_characters_are_printed_as_such(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("种树86棵。", "utf-8")
    assert "86棵" in next(report(path))


@pytest.mark.parametrize(
    ("name", "year", "words"),
    [
        ("missing.txt", "", "找不到文件"),
        (".", "", "是文件夹，不是文件"),
        ("gbk.txt", "", "不是 UTF-8 编码的文本（从第 4 个字节起读不懂）"),
        ("gbk.txt", "26", "四位数的年份"),
    ],
)
def test_what_cannot_be_read_is_refused_in_chinese(tmp_path: Path, name: str, year: str, words: str) -> None:
    (tmp_path / "gbk.txt").write_bytes(b"abc" + "汉字".encode("gbk"))
    with pytest.raises(RefusalError, match=words.replace("（", ".").replace("）", ".")):
        list(report(tmp_path / name, year))


def test_a_byte_order_mark_counts_but_stays_out_of_labels(tmp_path: Path) -> None:
    plain, marked = (lines(tmp_path / "a.txt", mark + "种树86棵。".encode()) for mark in (b"", b"\xef\xbb\xbf"))
    assert marked == [{**plain[0], "start": plain[0]["start"] + 1, "end": plain[0]["end"] + 1}]
