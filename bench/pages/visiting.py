"""Pages opened in Chromium: addresses in, what `tools/probe.mjs` found of each out.

The Node script runs as one process for a whole site and writes a line of JSON as soon as a page is done.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.tools.provision import chromium

from ..fetching import fetched, from_lock, node
from ..measure import BenchError, plain_environment
from .making import Opened

KIT = Path(__file__).with_name("tools")
MODES = ("light", "dark", "large", "forced")
"""In which axe looks: two schemes, the enlarged view, forced colours."""

Found = dict[str, Any]
"""Of one page: `kind`, `path`, `weight` (part → bytes as sent), `requests`, `before_paint`, `blocking`, `moved`,
`outside` (hosts), `console`, `axe` (mode → lines, or None), `bare` (without JavaScript), `lighthouse` (one a round)."""


def visit(site: Opened, tools: Path, rounds: int) -> Iterator[Found]:
    """Opens each page of a site; Lighthouse judges it so many times."""
    program = chromium()
    if not program:
        raise BenchError("找不到 Chromium：请先安装（apt install chromium）。")
    folder = fetched("pages", from_lock(KIT, "--ignore-scripts"), tools)
    shutil.copyfile(KIT / "probe.mjs", folder / "probe.mjs")
    pages = [{"kind": kind, "path": path} for kind, path in site.pages.items()]
    job = {"chromium": program, "origin": site.origin, "modes": MODES, "lighthouse": rounds, "pages": pages}
    yield from _answers([node("node"), "probe.mjs"], folder, json.dumps(job))


def _answers(command: list[str], folder: Path, job: str) -> Iterator[Found]:
    errors = folder / "probe.log"
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "env": plain_environment()}
    with errors.open("w") as log, subprocess.Popen(command, cwd=folder, stderr=log, **pipes) as process:  # type: ignore[call-overload]
        try:
            process.stdin.write(job)
            process.stdin.close()
            yield from map(json.loads, process.stdout)
        except BaseException:
            process.terminate()  # and its browser with it
            raise
    if process.returncode:
        raise BenchError(f"没有测成：\n{errors.read_text('utf-8', 'replace')[-2000:]}")
