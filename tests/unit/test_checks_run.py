"""A run over a large site: pages are let go one by one, and findings come out by place."""

from __future__ import annotations

import weakref
from pathlib import Path

import pytest

from plugins import checks
from plugins.checks.rules import RULES
from plugins.checks.site import Page
from plugins.checks.types import Findings, Place, Rule
from tests.unit.good_site import SITE_URL, write_good_site


class CountsLivingPages(Rule):
    """Says on each page how many pages before it are still in memory."""

    name = "html_parses"
    seen: list[weakref.ref[Page]]

    def page(self, page: Page) -> Findings:
        self.seen = [*getattr(self, "seen", []), weakref.ref(page)]
        living = sum(one() is not None for one in self.seen)
        yield self.fault("error", Place(page.file, 1, 1), said=str(living))


def test_no_page_stays_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_good_site(tmp_path)
    article = (tmp_path / "articles" / "lane.html").read_text("utf-8")
    for number in range(30):
        (tmp_path / "articles" / f"lane-{number}.html").write_text(article, "utf-8")
    monkeypatch.setattr("plugins.checks.RULES", (*RULES, CountsLivingPages))

    said = [f.message for f in checks.run(tmp_path, site_url=SITE_URL) if f.rule == "html_parses"]

    # The page itself, and the one before it while the loop's variable still names it.
    assert len(said) > 30
    assert {message.rpartition("：")[2] for message in said} <= {"1", "2"}


def test_findings_come_by_place(tmp_path: Path) -> None:
    for name in ("b.html", "a.html"):
        (tmp_path / name).write_text("<p>没有头<p id='x'><p id='x'>", "utf-8")
    places = [(f.path, f.line, f.column, f.rule) for f in checks.run(tmp_path)]
    assert places == sorted(places)
    assert {path for path, *_ in places} >= {"a.html", "b.html"}


@pytest.mark.parametrize(
    "source", ["", " \n", "\0", "<", "<!--", "纯文字", "<html><html>", "\ufeff<!doctype html>", "<p \x80>"]
)
def test_a_broken_page_is_a_finding_and_never_a_traceback(source: str, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(source.encode("latin-1", "ignore") if "\x80" in source else source.encode())
    assert any(finding.path == "index.html" for finding in checks.run(tmp_path))
