"""Every kind of page in Chromium: quiet, asking nobody, accessible in light and dark, not too wide."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.browser.budgets import over_budget
from tests.browser.kinds import APART, KINDS, OVERFLOW, kinds_of, listed, page_of
from tests.browser.visits import Visit, visiting
from tests.tools.sites import serving

pytestmark = pytest.mark.browser
WIDTHS = (1280, 768, 360, 320)
"""The last is a window of 1280 at 400 %."""
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def test_every_address_has_one_kind_and_every_kind_has_a_page(site: Path) -> None:
    paths = listed(site)
    assert [path for path in paths if len(kinds_of(path)) != 1] == []
    found = Counter(kind for path in paths for kind in kinds_of(path))
    assert KINDS.keys() - found.keys() == set()


def complaints(browser: Browser, origin: str, site: Path, path: str) -> list[str]:
    """Everything that is wrong with a page: what it costs, in every mode of looking at it, at every width."""
    with visiting(browser, origin) as visit:
        visit.open(path)
        visit.page.wait_for_load_state("networkidle")
        visit.complaints += over_budget(visit.page, visit.asked, site, "".join(kinds_of(path)))
        for scheme in SCHEMES:
            visit.page.emulate_media(color_scheme=scheme)
            visit.complaints += [f"{scheme}: {line}" for line in visit.axe()]
        for width in WIDTHS:
            visit.page.set_viewport_size({"width": width, "height": 900})
            visit.complaints += [line for line in [visit.scrolls_sideways()] if line]
        visit.complaints += enlarged(visit)
        return visit.complaints


def enlarged(visit: Visit) -> list[str]:
    """What is wrong with the enlarged view on a telephone, and with forced colours in it."""
    large = visit.page.get_by_label("长者版")
    if not large.count():
        return []  # a page without a masthead
    large.check()
    said = [f"large: {line}" for line in [*visit.axe(), visit.scrolls_sideways()] if line]
    visit.page.emulate_media(forced_colors="active")
    return [*said, *(f"forced: {line}" for line in visit.axe())]


@pytest.mark.parametrize("kind", [*KINDS, *APART])
def test_a_page_of_each_kind_is_sound(kind: str, browser: Browser, site: Path, origin: str) -> None:
    assert complaints(browser, origin, site, page_of(site, kind)) == []


@pytest.mark.parametrize("kind", OVERFLOW)
def test_a_list_that_runs_over_is_sound(kind: str, browser: Browser, crowded: Path, crowded_origin: str) -> None:
    assert complaints(browser, crowded_origin, crowded, page_of(crowded, kind)) == []


def test_an_article_with_everything_in_it_is_sound(browser: Browser, crowded: Path, crowded_origin: str) -> None:
    assert complaints(browser, crowded_origin, crowded, "/articles/everything.html") == []


def test_an_old_address_leads_on(browser: Browser, crowded_origin: str) -> None:
    with visiting(browser, crowded_origin, javascript=False) as visit:
        visit.open("/old/everything.html")
        visit.page.wait_for_url("**/articles/everything.html")
        assert visit.complaints == []


BAD_PAGE = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>坏</title><link rel="icon" href="data:,">
<main><h1>坏</h1><p style="color:#ccc;background:#fff">看不清的字</p><div style="width:800px">太宽</div>
<img src="gone.png" alt="没有"><img src="http://outside.example/x.png" alt="外面"></main>
<script>console.warn("吵")</script></html>"""


def test_a_bad_page_is_complained_of(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(BAD_PAGE, "utf-8")
    with serving(tmp_path) as address:
        said = "\n".join(complaints(browser, address, tmp_path, "/bad.html"))
    for complaint in ("console warning: 吵", "404: ", "outside request: ", "light: axe color-contrast", "800"):
        assert complaint in said


WITHOUT_EXTRAS = """main => {
    main.querySelectorAll('[data-scripted]').forEach(extra => { extra.hidden = true; });
    return main.innerText;
}"""
"""Reads the page without what only a script can do; that must be there in another way, see test_ledger_search.py.
Both in one step: a script that is still fetching may show its part again at any moment."""


def test_pages_read_without_javascript(browser: Browser, site: Path, origin: str) -> None:
    kinds = [*KINDS, *APART]
    with visiting(browser, origin) as scripted, visiting(browser, origin, javascript=False) as plain:
        for kind in kinds:
            path = page_of(site, kind)
            for visit in (scripted, plain):
                visit.open(path)
            with_scripts = scripted.page.locator("main").evaluate(WITHOUT_EXTRAS)
            without = plain.page.locator("main").inner_text()
            missing = set(with_scripts.split()) - set(without.split())
            assert without.strip(), path
            assert missing == set(), path
        assert plain.complaints == []


def test_links_work_without_javascript(browser: Browser, origin: str) -> None:
    with visiting(browser, origin, javascript=False) as visit:
        visit.open("/index.html")
        headline = visit.page.locator("main a[href*='/articles/']").first
        href = headline.get_attribute("href")
        headline.click()
        visit.page.wait_for_url(f"**{href}")
        assert visit.page.locator("h1").inner_text().strip()
        assert visit.complaints == []
