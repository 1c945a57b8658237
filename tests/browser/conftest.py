"""The browser tests' second site: one whose lists run over and whose article has everything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.crowd import write_crowd
from tests.tools.sites import built_once, serving


@pytest.fixture(scope="session")
def crowded(shared: Path) -> Path:
    """The output folder of the crowded content, built once a run."""
    return built_once(shared, "crowded", write_crowd)


@pytest.fixture(scope="session")
def crowded_origin(crowded: Path) -> Iterator[str]:
    """The address at which the crowded site is served."""
    with serving(crowded) as address:
        yield address
