"""Builds that are killed without a word: the next one goes through, and its site is that of a fresh build."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rebuild.little import ROOT, Little, files

MANY = 300
"""Articles: enough for processes to be started, for compiling and for printing."""
PATIENCE = 30
"""Seconds within which the next build ends; it would wait for ever for a lock that is not let go."""


@pytest.fixture
def site(tmp_path: Path) -> Little:
    little = Little(tmp_path)
    text = (little.content / "articles/c.md").read_text("utf-8")
    for number in range(MANY):
        copy = text.replace("slug: c", f"slug: c{number}").replace("2026-04-03", f"2026-04-{number % 28 + 1:02}")
        (little.content / f"articles/c{number}.md").write_text(copy, "utf-8")
    return little


def begin(site: Little, *words: str) -> subprocess.Popen[str]:
    """A build in processes of its own, under way."""
    folders = ("--content", str(site.content), "--output", str(site.output), "--cache", str(site.cache))
    command = [sys.executable, "tasks.py", "build", *folders, "--jobs", "2", *words]
    return subprocess.Popen(command, cwd=ROOT, text=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def end(process: subprocess.Popen[str]) -> tuple[int, str]:
    """How it ends and what it says; nothing ends before the last worker that could speak."""
    said = process.communicate(timeout=PATIENCE)[1]
    return process.returncode, said


def workers(process: subprocess.Popen[str]) -> Iterator[int]:
    """The processes that a build has started, as soon as there are any."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while process.poll() is None:
        try:
            found = children.read_text()
        except OSError:
            return
        yield from map(int, found.split())


def edit(site: Little, chance: random.Random) -> None:
    for path in chance.sample(sorted(site.content.glob("articles/c*.md")), chance.choice([1, 40, MANY])):
        path.write_text(path.read_text("utf-8").replace("近90件", f"近{chance.randint(2, 9)}0件"), "utf-8")


def killed_again_and_again(site: Little, times: int) -> None:
    chance = random.Random(times)
    site.build()
    for turn in range(times):
        edit(site, chance)
        if turn % 4 == 1:
            shutil.rmtree(site.output)
        process = begin(site, *["--fresh"] * (turn % 3 == 0))
        time.sleep(chance.uniform(0.3, 1.5))
        process.kill()
        end(process)
        code, said = end(begin(site))
        assert code == 0, said
        assert files(site.output) == site.fresh()


def test_a_build_that_was_killed_leaves_no_trace(site: Little) -> None:
    killed_again_and_again(site, 3)


@pytest.mark.slow
def test_fifty_builds_that_were_killed_leave_no_trace(site: Little) -> None:
    killed_again_and_again(site, 50)


def test_no_worker_outlives_its_build(site: Little) -> None:
    process = begin(site)
    assert next(workers(process))
    process.kill()
    end(process)


def test_a_killed_worker_is_told_in_a_line(site: Little) -> None:
    process = begin(site)
    os.kill(next(workers(process)), signal.SIGKILL)
    code, said = end(process)
    assert (code, said.count("\n")) == (1, 1)
    assert "工作进程" in said
    assert end(begin(site))[0] == 0
    assert files(site.output) == site.fresh()
