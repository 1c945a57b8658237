"""The same words again: answered at once while nothing has changed, and never when anything has."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.rebuild.little import ROOT, Little

WORDS = ("build", "--content", "content", "--output", "output", "--cache", "cache")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the program that a test may edit, with a small site in it."""
    for name in ("plugins", "theme"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("tasks.py", "pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / name, tmp_path / name)
    Little(tmp_path)
    time.sleep(0.05)  # else the files are so young that a change might not show, and no record is made
    return tmp_path


def build(checkout: Path, *words: str, **environment: str) -> tuple[bool, int]:
    """Whether it was answered without a build, and how many pages were printed."""
    command = [sys.executable, "-X", "importtime", "tasks.py", *WORDS, *words]
    done = subprocess.run(
        command, cwd=checkout, capture_output=True, text=True, check=True, env={**os.environ, **environment}
    )
    printed = int(done.stdout.rpartition('"printed": ')[2].partition(",")[0])
    return "pelican" not in done.stderr, printed


def settle(checkout: Path) -> None:
    build(checkout)
    assert build(checkout) == (True, 0)


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text("utf-8") + text, "utf-8")


@pytest.mark.parametrize(
    "change",
    [
        lambda root: append(root / "content/articles/c.md", "\n又添一句。\n"),
        lambda root: (root / "content/articles/c.md").unlink(),
        lambda root: (root / "output/articles/c.html").unlink(),
        lambda root: append(root / "output/articles/c.html", "改坏了"),
        lambda root: (root / "output/stray.html").write_text("多出来的", "utf-8"),
        lambda root: (root / "output/stray").symlink_to(root),
        lambda root: append(root / "theme/static/base.css", "body { margin: 0; }"),
        lambda root: append(root / "pelicanconf.py", "SITE_NOTE = '换了一句'\n"),
        lambda root: append(root / "plugins/home/pages.py", "# other code\n"),
        lambda root: (root / "cache/archive.sqlite").unlink(),
    ],
    ids=["edit", "delete", "lost", "spoilt", "stray", "link", "style", "setting", "code", "cache"],
)
def test_whatever_changes_a_build_looks_at_it(checkout: Path, change: Callable[[Path], object]) -> None:
    settle(checkout)
    change(checkout)
    assert not build(checkout)[0]
    assert build(checkout) == (True, 0)


def test_other_words_and_other_variables_are_other_builds(checkout: Path) -> None:
    append(checkout / "pelicanconf.py", "import os\nSITE_NOTE = os.environ.get('HUB_NOTE', '平常')\n")
    settle(checkout)
    assert not build(checkout, "--jobs", "1")[0]
    assert not build(checkout, HUB_NOTE="不同")[0]
    assert build(checkout, "--fresh")[0] is False


def test_a_fault_is_told_every_time(checkout: Path) -> None:
    settle(checkout)
    append(checkout / "content/articles/c.md", "\n[没有的](gone.md)\n")
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "tasks.py", *WORDS], cwd=checkout, capture_output=True, text=True, check=False
        )
        assert done.returncode == 1
        assert "gone.md" in done.stderr
