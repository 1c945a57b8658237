"""The time that a figure speaks of: from its line, its table, brackets behind it, or the editor."""

from __future__ import annotations

import pytest

from tests.unit.manuscript_samples import compiled


def whens(body: str, front: str = "") -> list[str]:
    return [entry.when for entry in compiled(body, front).figures]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("截至6月底，全市有志愿者3200名。", ["/2026-06"]),
        ("6月末，图书馆藏书41万册。", ["/2026-06"]),
        ("2025年末，全区共有社区食堂86家。", ["/2025"]),
        ("截至6月18日，收到稿件512篇。", ["/2026-06-18"]),
        ("6月18日，参训者近70名。第二天又来了35名。", ["2026-06-18", "2026-06-18"]),
        ("全市有志愿者3200名（截至2025年底）。", ["/2025"]),
        ("全市有志愿者3200名。", [""]),
        ("2026年上半年，办理事项1200件。", ["2026-01/2026-06"]),
        ("上半年办理事项1200件。", ["2026-01/2026-06"]),
        ("去年办理事项900件，今年办理事项1200件。", ["2025", "2026"]),
        ("去年上半年办理事项900件。", ["2025-01/2025-06"]),
        ("前三季度办理事项900件。", ["2026-01/2026-09"]),
        ("第二季度办理事项900件。", ["2026-04/2026-06"]),
        ("1—5月，办理事项900件。", ["2026-01/2026-05"]),
        ("前11个月办理事项900件。", ["2026-01/2026-11"]),
        ("前十一个月办理事项900件。", ["2026-01/2026-11"]),
        ("2024年1-8月办理事项900件。", ["2024-01/2024-08"]),
        ("2025年度立案查处32件。", ["2025"]),
        ("去年12月办理事项900件。", ["2025-12"]),
        ("办理事项比去年增加300件。", [""]),
        ("与去年同期相比，多办300件。", [""]),
        ("2017年以来，受理案件28272件。", ["2017/"]),
        ("今年7月起，培训党员320名。", ["2026-07/"]),
        ("到2027年底建成社区食堂120家。", ["/2027"]),
        ("截至6月底，志愿者3200名。\n\n馆藏图书41万册。", ["/2026-06", ""]),
        ("| 项目 | 去年 | 今年 |\n|---|---|---|\n| 便民活动 | 43场 | 54场 |", ["2025", "2026"]),
        ("| 年份 | 便民活动 |\n|---|---|\n| 2024年 | 43场 |\n| 2025年3月 | 54场 |", ["2024", "2025-03"]),
    ],
)  # fmt: skip
def test_when(body: str, expected: list[str]) -> None:
    assert whens(body) == expected


def test_the_year_is_that_of_the_front_matter() -> None:
    assert whens("上半年办理事项1200件，去年办理事项900件。", "year: 2024\n") == ["2024-01/2024-06", "2023"]


def test_the_editor_decides() -> None:
    front = "facts:\n  - {text: 3200名, as_of: 2025-09, differs: 含注册未满一年的}\n"
    (entry,) = compiled("截至6月底，志愿者3200名。", front).figures
    assert (entry.when, entry.differs) == ("/2025-09", "含注册未满一年的")


def test_a_doubt_can_be_answered_with_hide() -> None:
    assert compiled("全馆统一着装。", "facts:\n  - {text: 统一, hide: true}\n").figures == ()
