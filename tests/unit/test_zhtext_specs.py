"""Sentences and what is read in them: `tests/specs/*.json`, written for this project.

A case lists every figure and every event of its sentence, so that a spurious one fails as well as a missed one. A
case without either is a 'finds nothing' case. A label is compared where the case gives one.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from plugins.zhtext import read
from plugins.zhtext.numerals import DIGITS, NUMERALS
from plugins.zhtext.types import Event, Figure

_SPECS = Path(__file__).parents[1] / "specs"
_CASES = [
    pytest.param(case, id=f"{path.stem}-{number}")
    for path in sorted(_SPECS.glob("*.json"))
    for number, case in enumerate(json.loads(path.read_text("utf-8")), 1)
]


def _figure(figure: Figure, expected: dict[str, Any] | None) -> dict[str, Any]:
    seen = {name: getattr(figure, name) for name in ("text", "value", "high", "bound", "unit")}
    seen["value"] = pytest.approx(seen["value"], rel=1e-9)
    return {**seen, "label": figure.label} if expected and "label" in expected else seen


def _event(event: Event, expected: dict[str, Any] | None) -> dict[str, str]:
    seen: dict[str, str] = {name: getattr(event, name) for name in ("text", "date", "precision")}
    return {**seen, "label": event.label} if expected and "label" in expected else seen


@pytest.mark.parametrize("case", _CASES)
def test_reads_what_the_case_says(case: dict[str, Any]) -> None:
    reading = read(case["text"], year=case.get("year"))
    figures = [*case["figures"], *[None] * len(reading.figures)]
    events = [*case["events"], *[None] * len(reading.events)]
    assert case["figures"] == [_figure(*pair) for pair in zip(reading.figures, figures, strict=False)]
    assert case["events"] == [_event(*pair) for pair in zip(reading.events, events, strict=False)]


def _rest(case: dict[str, Any]) -> str:
    """The sentence without its figures and events, one after the other from the left."""
    rest = ""
    text: str = case["text"]
    for found in sorted([*case["figures"], *case["events"]], key=lambda item: text.find(item["text"])):
        before, _, text = text.partition(found["text"])
        rest += before
    return rest + text


def test_there_are_enough_cases() -> None:
    cases = [case for path in _SPECS.glob("*.json") for case in json.loads(path.read_text("utf-8"))]
    nothing = [case for case in cases if not case["figures"] and not case["events"]]
    mixed = [case for case in cases if case not in nothing and set(_rest(case)) & (DIGITS | NUMERALS)]
    assert len(cases) >= 1300
    assert len(nothing) * 4 >= len(cases)
    assert (len(nothing) + len(mixed)) * 2 >= len(cases)
