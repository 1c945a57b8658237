"""Findings in SARIF 2.1.0 (OASIS, 2020), which code hosts and editors show beside the lines. Pure.

Columns count UTF-16 code units there; ours count characters.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final
from urllib.parse import quote

from .types import MESSAGES, Finding, Place

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
LEVELS: Final = {"block": "error", "warn": "warning"}


def as_sarif(findings: Sequence[Finding]) -> str:
    """One run with all findings; every rule that can speak up is described."""
    rules = [*MESSAGES.table, *sorted({finding.rule for finding in findings} - set(MESSAGES.table))]
    driver = {"name": "hub proof", "language": "zh-CN", "rules": [_rule(name) for name in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "utf16CodeUnits",
        "results": [_result(finding, rules) for finding in findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(name: str) -> dict[str, Any]:
    return {"id": name, "shortDescription": {"text": name.replace("_", " ")}}


def _result(finding: Finding, rules: Sequence[str]) -> dict[str, Any]:
    said = [finding.message, *filter(None, [finding.why]), f"改法：{finding.mend}"]
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rules.index(finding.rule),
        "level": LEVELS[finding.level],
        "message": {"text": "\n".join(said)},
        "locations": [_location(finding.place)],
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_location(place), "message": {"text": place.sentence or place.excerpt}}
            for number, place in enumerate(finding.related, 1)
        ]
    return result


def _location(place: Place) -> dict[str, Any]:
    start = _units(place.excerpt[: place.column - 1]) + 1
    words = place.excerpt[place.column - 1 : place.column - 1 + place.length]
    region = {
        "startLine": place.line,
        "startColumn": start,
        "endColumn": start + max(1, _units(words)),
        "snippet": {"text": place.excerpt},
    }
    return {"physicalLocation": {"artifactLocation": {"uri": quote(place.path)}, "region": region}}


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
