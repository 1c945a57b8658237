"""The downloads say the same as facts.json and events.json, row for row, and the data package describes them."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from plugins.archive import APART
from plugins.datasets.package import tables
from plugins.facts import export
from plugins.timeline import files as timeline
from tests.rebuild.little import Little

ROOT = Path(__file__).resolve().parents[2]
NUMBERS = ("value", "high")


def listed(site: Path, name: str) -> list[dict[str, Any]]:
    """One of the two JSON exports."""
    found: list[dict[str, Any]] = json.loads((site / f"data/{name}.json").read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def package(site: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((site / "data/datapackage.json").read_text("utf-8"))
    return loaded


def rows(site: Path, package: dict[str, Any], name: str) -> list[dict[str, str]]:
    """The rows of a resource, all its files together, as the data package says they are to be read."""
    (resource,) = (one for one in package["resources"] if one["name"] == name)
    paths = resource["path"] if isinstance(resource["path"], list) else [resource["path"]]
    names = [field["name"] for field in resource["schema"]["fields"]]
    found = []
    for path in paths:
        data = (site / "data" / path).read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        assert data.endswith(b"\r\n")
        with (site / "data" / path).open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            assert reader.fieldnames == names
            found += list(reader)
    return found


def as_told(row: dict[str, str]) -> dict[str, Any]:
    """A row of a CSV in the shape of the JSON."""
    told: dict[str, Any] = {name: value for name, value in row.items() if name not in ("place", "title", "published")}
    told |= {name: json.loads(row[name] or "null") for name in NUMBERS if name in row}
    told["topics"] = row["topics"].split(APART) if row["topics"] else []
    return told


def test_the_figures_as_csv_are_those_of_the_json(site: Path, package: dict[str, Any]) -> None:
    assert [as_told(row) for row in rows(site, package, "facts")] == listed(site, "facts")


def test_the_events_as_csv_are_those_of_the_json(site: Path, package: dict[str, Any]) -> None:
    told = [as_told(row) for row in rows(site, package, "events")]
    assert [{name: value for name, value in row.items() if name != "id"} for row in told] == listed(site, "events")
    assert len({row["id"] for row in told}) == len(told)


@pytest.mark.parametrize("name", ["facts", "events"])
def test_a_row_is_what_the_data_package_says(site: Path, package: dict[str, Any], name: str) -> None:
    forms = {"date": r"\d{4}-\d\d-\d\d", "number": r"-?\d+(\.\d+)?(e-?\d+)?", "string": r"(?s).*"}
    for row in rows(site, package, name):
        for field in tables()[name]["columns"]:
            value, demands = row[field["name"]], field.get("constraints", {})
            assert value or not demands.get("required"), (row["id"], field["name"])
            assert not value or re.fullmatch(forms[field["type"]], value), (row["id"], field["name"])
            assert not value or value in demands.get("enum", [value]), (row["id"], field["name"])


def test_a_figure_out_of_a_row_is_in_its_sentence_on_the_page(site: Path, package: dict[str, Any]) -> None:
    for row in rows(site, package, "facts"):
        assert row["text"] in row["sentence"]
        page = (site / row["article"].lstrip("/")).read_text("utf-8")
        (shown,) = re.findall(rf'<data id="{re.escape(row["anchor"])}"[^>]*>(.*?)</data>', page)
        assert re.sub(r"<[^>]*>", "", shown) == row["text"]
        assert f"<title>{row['title']}" in page


@pytest.mark.parametrize("name", ["facts", "events"])
def test_the_database_has_the_rows_of_the_csv(site: Path, package: dict[str, Any], name: str) -> None:
    numbers = {field["name"] for field in tables()[name]["columns"] if field["type"] == "number"}
    with closing(sqlite3.connect(f"file:{site}/data/facts.sqlite?mode=ro&immutable=1", uri=True)) as db:
        db.row_factory = sqlite3.Row
        found = [dict(row) for row in db.execute(f"SELECT * FROM {name} ORDER BY id")]
        topics = db.execute("SELECT article, topic FROM article_topics").fetchall()
    told = [
        {column: json.loads(value or "null") if column in numbers else value for column, value in row.items()}
        for row in rows(site, package, name)
    ]
    assert found == sorted(told, key=lambda row: row["id"])
    pairs = {(row["article"], topic) for row in told if row["topics"] for topic in row["topics"].split(APART)}
    assert pairs <= {tuple(pair) for pair in topics}


def test_the_database_is_made_to_the_byte(tmp_path: Path) -> None:
    """However the content came about: by a chain of edits, or at once."""
    little = Little(tmp_path)
    little.build()
    for old, new in (("300余户", "310余户"), ("产业路12公里", "产业路14公里"), ("310余户", "320余户")):
        little.replace("articles/a.md", old, new)
        assert "data/facts.sqlite" in little.printed()
    assert little.fresh()["data/facts.sqlite"] == (little.output / "data/facts.sqlite").read_bytes()


def test_figures_of_several_years_are_one_table_in_several_files(tmp_path: Path) -> None:
    little = Little(tmp_path)
    little.build()
    little.replace("articles/a.md", "date: 2026-03-01", "date: 2025-03-01")
    assert {"data/facts-2025.csv", "data/facts-2026.csv", "data/datapackage.json"} <= little.printed()
    package = json.loads((little.output / "data/datapackage.json").read_text("utf-8"))
    assert package["resources"][0]["path"] == ["facts-2025.csv", "facts-2026.csv"]
    found = rows(little.output, package, "facts")
    assert [as_told(row) for row in found] == listed(little.output, "facts")
    assert [row["published"][:4] for row in found] == sorted(row["published"][:4] for row in found)
    little.replace("articles/a.md", "date: 2025-03-01", "date: 2026-03-01")
    assert "data/facts-2026.csv" in little.printed()
    assert not (little.output / "data/facts-2025.csv").exists()


def test_datasettes_description_is_of_the_tables_that_there_are(site: Path) -> None:
    described = json.loads((site / "data/metadata.json").read_text("utf-8"))["databases"]["facts"]["tables"]
    with closing(sqlite3.connect(f"file:{site}/data/facts.sqlite?mode=ro&immutable=1", uri=True)) as db:
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        columns = {name: [row[1] for row in db.execute(f"PRAGMA table_info({name})")] for name in names}
    assert {name: list(table["columns"]) for name, table in described.items()} == columns
    for name, table in described.items():
        assert {*table.get("facets", []), table.get("sort_desc", columns[name][0])} <= set(columns[name])


def test_percentage_points_and_attendances_are_what_they_are(site: Path, package: dict[str, Any]) -> None:
    """个百分点 is never %, 人次 never 人."""
    for row in rows(site, package, "facts"):
        assert (row["unit"] == "百分点") == ("百分点" in row["text"])
        assert (row["unit"] == "人次") == ("人次" in row["text"])


def test_the_columns_are_told_of_once() -> None:
    """What is printed, what is described for machines and what is documented."""
    for name, printed in (("facts", export.COLUMNS), ("events", timeline.COLUMNS)):
        assert tuple(field["name"] for field in tables()[name]["columns"]) == printed
        section = (ROOT / "docs/data.md").read_text("utf-8").split(f"\n## {name}\n")[1].split("\n## ")[0]
        documented = re.findall(r"`(\w+)`", " ".join(re.findall(r"^\| (`[^|]*) \|", section, re.MULTILINE)))
        assert tuple(documented) == printed
