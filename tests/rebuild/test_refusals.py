"""What goes wrong outside the text of manuscripts is told in a line of Chinese, never in a traceback."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from plugins import press
from plugins.press.machine import MachineError
from plugins.press.output import OutputError
from plugins.press.planning import PlanError
from plugins.settings import SettingsError
from tests.rebuild.little import ROOT, Little


@pytest.fixture
def site(tmp_path: Path) -> Little:
    return Little(tmp_path)


@pytest.mark.parametrize("place", ["output", "cache"])
def test_a_file_where_a_folder_belongs(site: Little, place: str) -> None:
    (site.folder / place).write_text("别的东西", "utf-8")
    with pytest.raises(MachineError, match=place):
        site.build()


def test_a_full_disk(site: Little) -> None:
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    with mock.patch("plugins.press.output.os.write", side_effect=full), pytest.raises(MachineError, match="磁盘满了"):
        site.build()
    assert not site.build().faults


def test_a_mistake_of_the_program_keeps_its_traceback(site: Little) -> None:
    with mock.patch("plugins.press.run.plan", side_effect=OSError(errno.EPIPE, "")), pytest.raises(BrokenPipeError):
        site.build()


@pytest.mark.parametrize("name", [b"articles/\xff.md", b"images/\xff.png"])
def test_a_name_that_is_no_text(site: Little, name: bytes) -> None:
    path = site.content / os.fsdecode(name)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"")
    (fault,) = site.build().faults
    assert "[file-name]" in fault


def test_a_pipe_is_no_manuscript(site: Little) -> None:
    os.mkfifo(site.content / "articles/pipe.md")
    (fault,) = site.build().faults
    assert "articles/pipe.md" in fault


@pytest.mark.parametrize("alias", ["/.hub-output/", "/.hub-fresh/x.html", f"/{'长' * 80}.html"])
def test_an_old_address_that_no_file_can_have(site: Little, alias: str) -> None:
    site.replace("articles/a.md", "slug: a\n", f"slug: a\naliases: [{alias}]\n")
    (fault,) = site.build().faults
    assert "[alias-form]" in fault


def test_an_old_address_below_a_page(site: Little) -> None:
    site.replace("articles/a.md", "slug: a\n", "slug: a\naliases: [/old.html, /old.html/x.html]\n")
    with pytest.raises(OutputError, match="aliases"):
        site.build()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("1 / 0", "conf.py:3 读不下去"),
        ("not closed(", "conf.py:3 写法不对"),
        ('PATH = "nowhere"', "conf.py"),
        ("PRESS_JOBS = -1", "PRESS_JOBS 的值不合用：不能小于 0"),
        ('PRESS_JOBS = "2"', "PRESS_JOBS 的值不合用：要一个整数"),
    ],
)
def test_a_mistake_in_the_settings(site: Little, line: str, said: str) -> None:
    conf = site.folder / "conf.py"
    conf.write_text(f"import sys\nfrom pelicanconf import *\n{line}\n", "utf-8")
    given: dict[str, Any] = {} if "PATH" in line else {"content": site.content}
    with mock.patch("sys.path", [str(ROOT), *sys.path]), pytest.raises(SettingsError, match=said):
        press.build(settings=conf, output=site.output, cache=site.cache, **given)


def test_an_old_address_that_another_page_has(site: Little) -> None:
    site.replace("articles/a.md", "slug: a\n", "slug: a\naliases: [/index.html]\n")
    with pytest.raises(PlanError, match="aliases"):
        site.build()
