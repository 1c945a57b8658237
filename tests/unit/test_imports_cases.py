"""The made cases through the import: the scores that are aimed at, every character of every one accounted."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.imports.cases import answer, cases, imported
from bench.imports.report import GOALS
from bench.imports.scoring import Answer, Manuscript, Score, score, total

CASES = cases()


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    return {case.name: score(answer(case), imported(case)) for case in CASES}


def test_goals_are_met(scores: dict[str, Score]) -> None:
    rates = total(list(scores.values())).rates()
    misses = "\n".join(f"{name}: {miss}" for name, one in scores.items() for miss in one.misses)
    assert rates["boundaries"] >= GOALS["boundaries"], misses
    assert rates["parts"] >= GOALS["parts"], misses


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_character_is_accounted_for_in_order(case: Path, scores: dict[str, Score]) -> None:
    assert scores[case.name].accounted
    assert scores[case.name].in_order


def test_the_scores_see_what_is_wrong() -> None:
    """A doubled, a lost and a misnamed part, a paragraph in two: each costs."""
    gold = Answer([Manuscript({"title": "题", "captions": ["图"]}, [("paragraph", "甲乙丙。丁。"), ("heading", "戊")])])
    assert score(gold, gold).rates() == {"boundaries": 1.0, "parts": 1.0, "characters": 1.0}
    for front, blocks in (
        ({"title": "题", "captions": ["图"]}, [("paragraph", "甲乙丙。"), ("paragraph", "丁。"), ("heading", "戊")]),
        ({"title": "题"}, [("paragraph", "甲乙丙。丁。"), ("paragraph", "图"), ("heading", "戊")]),
        ({"title": "题", "captions": ["图"]}, [("paragraph", "甲乙丙。丁。"), ("paragraph", "戊")]),
        ({"title": "题", "captions": ["图", "图"]}, [("paragraph", "甲乙丙。丁。"), ("heading", "戊")]),
    ):
        rates = score(gold, Answer([Manuscript(front, blocks)])).rates()
        assert rates["parts"] < 1
    turned = Answer([Manuscript(gold.manuscripts[0].front, gold.manuscripts[0].blocks[::-1])])
    assert not score(gold, turned).in_order
