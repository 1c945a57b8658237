"""Sites for tests: built once for all workers of a run, and served on the loopback."""

from __future__ import annotations

import fcntl
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

ROOT = Path(__file__).parents[2]


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Holds a lock that the run's other workers wait for."""
    with file.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def built_once(
    shared: Path, name: str, write: Callable[[Path], None] | None = None, overrides: dict[str, Any] | None = None
) -> Path:
    """The output folder of a site that all workers use: of the shipped content, or of what `write` writes.

    The first worker to take the lock builds it, the others wait.
    """
    from plugins.press import build

    work = shared / name
    work.mkdir(exist_ok=True)
    content, output, done = work / "content" if write else ROOT / "content", work / "output", work / "done"
    with locked(work / "lock"):
        if not done.exists():
            if write:
                write(content)
            report = build(
                content=content,
                output=output,
                cache=work / "cache",
                jobs=1,
                settings=ROOT / "pelicanconf.py",
                overrides=overrides,
            )
            assert report.errors == 0, "\n".join(map(str, report.faults))
            done.touch()
    return output


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves a folder as a plain web server would, and logs nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Test output is for the tests."""


class QuietServer(ThreadingHTTPServer):
    """Takes it calmly when a browser leaves before the answer is there."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """A folder on a free port of 127.0.0.1; gives its address without a slash at the end."""
    handler = partial(QuietHandler, directory=str(folder))
    with QuietServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
