"""What the norms ask of a site in production: silent on a good one; each fault is found in its place.

The clock is told, never asked: these tests say what they say on any day.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.checks import Finding, Production, run
from plugins.checks.inspection import address_of, dates_in, inspection, newsroom_time
from plugins.checks.settings import CheckSettings
from plugins.checks.types import MESSAGES
from plugins.settings import SettingsError
from tests.unit.good_site import COLUMN, POLICY, PRODUCTION, SITE_URL, write_good_site
from tests.unit.norm_cases import ARTICLE, CASES, HOME
from tests.unit.numeral_cases import Case


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_good_site(tmp_path)
    return tmp_path


def inspected(site: Path, production: Production = PRODUCTION) -> list[Finding]:
    return run(site, site_url=SITE_URL, production=production)


def said(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.rule, finding.level) for finding in findings]


def column() -> str:
    """The page of the good site's column."""
    return COLUMN.replace("%POLICY%", POLICY)


def identity(**changed: str) -> Production:
    settings = CheckSettings(SITE_IDENTITY={**PRODUCTION.identity, **changed})
    return replace(PRODUCTION, settings=settings)


def test_the_good_site_passes_the_inspection(site: Path) -> None:
    assert [finding.render() for finding in inspected(site)] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}-{case.code}-{CASES.index(case)}")
def test_a_fault_is_found_where_it_is(case: Case, site: Path) -> None:
    file = site / case.file
    before = file.read_text("utf-8")
    assert case.old in before
    file.write_text(before.replace(case.old, case.new, 1), "utf-8")
    findings = inspected(site)
    opening = MESSAGES.table[case.rule][case.code]["message"].partition("{")[0]
    hits = [finding for finding in findings if finding.rule == case.rule and finding.message.startswith(opening)]
    assert any(f"{hit.path}:{hit.line}:".startswith(case.place + ":") for hit in hits), findings
    assert {finding.rule for finding in findings} <= {case.rule, *case.also}, findings


def test_what_is_blank_is_named_and_no_more(site: Path) -> None:
    (finding,) = inspected(site, identity(公安备案=" "))
    assert (finding.rule, finding.level) == ("identity_complete", "warn")
    assert "公安备案" in finding.message


def test_an_address_that_is_none_is_named(site: Path) -> None:
    (finding,) = (one for one in run(site, production=PRODUCTION) if one.rule == "identity_complete")
    assert "SITEURL" in finding.message
    example = run(site, site_url="https://hub.example.invalid/hub", production=PRODUCTION)
    assert [one.message for one in example if one.rule == "identity_complete"] == ["网址还是示例 hub.example.invalid。"]


def test_a_stale_home_is_a_veto_a_stale_column_is_not(site: Path) -> None:
    assert said(inspected(site, replace(PRODUCTION, now="2026-03-16 23:59"))) == []
    later = inspected(site, replace(PRODUCTION, now="2026-03-17 00:00"))
    assert said(later) == [("columns_are_fresh", "warn"), ("home_is_fresh", "veto")]
    assert "2026-03-02" in later[0].message


def test_a_column_of_notices_has_half_a_year(site: Path) -> None:
    page = site / "columns/news/index.html"
    page.write_text(column().replace("工作动态", "通知公告").replace("要闻", "告示"), "utf-8")
    of_home = {"home_is_fresh"}
    assert {one.rule for one in inspected(site, replace(PRODUCTION, now="2026-09-01 08:00"))} == of_home
    assert {one.rule for one in inspected(site, replace(PRODUCTION, now="2026-09-02 08:00"))} == {
        *of_home, "columns_are_fresh",
    }  # fmt: skip


@pytest.mark.parametrize(("old", "most"), [("2026年3月2日", "空白栏目有 5 个"), ("", "没有按期更新的栏目太多")])
def test_many_columns_without_news_are_a_veto(old: str, most: str, site: Path) -> None:
    text = column().replace(f'<time datetime="2026-03-02">{old}</time>', "") if old else column()
    for number in range(5):
        page = site / f"columns/c{number}/index.html"
        page.parent.mkdir()
        page.write_text(text.replace("要闻", f"要闻{'甲乙丙丁戊'[number]}"), "utf-8")
    findings = inspected(site, replace(PRODUCTION, now="2026-03-20 08:00"))
    assert [one.level for one in findings if one.rule == "columns_are_fresh" and one.message.startswith(most)] == [
        "veto"
    ]


def test_a_date_to_come_stops_a_release_to_the_minute(site: Path) -> None:
    assert said(inspected(site, replace(PRODUCTION, now="2026-03-02 09:00"))) == []
    findings = inspected(site, replace(PRODUCTION, now="2026-03-02 08:59"))
    assert [one for one in said(findings) if one[0] == "dates_are_honest"] == [("dates_are_honest", "block")]
    assert "08:59" in findings[0].message


def test_a_date_that_moved_needs_a_printed_correction(site: Path) -> None:
    moved = replace(PRODUCTION, before={"/articles/lane.html": "2026-02-28 10:00"})
    (finding,) = inspected(site, moved)
    assert (finding.rule, finding.path, finding.level) == ("dates_are_honest", ARTICLE, "block")
    page = site / ARTICLE
    note = '<section class="corrections"><h2>更正</h2><p>日期写错了。</p></section></div></article>'
    page.write_text(page.read_text("utf-8").replace("</div></article>", note), "utf-8")
    assert "dates_are_honest" not in {one.rule for one in inspected(site, moved)}


def test_what_is_known_of_a_folder_that_was_published(site: Path) -> None:
    assert dates_in(site) == {"/articles/lane.html": "2026-03-02 09:00"}
    home = site / HOME
    assert address_of(site) == ""
    home.write_text(
        home.read_text("utf-8").replace("</head>", f'<link rel="canonical" href="{SITE_URL}/"></head>'), "utf-8"
    )
    assert address_of(site) == SITE_URL


def test_the_newsrooms_clock() -> None:
    moment = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    assert newsroom_time(moment, "+08:00") == "2026-03-02 07:30"
    assert newsroom_time(moment, "-03:30") == "2026-03-01 20:00"
    assert inspection({}, now="2026-03-02").now == "2026-03-02 23:59"
    for wrong in ("3月2日", "2026-13-01", "2026-3-2"):
        with pytest.raises(SettingsError, match="--now"):
            inspection({}, now=wrong)
    with pytest.raises(SettingsError, match="UTC_OFFSET"):
        inspection({"UTC_OFFSET": "8"})
