"""The readers' search in a browser: exact answers, filters, links that land, the keyboard, hostile words, no script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from bench.search.asking import Asker
from bench.search.queries import Shelf, draw, texts_of_pages
from tests.browser.visits import Visit, visiting

pytestmark = pytest.mark.browser
ITEMS = "[data-results] li"
QUERIES = 120
SUBMIT = "query => { const form = document.forms.search; form.q.value = query; form.requestSubmit(); }"


@pytest.fixture
def visit(browser: Browser, origin: str) -> Iterator[Visit]:
    with visiting(browser, origin, width=360) as own:
        yield own


def ask(visit: Visit, query: str, more: str = "") -> Page:
    visit.open(f"/search/?q={quote(query)}{more}")
    visit.page.wait_for_selector("[data-results][data-ready]", state="attached")
    return visit.page


def count(page: Page) -> int:
    return int(page.locator("[data-results]").get_attribute("data-count") or -1)


def test_it_finds_what_contains(browser: Browser, site: Path, origin: str) -> None:
    asker = Asker(browser, origin)
    for query in draw(texts_of_pages(site), QUERIES):
        found, pages = asker.whole(query, 99)
        assert sorted(slug for page in pages for slug in page) == sorted(query.found), query.words
        assert found == len(query.found)
    asker.page.close()


def test_a_figure_is_found_as_written_and_by_its_value(visit: Visit) -> None:
    found = []
    for query in ("4.8万余堂", "4.8万", "48000", "48,000", "４８０００"):
        page = ask(visit, query)
        found.append(page.locator(f"{ITEMS} > a").evaluate_all("links => links.map(link => link.pathname)"))
        assert found[-1], query
    assert [paths for paths in found if paths != found[0]] == []
    assert page.locator(f"{ITEMS} mark").first.inner_text() == "4.8万余堂", "found by its value, it is marked too"
    page.locator(f"{ITEMS} > a").first.click()
    assert "4.8万余堂" in page.locator(":target").inner_text()
    assert visit.complaints == []


def test_a_result_leads_to_its_sentence_and_marks_it(visit: Visit) -> None:
    page = ask(visit, "村村联合 云仓")
    link = page.locator(f"{ITEMS} > a").first
    marked = page.locator(f"{ITEMS} p mark").first.inner_text()
    assert marked in {"村村联合", "云仓"}
    link.click()
    assert marked in page.locator(":target").inner_text()
    page.go_back()
    expect(page.locator(ITEMS).first).to_be_visible()
    assert parse_qs(urlsplit(page.url).query) == {"q": ["村村联合 云仓"]}
    assert visit.complaints == []


def test_filters_and_pages_have_addresses_of_their_own(visit: Visit, site: Path) -> None:
    texts = texts_of_pages(site)
    page = ask(visit, "党员")
    assert count(page) == len(Shelf(texts).holding("党员"))
    assert page.locator(ITEMS).count() == 10
    page.get_by_role("link", name="下一页").click()
    expect(page.locator("[data-results]")).to_have_attribute("start", "11")
    page.wait_for_selector("[data-results][data-ready]", state="attached")
    assert parse_qs(urlsplit(page.url).query) == {"q": ["党员"], "page": ["2"]}
    whole = count(page)
    page.get_by_label("专题").select_option("乡村振兴")
    page.wait_for_selector("[data-results][data-ready]", state="attached")
    narrowed = count(page)
    assert 0 < narrowed < whole
    assert (
        count(ask(visit, "党员", f"&topic={quote('乡村振兴')}&year=1999")) == narrowed
    )  # there is no such year to choose
    page.go_back()
    assert visit.complaints == []


@pytest.mark.parametrize(
    "query",
    [
        "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', ".*+?^${}()|[]\\", "\U0001f600党", "\ud83d1",
        "%00", "党" * 200, "__proto__", "a" * 5000, "\t\n", "“”", "&page=2&q=", "党建 不会有的词",
    ],
)  # fmt: skip
def test_whatever_is_asked_has_an_answer(visit: Visit, query: str) -> None:
    visit.open("/search/")
    visit.page.wait_for_load_state("networkidle")
    visit.page.evaluate(
        "query => { const form = document.forms.search; form.q.value = query; form.requestSubmit(); }", query
    )
    visit.page.wait_for_selector("[data-results][data-ready]", state="attached")
    assert visit.page.locator(ITEMS).count() == 0
    assert "找到" in visit.page.locator("#search-status").inner_text() or not query.strip()
    assert visit.complaints == []


def test_a_single_character_is_too_few_and_this_is_said(visit: Visit) -> None:
    assert ask(visit, "党员 村").locator(ITEMS).count() == 0
    assert "单个的字" in visit.page.locator("#search-status").inner_text()
    assert visit.complaints == []


def test_the_keyboard_is_enough(visit: Visit) -> None:
    visit.open("/search/")
    page = visit.page
    page.wait_for_load_state("networkidle")  # the script comes once the page has been painted
    page.locator("#search-q").focus()
    page.keyboard.type("电竞")
    page.keyboard.press("Enter")
    expect(page.locator("#search-status")).to_contain_text("找到")
    expect(page.locator(ITEMS).first).to_be_visible()
    assert page.title().startswith("电竞")
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('[data-results]') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/**")
    assert visit.complaints == []


def test_a_file_that_does_not_come_is_said(browser: Browser, origin: str) -> None:
    with visiting(browser, origin) as visit:
        visit.page.route("**/search/2*/**", lambda route: route.abort())
        visit.open(f"/search/?q={quote('党建')}")
        expect(visit.page.locator("#search-status")).to_contain_text("没有读到搜索的数据")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("large", [False, True])
def test_what_is_found_is_sound(visit: Visit, scheme: Any, large: bool) -> None:
    visit.page.emulate_media(color_scheme=scheme)
    page = ask(visit, "党员")
    if large:
        page.locator("#view-large").check()
    assert visit.axe() == []
    assert visit.scrolls_sideways() == ""


def test_without_a_script_there_are_ways_on(browser: Browser, origin: str) -> None:
    with visiting(browser, origin, javascript=False) as visit:
        visit.open(f"/search/?q={quote('党建')}")
        expect(visit.page.get_by_text("现在没有开")).to_be_visible()
        visit.page.locator("main").get_by_role("link", name="乡村振兴").click()
        visit.page.wait_for_url("**/topics/**")
        assert visit.complaints == []
