"""What an editor, a tool and a code host are told of one finding; and how editors answer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.proof import Finding
from plugins.proof.formats import as_json, as_text
from plugins.proof.rules import RULES
from plugins.proof.sarif import as_sarif
from plugins.proof.types import MESSAGES
from tests.tools.proofing import article, found

ONE, OTHER = "全市现有社区工作者7400多名。", "全市社区工作者6900多名。"


def conflict(
    folder: Path, *, front: str = "", other: str = "", second: str = "全市社区工作者6900多名。"
) -> list[Finding]:
    return found(
        folder, [article("a", ONE, front=front), article("b", second, date="2026-11-23", front=other)]
    )  # fmt: skip


def test_an_editor_sees_both_sentences_and_what_to_do(tmp_path: Path) -> None:
    assert as_text(conflict(tmp_path)) == (
        "articles/b.md:9:8 [conflict_across] 必须改好：“6900多名”与另一篇的“7400多名”数的是同一样东西，数值对不上\n"
        "  9 | 全市社区工作者6900多名。\n"
        "    |               ^^^^^^^^\n"
        "  原因：articles/a.md:9 写的是：全市现有社区工作者7400多名。\n"
        "  另见 articles/a.md:9:10\n"
        "  9 | 全市现有社区工作者7400多名。\n"
        "    |                   ^^^^^^^^\n"
        "  改法：查明哪个对，改正另一个；两个都对（口径、范围或时间不同）的，"
        "在正文里写清楚，或在任一篇的稿件信息里说明：\n"
        "    facts:\n"
        "      - text: 6900多名\n"
        "        differs: 不一致的原因\n"
        "\n"
        "共 1 处，其中 1 处必须改好。"
    )
    assert as_text([]) == "没有发现问题。"


def test_json_has_the_documented_keys(tmp_path: Path) -> None:
    (record,) = json.loads(as_json(conflict(tmp_path)))
    assert list(record) == [
        "rule", "code", "level", "file", "line", "column", "length", "sentence", "message", "why", "mend", "related",
    ]  # fmt: skip
    assert record["related"] == [
        {"file": "articles/a.md", "line": 9, "column": 10, "length": 6, "sentence": "全市现有社区工作者7400多名。"}
    ]
    assert (record["line"], record["column"], record["length"], record["level"]) == (9, 8, 6, "block")


def test_sarif_counts_columns_as_utf_16_does(tmp_path: Path) -> None:
    log = json.loads(as_sarif(conflict(tmp_path, second="𠮷祥街上，全市社区工作者6900多名。")))
    (run,) = log["runs"]
    (result,) = run["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (log["version"], run["columnKind"], result["level"]) == ("2.1.0", "utf16CodeUnits", "error")
    units = region["snippet"]["text"].encode("utf-16-le")
    assert units[2 * region["startColumn"] - 2 : 2 * region["endColumn"] - 2].decode("utf-16-le") == "6900多名"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "conflict_across"
    assert result["relatedLocations"][0]["message"]["text"] == ONE
    assert json.loads(as_sarif([]))["runs"][0]["results"] == []


@pytest.mark.parametrize(
    ("front", "other"),
    [
        ("facts:\n  - {text: 7400多名, differs: 含专职网格员}\n", ""),
        ("", "facts:\n  - {text: 6900多名, differs: 不含专职网格员}\n"),
        ("", "facts:\n  - {text: 6900多名, hide: true}\n"),
        ("facts:\n  - {text: 7400多名, as_of: 2025-06}\n", ""),
        ("facts:\n  - {text: 7400多名, label: 社区工作者和网格员}\n", ""),
        ("facts:\n  - {text: 7400多名, value: 6900}\n", ""),
        ("", "checked:\n  - {text: 6900多名, why: 已与民政局核对}\n"),
        ("", "checked:\n  - {text: 全市社区工作者6900多名, why: 已核对, rule: conflict_across}\n"),
    ],
)
def test_an_editors_decision_settles_it(tmp_path: Path, front: str, other: str) -> None:
    assert conflict(tmp_path, front=front, other=other) == []


def test_an_answer_to_another_rule_or_figure_settles_nothing(tmp_path: Path) -> None:
    other = "checked:\n  - {text: 6900多名, why: 已核对, rule: sum_parts}\n  - {text: 志愿者, why: 已核对}\n"
    assert len(conflict(tmp_path, other=other)) == 1


def test_a_date_is_answered_with_checked(tmp_path: Path) -> None:
    front = "checked:\n  - {text: 2月30日, why: 引述古历, rule: date_impossible}\n"
    assert found(tmp_path, [article("a", "碑上写的是2月30日。", front=front)]) == []


def test_a_doubt_is_told_with_the_lines_that_answer_it(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, [article("a", "入住率80%以上小区评了优，入住率80%以上小区挂了牌。")])
    assert (finding.rule, finding.level) == ("doubt_figure", "warn")
    assert "- text: 80%以上\n" in finding.mend
    assert "hide: true" in finding.mend


def test_a_doubt_is_answered_with_hide_or_add(tmp_path: Path) -> None:
    body = "80%以上农户受益。"
    hide, add = (
        "{text: 80%以上, hide: true}",
        "{text: 80%以上, add: true, value: 80, bound: ge, unit: '%', label: 农户}",
    )
    for number, answer in enumerate((hide, add)):
        (tmp_path / str(number)).mkdir()
        assert found(tmp_path / str(number), [article("a", body, front=f"facts:\n  - {answer}\n")]) == []


def test_figures_of_no_time_are_compared_in_articles_that_are_near(tmp_path: Path) -> None:
    pair = [article("a", ONE), article("b", "全市社区工作者6900多名。", date="2026-10-01")]
    assert found(tmp_path, pair) == []
    (tmp_path / "again").mkdir()
    assert len(found(tmp_path / "again", pair, PROOF_SAME_DAYS=60)) == 1


def test_a_phrase_that_everybody_fills_in_names_no_one_thing(tmp_path: Path) -> None:
    def site(count: int) -> Iterator[tuple[str, str]]:
        for number in range(count):
            yield article(f"n{number}", f"全市走访群众{100 + 7 * number}户。")

    assert found(tmp_path, site(30)) == []
    (tmp_path / "few").mkdir()
    assert found(tmp_path / "few", site(3)) != []


def test_old_figures_that_lead_a_topic_are_told(tmp_path: Path) -> None:
    old, young = article("a", "2023年底，全市党员65.3万名。"), article("b", "2025年底，全市公园120处。")
    topic = ("topics/serve.md", "---\ntitle: 为民服务\nslug: serve\n---\n\n一句话。\n")
    (finding,) = found(tmp_path, [old, young, topic])
    assert (finding.rule, finding.level, finding.place.path) == ("age_stale", "warn", "articles/a.md")
    assert "为民服务" in finding.message
    (tmp_path / "again").mkdir()
    renewed = article("a", "2023年底，全市党员65.3万名。", front="facts:\n  - {text: 65.3万名, as_of: 2026-06}\n")
    assert found(tmp_path / "again", [renewed, young, topic]) == []


def test_every_rule_has_words_and_no_words_are_idle() -> None:
    assert set(MESSAGES.table) == {rule.name for rule in RULES}
    for codes in MESSAGES.table.values():
        for entry in codes.values():
            assert set(entry) - {"level"} == {"message", "why", "mend"}
            assert entry.get("level", "warn") == "warn"
