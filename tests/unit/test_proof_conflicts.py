"""Articles that contradict each other are found, and such as only look like it are not: the seeded pairs.

All conflicts lie in one content folder, so that one between articles of different pairs counts as a false alarm too;
the near-misses, which tell of the same things again, have a folder a pair. `--log-cli-level=INFO` shows the scores.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from plugins.proof import Finding
from tests.tools.proofing import article, found, specs

DATES = ("2026-11-20", "2026-11-23")
PRECISION, RECALL = 0.98, 0.85


def manuscripts(cases: Iterable[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for case in cases:
        for place, side in enumerate("ab"):
            title = case.get("titles", ("今日", "今日"))[place]
            date = str(case.get("dates", DATES)[place])
            yield article(f"{case['id']}-{side}", case[side], title=title, date=date)


def pairs(findings: Iterable[Finding]) -> set[str]:
    """The pairs of articles that are said to be in conflict, by their ids, or by both where they are of two pairs."""
    those = [(one.place.path, one.related[0].path) for one in findings if one.rule == "conflict_across"]
    names = [sorted({path[len("articles/") : -len("-a.md")] for path in pair}) for pair in those]
    return {" and ".join(name) for name in names}


def false_alarms(folder: Path, cases: Iterable[dict[str, Any]]) -> set[str]:
    """The near-misses that proof takes for conflicts, each pair in a folder of its own."""
    told: set[str] = set()
    for case in cases:
        (folder / case["id"]).mkdir()
        told |= pairs(found(folder / case["id"], manuscripts([case])))
    return told


def scores(folder: Path, conflicts: list[dict[str, Any]], near_misses: list[dict[str, Any]]) -> tuple[float, float]:
    """Precision and recall."""
    seeded = {case["id"] for case in conflicts}
    told = pairs(found(folder, manuscripts(conflicts)))
    false = (told - seeded) | false_alarms(folder, near_misses)
    hits = told & seeded
    precision, recall = len(hits) / (len(hits) + len(false)), len(hits) / len(seeded)
    logging.info("precision %.3f, recall %.3f; missed %s; false %s", precision, recall, seeded - told, false)
    return precision, recall


def test_the_seeded_conflicts_are_found_and_the_near_misses_are_not(tmp_path: Path) -> None:
    conflicts, near_misses = specs("conflicts"), specs("near-misses")
    assert min(len(conflicts), len(near_misses)) >= 60
    precision, recall = scores(tmp_path, conflicts, near_misses)
    assert precision >= PRECISION
    assert recall >= RECALL


@pytest.mark.parametrize("only", ["a", "b"])
def test_one_of_them_is_held_against_the_rest(tmp_path: Path, only: str) -> None:
    findings = found(tmp_path, manuscripts(specs("conflicts")), only=[f"library-{only}"])
    (finding,) = [one for one in findings if one.rule == "conflict_across"]
    other = "a" if only == "b" else "b"
    assert finding.place.path == f"articles/library-{only}.md"
    assert finding.related[0].path == f"articles/library-{other}.md"
    assert finding.level == "block"
    assert finding.related[0].sentence in finding.why
