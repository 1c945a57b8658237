"""Findings as an editor reads them in a terminal, and as JSON for other tools; SARIF stands in `sarif`. Pure.

The JSON is a list of objects, one a finding, in the order of files and lines; docs/proof.md names its keys.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from plugins.manuscripts.excerpt import marked

from .sarif import as_sarif
from .types import Finding, Place

LEVELS: Final = {"block": "必须改好", "warn": "请看一看"}


def as_text(findings: Sequence[Finding]) -> str:
    """All findings and how many there are."""
    blocking = sum(finding.level == "block" for finding in findings)
    count = f"共 {len(findings)} 处，其中 {blocking} 处必须改好。" if findings else "没有发现问题。"
    return "\n\n".join([*map(_finding, findings), count])


def _finding(finding: Finding) -> str:
    lines = [
        f"{_where(finding.place)} [{finding.rule}] {LEVELS[finding.level]}：{finding.message}",
        *_excerpt(finding.place),
        *([f"  原因：{finding.why}"] if finding.why else []),
    ]
    for place in finding.related:
        lines += [f"  另见 {_where(place)}", *_excerpt(place)]
    return "\n".join([*lines, f"  改法：{_indented(finding.mend)}"])


def _where(place: Place) -> str:
    return f"{place.path}:{place.line}:{place.column}"


def _excerpt(place: Place) -> Iterator[str]:
    shown, carets = marked(place.excerpt, place.column, place.length)
    number = str(place.line)
    yield f"  {number} | {shown}".rstrip()
    yield f"  {' ' * len(number)} | {carets}"


def _indented(text: str) -> str:
    return text.replace("\n", "\n  ")


def as_json(findings: Sequence[Finding]) -> str:
    """One object a finding."""
    return json.dumps([_record(finding) for finding in findings], ensure_ascii=False, indent=2)


def _record(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "code": finding.code,
        "level": finding.level,
        **_position(finding.place),
        "message": finding.message,
        "why": finding.why,
        "mend": finding.mend,
        "related": [_position(place) for place in finding.related],
    }


def _position(place: Place) -> dict[str, Any]:
    return {
        "file": place.path,
        "line": place.line,
        "column": place.column,
        "length": place.length,
        "sentence": place.sentence,
    }


FORMATS: Final[dict[str, Callable[[Sequence[Finding]], str]]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
}
"""By the name that `--format` takes."""
