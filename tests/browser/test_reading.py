"""What only a browser shows of reading: the keyboard, a figure and its sentence, large print that is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.kinds import listed
from tests.browser.visits import visiting

pytestmark = pytest.mark.browser


def article_with_a_box(site: Path) -> str:
    """The site path of an article that has a fact box."""
    articles = [path for path in listed(site) if path.startswith("/articles/")]
    return next(path for path in articles if 'class="figure"' in (site / path[1:]).read_text("utf-8"))


def test_the_keyboard_meets_the_skip_link_first(browser: Browser, origin: str) -> None:
    with visiting(browser, origin) as visit:
        visit.open("/index.html")
        visit.page.keyboard.press("Tab")
        focused = visit.page.locator(":focus")
        assert focused.get_attribute("href") == "#main"
        assert focused.is_visible()
        visit.page.keyboard.press("Enter")
        visit.page.keyboard.press("Tab")
        assert visit.page.locator("main :focus").count() == 1


def test_a_figure_in_the_box_lands_on_its_sentence(browser: Browser, site: Path, origin: str) -> None:
    with visiting(browser, origin, width=390) as visit:
        visit.open(article_with_a_box(site))
        figure = visit.page.locator(".figure a").first
        shown = figure.locator(".figure__value").inner_text()
        figure.click()
        target = visit.page.locator(":target")
        assert "".join(target.inner_text().split()) == "".join(shown.split())
        expect(target).to_be_in_viewport(ratio=0.9)
