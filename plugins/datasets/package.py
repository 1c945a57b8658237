"""datapackage.json: what the CSVs are, for tools that read Frictionless Data Packages.

Follows https://specs.frictionlessdata.io (version 1, which every such tool reads). The figures are one resource in as
many files as there are years.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from plugins.archive import Archive, Page, digest

from .settings import DatasetSettings

TABLES = Path(__file__).parent / "tables.toml"


@cache
def tables() -> dict[str, dict[str, Any]]:
    """The tables of the downloads with their columns."""
    return tomllib.loads(TABLES.read_text("utf-8"))


class DataPackage:
    """The description beside the CSVs."""

    name = "datapackage"
    template = ""

    def __init__(self, settings: DatasetSettings) -> None:
        self.settings = settings

    def plan(self, archive: Archive) -> Iterator[Page]:
        yield Page("data/datapackage.json", "", digest(self.inputs(archive, "")), listed=False)

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        years = [row["year"] for row in archive.fetch("facts.years")]
        files = {"facts": [f"facts-{year}.csv" for year in years], "events": ["events.csv"]}
        return {"resources": [_resource(name, paths) for name, paths in files.items() if paths]}

    def render(self, inputs: dict[str, Any]) -> str:
        """In the order in which one reads it."""
        home = {"homepage": f"{self.settings.SITEURL}/data/"} if self.settings.SITEURL else {}
        package = {
            "profile": "tabular-data-package",
            "name": "ledger",
            "title": f"{self.settings.SITENAME}数据台账",
            "description": "从稿件里逐个读出的数字和大事，每一行都带着原句和出处。",
            **home,
            "resources": inputs["resources"],
        }
        return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _resource(name: str, paths: list[str]) -> dict[str, Any]:
    table = tables()[name]
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "title": table["title"],
        "description": table["description"],
        "path": paths if len(paths) > 1 else paths[0],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": table["columns"], "primaryKey": "id"},
    }
