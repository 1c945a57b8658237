"""A command in, its cost out: wall time, CPU time of all its processes, and their peak memory together.

The times are taken by `child`, beside the command, so that neither our interpreter's start nor our sampling is in them.
Memory is sampled from here: the sum of the proportional set sizes (PSS) of the command's processes, in which a page
shared by four counts once, or of their resident sizes (RSS) where the kernel doesn't tell PSS.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

CHILD = Path(__file__).with_name("child.py")
PROC = Path("/proc")
PACE = 0.02
"""Seconds between samples of memory …"""
RESTRAINT = 20
"""… or so many times what the last sample took: reading the PSS of a gigabyte costs milliseconds that would be felt."""


class BenchError(Exception):
    """The bench can't go on; the message says why, in Chinese, to whoever runs it."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a command took; seconds and bytes."""

    wall: float
    user: float
    system: float
    peak: int
    """The larger of the highest sampled sum and the kernel's high-water mark of the largest single process."""
    largest: int
    samples: int
    output: str

    @property
    def cpu(self) -> float:
        return self.user + self.system


def run(command: Sequence[str], *, cwd: Path, log: Path, environment: dict[str, str] | None = None) -> Cost:
    """Runs and measures; a command that fails is an error, not a time."""
    os.sync()  # what others wrote before is not to be written during this
    argv = [sys.executable, "-I", "-S", str(CHILD), str(log), *command]
    with _started(argv, cwd, plain_environment() | (environment or {})) as process:
        watch = MemoryWatch(process.pid)
        watch.start()
        said = process.communicate()[0]
        watch.stop()
    output, errors = log.read_text("utf-8", "replace"), Path(f"{log}.err").read_text("utf-8", "replace")
    if not said or (told := json.loads(said))["status"] or told["stragglers"]:
        raise BenchError(f"没有跑成：{' '.join(command)}\n{(output + errors)[-2000:]}")
    peak = max(watch.peak, told["largest"])
    return Cost(told["wall"], told["user"], told["system"], peak, told["largest"], watch.samples, output)


@contextmanager
def _started(argv: Sequence[str], cwd: Path, environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A process in a session of its own, all of which ends when we leave, by Ctrl-C too."""
    process = subprocess.Popen(argv, cwd=cwd, env=environment, stdout=subprocess.PIPE, start_new_session=True)
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if process.stdout:
            process.stdout.close()


def plain_environment() -> dict[str, str]:
    """Ours without what a user's shell would not have: Python's switches and what `./hub` sets for itself."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "HUB_", "VIRTUAL_ENV"))}


class MemoryWatch(threading.Thread):
    """Samples the processes below `root`, itself left out, until it is stopped."""

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self.root = root
        self.peak = 0
        self.samples = 0
        self._done = threading.Event()

    def run(self) -> None:
        pause = PACE
        while not self._done.wait(pause):
            begun = time.perf_counter()
            self.peak = max(self.peak, sum(map(memory, descendants(self.root))))
            self.samples += 1
            pause = max(PACE, RESTRAINT * (time.perf_counter() - begun))

    def stop(self) -> None:
        self._done.set()
        self.join()


def descendants(root: int) -> list[int]:
    """The processes below one, of any depth."""
    found: list[int] = []
    pending = [root]
    while pending:
        below = _children(pending.pop())
        found += below
        pending += below
    return found


def _children(process: int) -> list[int]:
    found: list[int] = []
    with suppress(OSError):  # it may end while we look
        for thread in (PROC / str(process) / "task").iterdir():
            found += map(int, (thread / "children").read_text().split())
    return found


def memory(process: int) -> int:
    """Bytes of one process: PSS, or RSS where PSS can't be read; 0 when it has ended."""
    with suppress(OSError):
        return _kilobytes((PROC / str(process) / "smaps_rollup").read_text(), "Pss:")
    with suppress(OSError):
        return _kilobytes((PROC / str(process) / "status").read_text(), "VmRSS:")
    return 0


def _kilobytes(text: str, name: str) -> int:
    return next((int(line.split()[1]) * 1024 for line in text.splitlines() if line.startswith(name)), 0)


def memory_kind() -> str:
    """Which of the two is sampled on this machine."""
    return "PSS" if (PROC / "self" / "smaps_rollup").is_file() else "RSS"
