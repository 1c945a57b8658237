"""What the tests share: the shipped site, built once a run; the system's tools; a browser; a file server.

The workers of pytest-xdist share one build: the first to take the lock makes it, the others wait and use it.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from tests.tools.provision import chromium, provision

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
BROWSER_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Holds a lock that the run's other workers wait for."""
    with file.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this run see."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def site(shared: Path) -> Path:
    """The output folder of the shipped content, built once a run. Nobody writes into it."""
    from plugins.press import build  # noqa: PLC0415  (most tests don't need the press)

    output, done = shared / "site", shared / "site.done"
    with locked(shared / "site.lock"):
        if not done.exists():
            report = build(
                content=ROOT / "content",
                output=output,
                cache=shared / "site.cache",
                jobs=1,
                fresh=False,
                settings="pelicanconf.py",
            )
            assert report.errors == 0, "\n".join(map(str, report.faults))
            done.touch()
    return output


@pytest.fixture(scope="session")
def tools(shared: Path) -> None:
    """The system has what the tests need; otherwise they fail with the line that says what to do."""
    with locked(shared / "tools.lock"):
        missing = provision()
    if missing:
        pytest.fail("\n".join(missing), pytrace=False)


@pytest.fixture(scope="session")
def browser(tools: None) -> Iterator[Browser]:
    """A real Chromium, headless, that asks nobody for anything by itself."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  (starts a driver process when used)

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium(), args=BROWSER_ARGS)
        yield browser
        browser.close()


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves a folder as a plain web server would, its 404 page included, and logs nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Test output is for the tests."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """A folder on a free port of 127.0.0.1; gives its address without a slash at the end."""
    handler = partial(QuietHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def origin(site: Path) -> Iterator[str]:
    """The address at which the built site is served."""
    with serving(site) as address:
        yield address
