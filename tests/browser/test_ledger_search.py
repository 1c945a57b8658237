"""The ledger's search in a browser: filtering, sorting, the keyboard, and the same without a script."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.crowd import TOPIC
from tests.browser.visits import visiting

pytestmark = pytest.mark.browser
STATUS = "#ledger-search [role=status]"
ROWS = "#ledger-search li"


def facts_of(site: Path) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads((site / "data/facts.json").read_text("utf-8"))
    return loaded


def shown(page: Page) -> list[tuple[str, str]]:
    """Where each row leads, and its figure."""
    rows = page.locator(f"{ROWS} .figure__link").evaluate_all(
        "links => links.map(link => [link.getAttribute('href'), link.firstChild.textContent])"
    )
    return [(href, text) for href, text in rows]


def test_a_unit_is_filtered_and_sorted_by_value(browser: Browser, site: Path, origin: str) -> None:
    of_unit = [fact for fact in facts_of(site) if fact["unit"] == "元"]
    known = {f"{fact['article']}#{fact['anchor']}": fact for fact in of_unit}
    with visiting(browser, origin) as visit:
        visit.open("/data/")
        visit.page.get_by_label("单位", exact=True).select_option(label=f"元（{len(of_unit)}）")
        expect(visit.page.locator(STATUS)).to_have_text(f"找到{len(of_unit)}个数字。")
        rows = shown(visit.page)
        assert {href for href, _ in rows} == set(known)
        assert [text for _, text in rows] == [known[href]["text"] for href, _ in rows]
        sizes = [known[href]["high"] or known[href]["value"] for href, _ in rows]
        assert sizes == sorted(sizes, reverse=True)
        visit.page.get_by_label("排列", exact=True).select_option("up")
        assert [known[href]["high"] or known[href]["value"] for href, _ in shown(visit.page)] == sorted(sizes)
        assert parse_qs(urlsplit(visit.page.url).query) == {"unit": ["元"], "sort": ["up"]}
        assert visit.complaints == []


def test_topic_place_and_year_narrow_it_together(browser: Browser, site: Path, origin: str) -> None:
    of_topic = [fact for fact in facts_of(site) if "乡村振兴" in fact["topics"]]
    with visiting(browser, origin) as visit:
        visit.open(f"/data/?topic={quote('乡村振兴')}")
        expect(visit.page.locator(STATUS)).to_contain_text(f"找到{len(of_topic)}个数字")
        visit.page.get_by_label("地方", exact=True).select_option("平阴县")
        expect(visit.page.locator(STATUS)).to_have_text("找到1个数字。")
        (row,) = shown(visit.page)
        assert row[0] in {f"{fact['article']}#{fact['anchor']}" for fact in of_topic}
        visit.page.get_by_label("地方", exact=True).select_option("济南市")  # its districts are in it
        expect(visit.page.locator(ROWS).nth(1)).to_be_visible()
        assert row in shown(visit.page)
        visit.page.get_by_label("截至年份", exact=True).select_option("2025")
        expect(visit.page.locator(STATUS)).to_have_text("没有符合条件的数字。")
        visit.page.get_by_role("button", name="清除条件").click()
        expect(visit.page.locator("#ledger-browse")).to_be_visible()
        assert visit.page.locator(ROWS).count() == 0
        assert urlsplit(visit.page.url).query == ""
        assert visit.complaints == []


def test_a_row_leads_to_its_sentence(browser: Browser, origin: str) -> None:
    with visiting(browser, origin, width=360) as visit:
        visit.open(f"/data/?unit={quote('人次')}")
        link = visit.page.locator(f"{ROWS} .figure__link").first
        text = link.locator(".figure__value").inner_text()
        link.click()
        target = visit.page.locator(":target")
        assert "".join(target.inner_text().split()) == "".join(text.split())
        assert visit.complaints == []


def test_the_keyboard_reaches_everything(browser: Browser, crowded_origin: str) -> None:
    with visiting(browser, crowded_origin) as visit:
        page = visit.page
        visit.open("/data/")
        topic = page.get_by_label("专题", exact=True)
        topic.select_option(TOPIC)
        topic.focus()
        expect(page.locator(STATUS)).to_contain_text("列出了50个")
        for name in ("unit", "place", "year", "sort"):
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.name") == name
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name="清除条件")).to_be_focused()
        page.get_by_role("button", name="再看一些").focus()
        page.keyboard.press("Enter")
        expect(page.locator(f"{ROWS}:nth-child(51) .figure__link")).to_be_focused()
        page.get_by_role("button", name="清除条件").focus()
        page.keyboard.press("Enter")
        expect(page.locator("#ledger-browse")).to_be_visible()
        assert visit.complaints == []


def test_no_more_months_are_asked_for_than_a_page_needs(browser: Browser, crowded: Path, crowded_origin: str) -> None:
    asked: list[str] = []
    months = len(list((crowded / "data/ledger/months").iterdir()))
    count = len(facts_of(crowded))
    with visiting(browser, crowded_origin) as visit:
        visit.page.on("request", lambda request: asked.append(urlsplit(request.url).path))
        visit.open(f"/data/?topic={quote(TOPIC)}")
        expect(visit.page.locator(STATUS)).to_have_text(f"找到{count}个数字，列出了50个。")
        first = sum("/months/" in path for path in asked)
        assert 0 < first < months
        while visit.page.get_by_role("button", name="再看一些").is_visible():
            before = visit.page.locator(ROWS).count()
            visit.page.get_by_role("button", name="再看一些").click()
            expect(visit.page.locator(ROWS).nth(before)).to_be_visible()
        assert visit.page.locator(ROWS).count() == count
        assert sum("/months/" in path for path in asked) == months
        assert not any("/units/" in path for path in asked)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_what_is_found_is_sound(browser: Browser, origin: str, width: int, scheme: Any) -> None:
    with visiting(browser, origin, width=width) as visit:
        visit.page.emulate_media(color_scheme=scheme)
        visit.open(f"/data/?unit={quote('个')}")
        expect(visit.page.locator(ROWS).first).to_be_visible()
        assert visit.axe() == []
        assert visit.scrolls_sideways() == ""


def test_a_unit_with_too_many_figures_is_searched_a_year_at_a_time(browser: Browser, site: Path, origin: str) -> None:
    index = json.loads((site / "data/ledger/index.json").read_text("utf-8"))
    unit = max(index["units"], key=lambda unit: len(unit["years"]))
    assert len(unit["years"]) > 1
    unit["count"] = 20001
    with visiting(browser, origin) as visit:
        visit.page.route("**/data/ledger/index.json", lambda route: route.fulfill(json=index))
        visit.open(f"/data/?unit={quote(unit['name'])}")
        expect(visit.page.locator("#ledger-hint")).to_contain_text("一次查一年")
        expect(visit.page.get_by_label("截至年份", exact=True)).to_have_value(unit["years"][0])
        of_year = json.loads((site / f"data/ledger/units/{unit['slug']}-{unit['years'][0]}.json").read_text("utf-8"))
        expect(visit.page.locator(STATUS)).to_contain_text(f"找到{sum(len(of['figures']) for of in of_year)}个数字")
        assert visit.complaints == []


def test_without_a_script_the_pages_say_it(browser: Browser, site: Path, origin: str) -> None:
    with visiting(browser, origin, javascript=False) as visit:
        visit.open("/data/")
        assert not visit.page.locator("#ledger-search").is_visible()
        visit.page.locator(".facet-links__link", has_text="人次").click()
        visit.page.wait_for_url("**/data/units/*.html")
        of_unit = [fact for fact in facts_of(site) if fact["unit"] == "人次"]
        assert visit.page.locator(".figure").count() == len(of_unit)
        assert visit.complaints == []


def test_a_file_that_does_not_come_is_said(browser: Browser, origin: str) -> None:
    with visiting(browser, origin) as visit:
        visit.page.route("**/data/ledger/units/**", lambda route: route.abort())
        visit.open(f"/data/?unit={quote('个')}")
        expect(visit.page.locator(STATUS)).to_have_text("没有读到数据。请检查网络，再选一次。")
