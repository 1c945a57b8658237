"""The ledger of the shipped site holds every figure and dated event of the material, read right and with a label."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

BRIEF: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "brief_figures.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def facts(site: Path) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads((site / "data/facts.json").read_text("utf-8"))
    return loaded


@pytest.fixture(scope="module")
def events(site: Path) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads((site / "data/events.json").read_text("utf-8"))
    return loaded


@pytest.mark.parametrize("entry", BRIEF["figures"], ids=lambda entry: f"{entry['text']}-{entry['about'][:8]}")
def test_every_figure_of_the_material_stands_in_the_ledger(entry: dict[str, Any], facts: list[dict[str, Any]]) -> None:
    for stem in entry["articles"]:
        found = [
            fact for fact in facts if fact["article"] == f"/articles/{stem}.html" and fact["text"] == entry["text"]
        ]
        assert found, f"{entry['text']} is not in the ledger for {stem}"
        for fact in found:
            assert {name: fact[name] for name in ("value", "high", "bound", "unit")} == {
                name: entry[name] for name in ("value", "high", "bound", "unit")
            }
            assert fact["label"]
            assert fact["text"] in fact["sentence"]


@pytest.mark.parametrize("entry", BRIEF["events"], ids=lambda entry: f"{entry['date']}-{entry['about'][:8]}")
def test_every_event_of_the_material_stands_in_the_chronicle(
    entry: dict[str, Any], events: list[dict[str, Any]]
) -> None:
    for stem in entry["articles"]:
        found = [event for event in events if event["article"] == f"/articles/{stem}.html"]
        same = [event for event in found if event["date"] == entry["date"]]
        assert same, f"{entry['date']} is not in the chronicle for {stem}"
        assert all(event["text"] in event["sentence"] for event in same)


def test_no_figure_of_the_site_is_without_a_label(facts: list[dict[str, Any]]) -> None:
    assert [fact["id"] for fact in facts if not fact["label"]] == []


def test_every_event_of_the_site_says_what_happened(events: list[dict[str, Any]]) -> None:
    assert [event["sentence"] for event in events if not event["label"]] == []


def test_ids_are_unique_and_lead_somewhere(site: Path, facts: list[dict[str, Any]]) -> None:
    ids = [fact["id"] for fact in facts]
    assert len(ids) == len(set(ids))
    for fact in facts:
        page = (site / fact["article"].lstrip("/")).read_text("utf-8")
        assert f'id="{fact["anchor"]}"' in page
