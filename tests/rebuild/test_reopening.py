"""A site that is opened again without Pelican is the very site that Pelican opens, and never another's."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.press import standing
from plugins.press.glance import Glance
from plugins.press.host import open_host
from plugins.press.printing import open_printer
from plugins.press.reopening import memorable, reopened
from plugins.press.site import Site
from tests.rebuild.checkout import WORDS, append, run, settle
from tests.rebuild.little import ROOT, Little, files

ELSEWHERE = ("build", "--content", "content", "--output", "else/output", "--cache", "else/cache", "--fresh")


def edit(checkout: Path, text: str = "又添一句，新增座位40个。") -> None:
    append(checkout / "content/articles/c.md", f"\n{text}\n")
    time.sleep(0.05)


def with_pelican(checkout: Path) -> bool:
    """Builds after an edit; whether Pelican was asked."""
    edit(checkout)
    imported, printed = run(checkout)
    assert printed
    assert "plugins.press.run" in imported
    return "pelican" in imported


def assert_fresh(checkout: Path) -> None:
    """Asserts that the site is what Pelican and a build without memory make of the same content."""
    shutil.rmtree(checkout / "else", ignore_errors=True)
    assert "pelican" in run(checkout, *ELSEWHERE)[0]
    assert files(checkout / "output") == files(checkout / "else/output")


def test_edits_need_no_pelican_and_end_in_the_bytes_of_a_fresh_build(checkout: Path) -> None:
    settle(checkout)
    assert not with_pelican(checkout)
    assert not with_pelican(checkout)
    shutil.copy(checkout / "content/articles/c.md", checkout / "content/articles/d.md")
    text = (checkout / "content/articles/d.md").read_text("utf-8")
    (checkout / "content/articles/d.md").write_text(text.replace("slug: c", "slug: d"), "utf-8")
    append(checkout / "theme/static/base.css", "body { margin: 0; }")
    assert not with_pelican(checkout)
    assert_fresh(checkout)


def test_what_has_happened_to_the_output_is_seen_with_an_edit(checkout: Path) -> None:
    settle(checkout)
    (checkout / "output/index.html").write_text("改坏了", "utf-8")
    (checkout / "output/articles/a.html").unlink()
    (checkout / "output/stray.html").write_text("多出来的", "utf-8")
    assert not with_pelican(checkout)
    assert_fresh(checkout)


def test_the_output_is_looked_at_where_another_build_has_printed_meanwhile(checkout: Path) -> None:
    settle(checkout)
    edit(checkout, "这一句由别的命令先印。")
    run(checkout, *WORDS, "--jobs", "1")
    (checkout / "output/articles/a.html").unlink()
    assert not with_pelican(checkout)
    assert_fresh(checkout)


@pytest.mark.parametrize(
    "change",
    [
        lambda root: append(root / "pelicanconf.py", "SITE_NOTE = '换了一句'\n"),
        lambda root: append(root / "publishconf.py", "# beside\n"),
        lambda root: append(root / "plugins/home/pages.py", "# other code\n"),
        lambda root: append(root / "tasks.py", "# other code\n"),
    ],
    ids=["setting", "beside", "code", "tasks"],
)
def test_pelican_opens_what_has_changed(checkout: Path, change: Callable[[Path], object]) -> None:
    settle(checkout)
    change(checkout)
    assert with_pelican(checkout)
    assert not with_pelican(checkout)
    assert_fresh(checkout)


@pytest.mark.parametrize(
    "line",
    [
        "SITE_NOTE = Path(__file__).with_name('note.txt').read_text('utf-8')",
        "import datetime; SITE_NOTE = str(datetime.date.today().year)",
        "JINJA_FILTERS = {'shout': str.upper}",
        "PLUGINS.append('others')",
        "JINJA_ENVIRONMENT['finalize'] = lambda value: value",
    ],
)
def test_pelican_opens_what_may_change_unseen(checkout: Path, line: str) -> None:
    (checkout / "note.txt").write_text("一句", "utf-8")
    (checkout / "others.py").write_text("def register():\n    pass\n", "utf-8")
    append(checkout / "pelicanconf.py", f"{line}\n")
    settle(checkout)
    assert with_pelican(checkout)


@pytest.fixture
def both(little: Little) -> tuple[Site, Site]:
    """A site as Pelican opens it, and opened again."""
    settings, given = ROOT / "pelicanconf.py", {"PATH": str(little.content), "CACHE_PATH": str(little.cache)}
    first = open_host(settings, given).site()
    standing.known["opening"] = memorable(first)
    try:
        again = reopened(settings, given)
        assert reopened(settings, {}) is None
    finally:
        standing.known.clear()
    assert again is not None
    return first, again


def test_templates_are_found_and_read_alike(both: tuple[Site, Site]) -> None:
    first, again = both
    assert first.env.list_templates() == again.env.list_templates()
    for name in ("filters", "tests", "globals"):
        assert vars(first.env)[name].keys() == vars(again.env)[name].keys()
    text = "{{ '2026' | upper }}{% if 'plugins.home' is plugin_enabled %}有{% endif %}"
    assert first.env.from_string(text).render() == again.env.from_string(text).render() == "2026有"


def test_pages_have_the_same_stamps(both: tuple[Site, Site]) -> None:
    stamps = []
    for site in both:
        with site.archive() as archive:
            printer = open_printer(site, archive)
            stamps.append({name: printer.house.page_stamp(of.template) for name, of in printer.families.items()})
    assert stamps[0] == stamps[1]


def test_a_look_that_is_broken_off_brings_nothing() -> None:
    assert Glance(lambda: b"7").result() == b"7"
    assert Glance(lambda: b"7" * 200_000).result() == b"7" * 200_000
    assert Glance(lambda: os._exit(9)).result() == b""
    assert Glance(lambda: b"" * (1 // 0)).result() == b""
