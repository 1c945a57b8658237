"""Many machines: a scheduler and two workers, processes of their own, print the same bytes; one of them is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.press import cluster
from plugins.press.workshop import WorkshopError
from tests.rebuild.little import ROOT, Little, files

ARTICLES = 400


@pytest.fixture
def crowded(tmp_path: Path) -> Little:
    """A site with enough articles for every worker."""
    little = Little(tmp_path)
    text = (little.content / "articles/c.md").read_text("utf-8")
    for number in range(ARTICLES):
        changed = text.replace("slug: c", f"slug: c{number}").replace("近90件", f"近{number + 90}件")
        (little.content / f"articles/c{number}.md").write_text(changed, "utf-8")
    return little


def start(*words: str, cwd: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "distributed.cli." + words[0], *words[1:]]
    return subprocess.Popen(
        command,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@pytest.fixture
def workers(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a cluster on this machine, and its two workers."""
    found = tmp_path / "scheduler.json"
    quiet = ("--dashboard-address", "127.0.0.1:0", "--host", "127.0.0.1")
    processes = [start("dask_scheduler", *quiet, "--port", "0", "--scheduler-file", str(found), cwd=tmp_path)]
    try:
        wait_for(found.exists)
        address = found.read_text("utf-8").partition('"address": "tcp://')[2].partition('"')[0]
        single = ("--nworkers", "1", "--nthreads", "1", "--no-nanny", *quiet)
        for _ in range(2):
            processes.append(start("dask_worker", f"tcp://{address}", *single, cwd=tmp_path))
        from distributed import Client

        with Client(f"tcp://{address}", timeout=30) as client:
            client.wait_for_workers(2, timeout=30)
        yield address, processes[1:]
    finally:
        for process in reversed(processes):
            process.kill()  # a worker that is asked to end first hears out a scheduler that may have ended already
            process.wait()


def wait_for(done: object) -> None:
    assert callable(done)
    end = time.monotonic() + 30
    while not done():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.02)


def test_a_cluster_prints_the_same_bytes_though_a_worker_is_killed(
    crowded: Little, workers: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    address, processes = workers
    expected = crowded.fresh()
    crowded.overrides["PRESS_EXECUTOR"] = f"dask://{address}"
    victim = threading.Thread(target=kill_when_at_work, args=(crowded, processes[0]))
    victim.start()
    report = crowded.build()
    victim.join()
    assert processes[0].wait(5) == -signal.SIGKILL
    assert not report.faults
    assert files(crowded.output) == expected
    crowded.overrides["PRESS_EXECUTOR"] = ""
    assert crowded.build().printed == 0


def kill_when_at_work(site: Little, worker: subprocess.Popen[bytes]) -> None:
    """Once the first articles are printed, in the middle of the printing."""
    wait_for(lambda: any((site.output / "articles").glob("c*.html")) if (site.output / "articles").exists() else False)
    worker.kill()


@pytest.mark.parametrize(
    ("address", "words"), [("ray://there:1", "dask://主机:端口"), ("dask://127.0.0.1:1", "连不上")]
)
def test_a_wrong_address_is_told_in_a_line(address: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.5)
    with pytest.raises(WorkshopError, match=words), cluster.connect(address):
        pass
