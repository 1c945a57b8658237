"""A copy of the program that a test may edit, with a small site in it, built by its own command line."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.rebuild.little import ROOT, Little

WORDS = ("build", "--content", "content", "--output", "output", "--cache", "cache")


def lay_out(folder: Path) -> None:
    """Puts program and site into a folder."""
    for name in ("plugins", "theme"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("tasks.py", "pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / name, folder / name)
    Little(folder)


def run(checkout: Path, *words: str, **environment: str) -> tuple[set[str], int]:
    """Builds; the modules that were imported, and how many pages were printed."""
    command = [sys.executable, "-X", "importtime", "tasks.py", *(words or WORDS)]
    done = subprocess.run(
        command, cwd=checkout, capture_output=True, text=True, check=True, env={**os.environ, **environment}
    )
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    return imported, int(done.stdout.rpartition('"printed": ')[2].partition(",")[0])


def build(checkout: Path, *words: str, **environment: str) -> tuple[bool, int]:
    """Whether it was answered without a build, and how many pages were printed."""
    imported, printed = run(checkout, *WORDS, *words, **environment)
    return "plugins.press.run" not in imported, printed


def settle(checkout: Path) -> None:
    build(checkout)
    assert build(checkout) == (True, 0)


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text("utf-8") + text, "utf-8")
