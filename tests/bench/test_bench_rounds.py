"""A short run of the bench itself: ours only, thirty articles, one round; and what it must notice."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import pytest

from bench.commands import Wish, bench
from bench.corpus import TOPICS, Corpus
from bench.generators import chosen
from bench.measure import BenchError, descendants, run
from bench.sites import Site, census
from bench.steps import STEPS, verify

THREE = """
import os, time
if os.fork() == 0:
    os.fork()
held = b"x" * (40 << 20)
end = time.process_time() + 0.2
while time.process_time() < end:
    pass
time.sleep(0.5)
"""
"""A process, its child and its grandchild: each takes 40 MiB and a fifth of a second, and none waits for another."""


def test_a_round_of_all_steps_with_ours(tmp_path: Path) -> None:
    wish = Wish(articles="30", rounds=1, out=tmp_path / "out.json", work=tmp_path / "work")
    said = bench("build", wish)
    kept = json.loads((tmp_path / "out.json").read_text("utf-8"))
    rows = kept["rows"]
    assert [row["step"] for row in rows] == list(STEPS)
    assert all(row["wall"] > 0 and row["cpu"] > 0 and row["peak"] >= row["largest"] > 0 for row in rows)
    printed = {row["step"]: row["printed"] for row in rows}
    assert printed["warm"] == 0
    assert 0 < printed["edit"] < printed["add"] < printed["cold"]
    assert kept["floor"]["sources"] == 30 + 1 + 8 + 6
    assert kept["import_pelican"] > 0
    assert {"date", "cores", "cpu", "kernel", "python", "memory_kind", "versions"} <= kept.keys()
    assert len(re.findall(r"^\| (?:cold|warm|edit|add|setting|template) ", said, re.MULTILINE)) == 6
    assert not (tmp_path / "work" / "aside").exists()


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site whose output is made by hand: what a build must leave behind, and nothing more."""
    site = Site(chosen("")[0], Corpus(3), tmp_path / "site", tmp_path, tmp_path / "aside")
    site.restore()
    for month in census(site.corpus).months:
        put(site, f"archive/{month}.html")
    for article in site.corpus:
        put(site, f"articles/{article.slug}.html")
    for name in ("index.html", "feed.xml", "sitemap.xml", *(f"topics/{slug}/index.html" for _, slug in TOPICS)):
        put(site, name)
    return site


def put(site: Site, address: str, text: str = "页") -> None:
    path = site.output / address
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_a_whole_site_passes_and_a_page_too_few_or_too_many_does_not(site: Site) -> None:
    verify(site, ["cold", "warm"], "甲")
    put(site, "articles/left-over.html")
    with pytest.raises(BenchError, match="应有 3 页，却有 4 页"):
        verify(site, ["cold"], "甲")
    (site.output / "articles/left-over.html").unlink()
    (site.output / "feed.xml").unlink()
    with pytest.raises(BenchError, match=r"没有 feed\.xml"):
        verify(site, ["cold"], "甲")


@pytest.mark.parametrize("step", ["edit", "add", "setting", "template"])
def test_a_step_that_is_not_on_the_pages_is_an_error(site: Site, step: str) -> None:
    STEPS[step].do(site, "甲")
    with pytest.raises(BenchError, match="没有做对"):
        verify(site, [step], "甲")


def test_steps_change_the_sites_own_files_and_are_undone(site: Site) -> None:
    def files() -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in site.folder.rglob("*") if path.is_file()}

    before = files()
    for step in ("edit", "add", "setting", "template"):
        was = files()
        STEPS[step].do(site, "甲")
        now = files()
        assert len({name for name in now if now[name] != was.get(name)}) == 1, step
    site.restore()
    assert files() == before


def test_all_processes_are_counted_even_those_that_nobody_waits_for(tmp_path: Path) -> None:
    before = set(descendants(os.getpid()))
    cost = run([sys.executable, "-c", THREE], cwd=tmp_path, log=tmp_path / "log")
    assert cost.cpu >= 0.6
    assert cost.largest < 80 << 20
    assert cost.peak >= 120 << 20
    assert set(descendants(os.getpid())) <= before


def test_a_command_that_fails_is_an_error_with_its_words(tmp_path: Path) -> None:
    with pytest.raises(BenchError, match="nothing doing"):
        run([sys.executable, "-c", "raise SystemExit('nothing doing')"], cwd=tmp_path, log=tmp_path / "log")


def test_unknown_peers_and_kinds_are_named(tmp_path: Path) -> None:
    with pytest.raises(BenchError, match="gatsby"):
        chosen("hugo,gatsby")
    with pytest.raises(BenchError, match="speed"):
        bench("speed", Wish(work=tmp_path))
