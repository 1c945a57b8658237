"""What the tests share: the shipped site, built once a run; the system's tools; a browser; a file server."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.tools.provision import chromium, provision
from tests.tools.sites import built_once, locked, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

settings.register_profile("hub", deadline=None)  # on a busy machine it would say nothing of the code
settings.load_profile("hub")

BROWSER_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this run see."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def site(shared: Path) -> Path:
    """The output folder of the shipped content. Nobody writes into it."""
    return built_once(shared, "site")


@pytest.fixture(scope="session")
def origin(site: Path) -> Iterator[str]:
    """The address at which the built site is served."""
    with serving(site) as address:
        yield address


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
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium(), args=BROWSER_ARGS)
        yield browser
        browser.close()
