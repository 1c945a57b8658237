"""The same words again: answered at once while nothing has changed, and never when anything has."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from plugins.press.planning import plan
from plugins.press.standing import look
from tests.rebuild.checkout import WORDS, append, build, settle
from tests.rebuild.little import Little


@pytest.mark.parametrize(
    "change",
    [
        lambda root: append(root / "content/articles/c.md", "\n又添一句。\n"),
        lambda root: (root / "content/articles/c.md").unlink(),
        lambda root: (root / "output/articles/c.html").unlink(),
        lambda root: append(root / "output/articles/c.html", "改坏了"),
        lambda root: (root / "output/stray.html").write_text("多出来的", "utf-8"),
        lambda root: (root / "output/stray").symlink_to(root),
        lambda root: append(root / "theme/static/base.css", "body { margin: 0; }"),
        lambda root: append(root / "pelicanconf.py", "SITE_NOTE = '换了一句'\n"),
        lambda root: append(root / "plugins/home/pages.py", "# other code\n"),
        lambda root: (root / "cache/archive.sqlite").unlink(),
    ],
    ids=["edit", "delete", "lost", "spoilt", "stray", "link", "style", "setting", "code", "cache"],
)
def test_whatever_changes_a_build_looks_at_it(checkout: Path, change: Callable[[Path], object]) -> None:
    settle(checkout)
    change(checkout)
    assert not build(checkout)[0]
    assert build(checkout) == (True, 0)


def test_other_words_and_other_variables_are_other_builds(checkout: Path) -> None:
    append(checkout / "pelicanconf.py", "import os\nSITE_NOTE = os.environ.get('HUB_NOTE', '平常')\n")
    settle(checkout)
    assert not build(checkout, "--jobs", "1")[0]
    assert not build(checkout, HUB_NOTE="不同")[0]
    assert build(checkout, "--fresh")[0] is False


def relink(link: Path, target: Path) -> None:
    link.unlink(missing_ok=True)
    link.symlink_to(target)


@pytest.mark.parametrize("name", ["content", "output"])
def test_a_folder_that_is_a_link_and_leads_elsewhere(checkout: Path, name: str) -> None:
    first, second = checkout / f"{name}-1", checkout / f"{name}-2"
    if name == "content":
        (checkout / name).rename(first)
        shutil.copytree(first, second)
        append(second / "articles/c.md", "\n又添一句。\n")
        time.sleep(0.05)
    else:
        first.mkdir()
        second.mkdir()
    relink(checkout / name, first)
    settle(checkout)
    relink(checkout / name, second)
    assert not build(checkout)[0]
    assert "又添" in (checkout / "output/articles/c.html").read_text("utf-8") or name == "output"


def test_a_file_of_the_theme_that_lies_elsewhere(checkout: Path) -> None:
    style = checkout / "theme/static/base.css"
    style.rename(checkout / "base.css")
    style.symlink_to(checkout / "base.css")
    settle(checkout)
    append(checkout / "base.css", "body { margin: 0; }")
    assert not build(checkout)[0]


def test_a_folder_of_the_theme_that_lies_elsewhere_is_never_sure(checkout: Path) -> None:
    (checkout / "theme/components").rename(checkout / "components")
    (checkout / "theme/components").symlink_to(checkout / "components")
    build(checkout)
    assert not build(checkout)[0]


def test_settings_that_take_in_a_module(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    module = tmp_path_factory.mktemp("shared") / "office.py"
    module.write_text("import os\nNOTE = os.environ.get('hub_note', '一句')\n", "utf-8")
    append(
        checkout / "pelicanconf.py", f"sys.path.append({str(module.parent)!r})\nfrom office import NOTE as SITE_NOTE\n"
    )
    settle(checkout)
    assert not build(checkout, hub_note="又一句")[0]
    settle(checkout)
    append(module, "NOTE = '另一句'\n")
    assert not build(checkout)[0]


def test_a_theme_that_changes_while_a_build_runs_shows_behind_it(tmp_path: Path) -> None:
    site = Little(tmp_path)
    theme = site.own_theme()
    time.sleep(0.05)

    def late(*arguments: Any) -> Any:
        append(theme / "static/base.css", "body { margin: 0; }")
        return plan(*arguments)

    with mock.patch("plugins.press.run.plan", late):
        report = site.build()
    assert any(look(kind, path) != was for kind, path, was in report.seen)


@pytest.mark.parametrize("spoilt", ["[]", "{", '{"words": []}', ""])
def test_a_record_that_says_nothing(checkout: Path, spoilt: str) -> None:
    settle(checkout)
    for record in (checkout / ".cache/standing").iterdir():
        known = record.read_text("utf-8")
        for text in (spoilt, known.replace('"report": "', '"report": "x'), known.replace('"seen": [', '"seen": [7, ')):
            record.write_text(text, "utf-8")
            assert not build(checkout)[0]


def test_where_no_record_can_be_kept_the_site_stands_all_the_same(checkout: Path) -> None:
    (checkout / ".cache").mkdir()
    (checkout / ".cache/standing").write_text("", "utf-8")
    build(checkout)
    assert build(checkout) == (False, 0)


def test_a_fault_is_told_every_time(checkout: Path) -> None:
    settle(checkout)
    append(checkout / "content/articles/c.md", "\n[没有的](gone.md)\n")
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "tasks.py", *WORDS], cwd=checkout, capture_output=True, text=True, check=False
        )
        assert done.returncode == 1
        assert "gone.md" in done.stderr
