"""What only a browser shows of reading: the keyboard, a figure and its sentence, large print that is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.kinds import listed
from tests.browser.visits import visiting

pytestmark = pytest.mark.browser


TYPE_SIZE = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"


def article_with_a_box(site: Path) -> str:
    """The site path of an article that has a fact box."""
    articles = [path for path in listed(site) if path.startswith("/articles/")]
    return next(path for path in articles if 'class="figure__link"' in (site / path[1:]).read_text("utf-8"))


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


def test_a_picture_is_set_in_the_measure_of_the_text(browser: Browser, crowded_origin: str) -> None:
    with visiting(browser, crowded_origin) as visit:
        visit.open("/articles/everything.html")
        picture = visit.page.locator(".prose figure").bounding_box()
        text = visit.page.locator(".prose p").first.bounding_box()
        assert picture
        assert text
        assert (picture["x"], picture["width"]) == (text["x"], text["width"])


def test_large_print_is_kept_from_page_to_page(browser: Browser, site: Path, origin: str) -> None:
    with visiting(browser, origin, width=360) as visit:
        visit.open(article_with_a_box(site))
        usual = visit.page.evaluate(TYPE_SIZE)
        visit.page.get_by_label("长者版").check()
        assert visit.page.evaluate(TYPE_SIZE) >= usual * 1.2
        for path in ("/index.html", "/pages/about.html", article_with_a_box(site)):
            visit.open(path)
            expect(visit.page.get_by_label("长者版")).to_be_checked()
            visit.complaints += [line for line in [visit.scrolls_sideways()] if line]
        assert visit.page.evaluate(TYPE_SIZE) >= usual * 1.2
        visit.page.get_by_label("长者版").uncheck()
        visit.page.reload()
        assert visit.page.evaluate(TYPE_SIZE) == usual
        assert visit.complaints == []


def test_large_print_works_without_javascript(browser: Browser, origin: str) -> None:
    with visiting(browser, origin, javascript=False) as visit:
        visit.open("/pages/about.html")
        usual = visit.page.evaluate(TYPE_SIZE)
        visit.page.get_by_label("长者版").check()
        assert visit.page.evaluate(TYPE_SIZE) >= usual * 1.2
