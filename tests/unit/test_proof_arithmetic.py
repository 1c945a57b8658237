"""Each rule of an article alone speaks up where it must and is silent where it only looks as if it had to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from plugins.proof.rules import RULES
from tests.tools.proofing import SPECS, article, found

CASES = [
    (rule, case)
    for rule, cases in yaml.safe_load((SPECS / "arithmetic.yaml").read_text("utf-8")).items()
    for case in cases
]


@pytest.mark.parametrize(("rule", "case"), CASES, ids=[f"{rule}-{case['text'][:12]}" for rule, case in CASES])
def test_what_a_rule_says(tmp_path: Path, rule: str, case: dict[str, Any]) -> None:
    text = article("a", case["text"], title=case.get("title", "今日"), front=case.get("front", ""))
    told = [(finding.rule, finding.code) for finding in found(tmp_path, [text])]
    assert told == ([(rule, case["code"])] if "code" in case else [])


@pytest.mark.parametrize("rule", sorted({rule for rule, _ in CASES}))
def test_half_of_the_cases_say_nothing(rule: str) -> None:
    silent = [case for name, case in CASES if name == rule and "code" not in case]
    speaking = [case for name, case in CASES if name == rule and "code" in case]
    assert min(len(silent), len(speaking)) >= 5


def test_every_rule_is_tried() -> None:
    elsewhere = {"conflict_across", "age_stale", "doubt_figure"}
    assert {rule.name for rule in RULES} - elsewhere == {rule for rule, _ in CASES}
