"""The machine: what it is, and its floor, which is what listing, reading and writing the same files costs by itself."""

from __future__ import annotations

import datetime as dt
import os
import platform
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .generators import ROOT
from .measure import memory_kind, run
from .sites import Site


def machine() -> dict[str, Any]:
    """What figures are worth nothing without."""
    cpu = [line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")]
    total = [int(line.split()[1]) * 1024 for line in _lines("/proc/meminfo") if line.startswith("MemTotal:")]
    return {
        "date": dt.datetime.now(dt.UTC).astimezone().isoformat(timespec="minutes"),
        "cores": len(os.sched_getaffinity(0)),
        "cpu": cpu[0] if cpu else platform.machine(),
        "memory": total[0] if total else None,
        "kernel": platform.release(),
        "python": platform.python_version(),
        "load": os.getloadavg()[0],
        "memory_kind": memory_kind(),
    }


def _lines(path: str) -> list[str]:
    return Path(path).read_text("utf-8", "replace").splitlines()


def code() -> int:
    """Our own code as it stands; another number when a file of it was changed."""
    files = (path for path in sorted((ROOT / "plugins").rglob("*")) if path.is_file() and path.suffix != ".pyc")
    return hash(tuple((str(path), path.stat().st_mtime_ns) for path in files))


def import_pelican(work: Path, times: int = 5) -> float:
    """Seconds that a Python takes to start and import Pelican: the yardstick for an edit, a median."""
    command = [sys.executable, "-c", "import pelican"]
    run(command, cwd=work, log=work / "import.log")
    return statistics.median(run(command, cwd=work, log=work / "import.log").wall for _ in range(times))


class Watch:
    """Adds up the wall and CPU seconds spent inside `with watch("name")`."""

    def __init__(self) -> None:
        self.spent: dict[str, dict[str, float]] = {}

    @contextmanager
    def __call__(self, name: str) -> Iterator[None]:
        wall, cpu = time.perf_counter(), time.process_time()
        yield
        spent = self.spent.setdefault(name, {"wall": 0.0, "cpu": 0.0})
        spent["wall"] += time.perf_counter() - wall
        spent["cpu"] += time.process_time() - cpu


def floor(site: Site) -> dict[str, Any]:
    """Lists, stats and reads the sources of a built site, and writes its output's bytes as new files."""
    watch = Watch()
    with watch("list"):
        sources = list(_files(site.sources))
    with watch("stat"):
        for path in sources:
            os.stat(path)  # noqa: PTH116 - the call itself, not pathlib, is to be timed
    with watch("read"):
        size = sum(len(_read(path)) for path in sources)
    copy = site.trash / f"floor-{time.monotonic_ns()}"
    written = _write_again(site.output, copy, watch)
    return {"sources": len(sources), "source_bytes": size, **written, "seconds": watch.spent}


def _write_again(output: Path, copy: Path, watch: Watch) -> dict[str, int]:
    """Every file of the output once more; only its writing is timed."""
    files = size = 0
    for path in _files(output):
        target = copy / Path(path).relative_to(output)
        target.parent.mkdir(parents=True, exist_ok=True)
        data = _read(path)
        with watch("write"):
            descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
            os.write(descriptor, data)
            os.close(descriptor)
        files, size = files + 1, size + len(data)
    return {"files": files, "bytes": size}


def _files(folder: Path) -> Iterator[str]:
    pending = [str(folder)]
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    pending.append(entry.path)
                else:
                    yield entry.path


def _read(path: str) -> bytes:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        return os.read(descriptor, os.fstat(descriptor).st_size)
    finally:
        os.close(descriptor)
