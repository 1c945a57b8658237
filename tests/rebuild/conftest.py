"""The small site that most of these tests begin with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rebuild.little import Little


@pytest.fixture
def little(tmp_path: Path) -> Little:
    """Built once."""
    site = Little(tmp_path)
    assert not site.build().faults
    return site
