"""Every kind of page in Chromium: quiet, asking nobody, accessible in light and dark, not too wide."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.kinds import APART, KINDS, OVERFLOW, kinds_of, listed, page_of
from tests.browser.visits import visiting

pytestmark = pytest.mark.browser
WIDTHS = (1280, 768, 360)


def test_every_address_has_one_kind_and_every_kind_has_a_page(site: Path) -> None:
    paths = listed(site)
    assert [path for path in paths if len(kinds_of(path)) != 1] == []
    found = Counter(kind for path in paths for kind in kinds_of(path))
    assert KINDS.keys() - found.keys() == set()


@pytest.mark.parametrize("kind", [*KINDS, *OVERFLOW, *APART])
def test_a_page_of_each_kind_is_sound(kind: str, browser: Browser, site: Path, origin: str) -> None:
    if kind in OVERFLOW and not any(kind in kinds_of(path) for path in listed(site)):
        return  # the shipped content fits on one page; its template is the month's and the ledger's
    with visiting(browser, origin) as visit:
        visit.open(page_of(site, kind))
        for scheme in ("light", "dark"):
            visit.page.emulate_media(color_scheme=scheme)
            visit.complaints += [f"{scheme}: {line}" for line in visit.axe()]
        for width in WIDTHS:
            visit.page.set_viewport_size({"width": width, "height": 900})
            visit.complaints += [line for line in [visit.scrolls_sideways()] if line]
        assert visit.complaints == []


def test_pages_read_without_javascript(browser: Browser, site: Path, origin: str) -> None:
    kinds = [*KINDS, *APART]
    with visiting(browser, origin) as scripted, visiting(browser, origin, javascript=False) as plain:
        for kind in kinds:
            path = page_of(site, kind)
            for visit in (scripted, plain):
                visit.open(path)
            with_scripts, without = (visit.page.locator("main").inner_text() for visit in (scripted, plain))
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
