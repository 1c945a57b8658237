"""Families that are planned by scopes: the scopes together are the whole, and an edit stays within its own."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from plugins.archive import Archive, Page, ScopedFamily, is_scoped
from plugins.facts import pages as ledger
from plugins.press.host import open_host
from tests.rebuild.little import ROOT, Little


@contextmanager
def opened(little: Little) -> Iterator[tuple[Archive, dict[str, ScopedFamily]]]:
    """The archive as the last build left it, and the families."""
    places = {"PATH": little.content, "OUTPUT_PATH": little.output, "CACHE_PATH": little.cache}
    over = {name: str(path) for name, path in places.items()} | little.overrides
    site = open_host(ROOT / "pelicanconf.py", over).site()
    families = {name: family for name, family in site.families().items() if is_scoped(family)}
    with site.archive() as archive:
        yield archive, families


def plans(archive: Archive, families: dict[str, ScopedFamily]) -> dict[tuple[str, str], list[Page]]:
    """The pages of every scope of every family."""
    whole: dict[tuple[str, str], list[Page]] = {}
    for name, family in families.items():
        for page in family.plan(archive):
            whole.setdefault((name, page.scope), []).append(page)
    return whole


def test_a_scope_planned_alone_is_as_in_the_whole(little: Little) -> None:
    with opened(little) as (archive, families):
        assert {"ledger-topic", "ledger-facets", "ledger-units", "ledger-months", "timeline-months"} <= families.keys()
        for (name, scope), pages in plans(archive, families).items():
            assert list(families[name].plan(archive, [scope])) == pages


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("articles/a.md", "300余户", "310余户"),
        ("articles/a.md", "果园新修", "章丘区的果园新修"),
        ("articles/a.md", "今年春天", "2024年春天"),
        ("articles/a.md", "title: 果园里的新路", "title: 果园里修了路"),
        ("articles/a.md", "4月2日", "5月2日"),
        ("articles/a.md", "topics: [乡村振兴]", "topics: [为民服务]"),
        ("articles/a.md", "date: 2026-03-01 09:00", "date: 2026-03-09 09:00"),
    ],
)
def test_an_edit_changes_no_scope_but_its_own(
    little: Little, path: str, old: str, new: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "SMALL", 0)
    touched = set()
    with opened(little) as (archive, families):
        before = plans(archive, families)
        touched |= {(name, scope) for name, family in families.items() for scope in family.scopes_of(archive, path)}
    little.replace(path, old, new)
    assert not little.build().faults
    with opened(little) as (archive, families):
        after = plans(archive, families)
        touched |= {(name, scope) for name, family in families.items() for scope in family.scopes_of(archive, path)}
    assert {scope for scope in before.keys() | after.keys() if before.get(scope) != after.get(scope)} <= touched


def test_charts_hang_on_the_newest_articles_of_a_topic(little: Little) -> None:
    little.overrides["TOPIC_RECENT"] = 1
    with opened(little) as (archive, families):
        touched = [list(families["topic-charts"].scopes_of(archive, f"articles/{name}.md")) for name in "abc"]
    assert touched == [[], ["rural"], ["serve"]]


def test_words_that_no_other_page_shows_are_planned_for_their_own_page_alone(tmp_path: Path) -> None:
    little = Little(tmp_path)
    time.sleep(0.05)  # younger files would be looked at twice
    little.build()
    little.replace("articles/c.md", "服务窗口延长", "大厅的服务窗口延长")
    time.sleep(0.05)
    touched = little.build().course.touched
    assert {family for family, _, _ in touched} > {"articles"}  # its figure's sentence is in the ledger
    little.replace("articles/b.md", "另见", "参见")
    report = little.build()
    apart = ("study-packs", "share-cards", "search-grams", "search-texts", "search-kinds")
    assert {row for row in report.course.touched if row[0] not in apart} == {
        ("articles", "articles/b.md", "articles/b.md")
    }
    printed = {page for page in report.addresses if not page.startswith("search/")}
    assert {page for page in printed if not page.endswith("/study-pack.html")} == {"articles/b.html"}
