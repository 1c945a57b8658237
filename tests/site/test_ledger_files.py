"""What the ledger's script reads is what facts.json says, each figure once; the pages by unit, place and year too."""

from __future__ import annotations

import csv
import html
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from plugins.ledger.facets import slug
from plugins.zhtext.places import upwards

FIELDS = ("anchor", "text", "value", "high", "bound", "unit", "label", "place", "date")


def told(site: Path, pattern: str) -> list[dict[str, Any]]:
    """The figures of some of the script's files, with their articles and the file's name."""
    found = []
    for file in sorted((site / "data/ledger").glob(pattern)):
        for article in json.loads(file.read_text("utf-8")):
            for figure in article["figures"]:
                own = dict(zip(FIELDS, figure, strict=True))
                found.append(own | {"article": article, "file": file.stem, "id": f"{article['slug']}#{own['anchor']}"})
    return found


@pytest.fixture(scope="module")
def facts(site: Path) -> list[dict[str, Any]]:
    """facts.json, each figure with its place and its article's date and title, out of the CSVs."""
    listed = json.loads((site / "data/facts.json").read_text("utf-8"))
    known: dict[str, dict[str, str]] = {}
    for file in (site / "data").glob("facts-*.csv"):
        with file.open(encoding="utf-8-sig", newline="") as rows:
            known |= {row["id"]: row for row in csv.DictReader(rows)}
    return [fact | {name: known[fact["id"]][name] for name in ("place", "published", "title")} for fact in listed]


@pytest.fixture(scope="module")
def index(site: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((site / "data/ledger/index.json").read_text("utf-8"))
    return loaded


@pytest.mark.parametrize("pattern", ["units/*.json", "months/*.json"])
def test_the_files_say_what_facts_json_says(site: Path, facts: list[dict[str, Any]], pattern: str) -> None:
    names = ("id", "text", "value", "high", "bound", "unit", "label", "place", "anchor")
    found = {figure["id"]: {name: figure[name] for name in names} for figure in told(site, pattern)}
    assert found == {fact["id"]: {name: fact[name] for name in names} for fact in facts}
    assert len(told(site, pattern)) == len(facts)
    for figure in told(site, pattern):
        (fact,) = (fact for fact in facts if fact["id"] == figure["id"])
        assert figure["article"] == {
            "slug": figure["article"]["slug"], "title": fact["title"], "date": fact["published"],
            "topics": fact["topics"], "figures": figure["article"]["figures"],
        }  # fmt: skip
        assert fact["as_of"].startswith(figure["date"]) or figure["date"] < fact["as_of"]


def test_a_figure_stands_in_the_file_of_its_unit_year_and_month(site: Path) -> None:
    for figure in told(site, "units/*.json"):
        assert figure["file"] == f"{slug(figure['unit'])}-{figure['date'][:4]}"
    for figure in told(site, "months/*.json"):
        assert figure["file"] == figure["article"]["date"][:7]


def test_the_index_counts_what_there_is(site: Path, facts: list[dict[str, Any]], index: dict[str, Any]) -> None:
    assert index["total"] == len(facts)
    assert {unit["name"]: unit["count"] for unit in index["units"]} == Counter(fact["unit"] for fact in facts)
    assert {topic for fact in facts for topic in fact["topics"]} == set(index["topics"])
    by_place = Counter(name for fact in facts for name in upwards(fact["place"]))
    assert {place["name"] for place in index["places"]} == set(by_place)
    for month in index["months"]:
        of_month = [fact for fact in facts if fact["published"].startswith(month["name"])]
        assert month["count"] == len(of_month)
        assert month["topic"] == Counter(topic for fact in of_month for topic in fact["topics"])
        assert month.get("place", {}) == Counter(name for fact in of_month for name in upwards(fact["place"]))
        assert sum(month["year"].values()) == month["count"]


def shown(page: Path) -> list[tuple[str, str]]:
    """Article with anchor, and the figure as shown, of everything on a page."""
    pattern = r'<a class="figure__link" href="([^"]*)"><data class="figure__value" value="[^"]*">(.*?)</data>'
    return [
        (href, html.unescape(re.sub("<[^>]*>", "", value)))
        for href, value in re.findall(pattern, page.read_text("utf-8"))
    ]


def test_a_units_page_has_its_largest_figures_from_the_top(site: Path, facts: list[dict[str, Any]]) -> None:
    for unit in {fact["unit"] for fact in facts}:
        of_unit = {f"{fact['article']}#{fact['anchor']}": fact for fact in facts if fact["unit"] == unit}
        listed = shown(site / f"data/units/{slug(unit)}.html")
        assert [text for _, text in listed] == [of_unit[href]["text"] for href, _ in listed]
        sizes = [of_unit[href]["high"] or of_unit[href]["value"] for href, _ in listed]
        every = sorted((fact["high"] or fact["value"] for fact in of_unit.values()), reverse=True)
        assert sizes == every[: len(sizes)]
        assert len(sizes) == min(30, len(every))


def test_a_places_page_has_figures_of_the_place(site: Path, facts: list[dict[str, Any]], index: dict[str, Any]) -> None:
    known = {f"{fact['article']}#{fact['anchor']}": fact for fact in facts}
    assert index["places"]
    for place in index["places"]:
        listed = shown(site / f"data/places/{slug(place['name'])}.html")
        assert listed
        assert all(place["name"] in upwards(known[href]["place"]) for href, _ in listed)


def test_addresses_of_units_are_plain_and_their_own() -> None:
    names = ["元", "%", "微克/立方米", "人次", "人", "", "m", "2026"]
    made = [slug(name) for name in names]
    assert len(set(made)) == len(names)
    assert all(re.fullmatch("[0-9a-z-]+", one) for one in made)


def test_every_figure_that_is_shown_bears_its_value(site: Path, facts: list[dict[str, Any]]) -> None:
    known = {f"{fact['article']}#{fact['anchor']}": fact for fact in facts}
    pattern = r'<a class="figure__link" href="([^"]*)"><data class="figure__value" value="([^"]*)">(.*?)</data>'
    shown = Counter[str]()
    for page in site.rglob("*.html"):
        if page.parent.name == "styleguide":  # examples, in frames
            continue
        source = page.read_text("utf-8")
        found = re.findall(pattern, source)
        assert len(found) == source.count("figure__value"), page
        for href, value, written in found:
            assert json.loads(value) == known[href]["value"]
            assert html.unescape(re.sub("<[^>]*>", "", written)) == known[href]["text"]
            shown[page.relative_to(site).parts[0]] += 1
    assert {"articles", "data", "topics", "index.html"} <= shown.keys()
