"""The small sites that these tests begin with."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.rebuild.checkout import lay_out
from tests.rebuild.little import Little


@pytest.fixture
def little(tmp_path: Path) -> Little:
    """Built once."""
    site = Little(tmp_path)
    assert not site.build().faults
    return site


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the program with a small site in it."""
    lay_out(tmp_path)
    monkeypatch.setenv("HUB_CWD", str(tmp_path))  # ./hub says where it was called, and may have called these tests
    time.sleep(0.05)  # else the files are so young that a change might not show, and no record is made
    return tmp_path
