"""Without a network: what was visited is there, what was not says so, and a good line never shows an old page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.kinds import listed
from tests.tools.sites import serving

pytestmark = pytest.mark.browser
KEPT = """async (words) => {
  const needed = [location.href, document.querySelector("link[rel=stylesheet]").href];
  for (let turn = 0; turn < 200; turn += 1) {
    const found = await Promise.all(needed.map((address) => caches.match(address)));
    if (found.every(Boolean) && (await found[0].text()).includes(words)) return true;
    await new Promise((done) => setTimeout(done, 50));
  }
  return false;
}"""
"""Whether the page and its style are kept, waited for."""


@pytest.fixture
def own(site: Path, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A copy of the site that a test may change, and where it is served."""
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    with serving(copy) as address:
        yield copy, address


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="zh-CN", viewport={"width": 390, "height": 800})
    yield context
    context.close()


def visit(page: Page, address: str) -> None:
    page.goto(address, wait_until="load")
    assert page.evaluate(KEPT, "")


def test_what_was_visited_is_there_and_what_was_not_says_so(context: BrowserContext, own: tuple[Path, str]) -> None:
    site, origin = own
    first, second, never = [path for path in listed(site) if path.startswith("/articles/")][:3]
    page = context.new_page()
    visit(page, origin + first)  # the worker was not there yet, and learns of this page afterwards
    title = page.title()
    visit(page, origin + second)
    context.set_offline(True)
    page.goto(origin + first)
    assert page.title() == title
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.skip-link')).position") == "absolute"
    )  # has its style
    page.goto(origin + never)
    expect(page.get_by_role("heading", level=1)).to_have_text("没有网络")
    kept = page.locator("[data-kept] a")
    expect(kept).to_have_count(2)
    page.locator(f"[data-kept] a[href$='{first}']").click()
    expect(page).to_have_title(title)


def test_a_new_page_is_shown_at_once_where_there_is_a_network(context: BrowserContext, own: tuple[Path, str]) -> None:
    site, origin = own
    page = context.new_page()
    visit(page, f"{origin}/pages/about.html")
    visit(page, f"{origin}/pages/about.html")
    file = site / "pages/about.html"
    file.write_text(file.read_text("utf-8").replace("<title>", "<title>改过的"), "utf-8")
    page.goto(f"{origin}/pages/about.html")
    assert page.title().startswith("改过的")
    assert page.evaluate(KEPT, "改过的")
    context.set_offline(True)
    page.reload()
    assert page.title().startswith("改过的")


def test_a_topic_saved_as_a_file_opens_from_the_disk(context: BrowserContext, site: Path) -> None:
    complaints: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("request", lambda request: complaints.append(request.url) if not request.is_navigation_request() else None)
    context.set_offline(True)
    pack = max(site.glob("topics/*/study-pack.html"), key=lambda file: file.stat().st_size)
    page.goto(pack.as_uri())
    page.locator("nav li a").last.click()
    expect(page.locator("article:target h2")).to_be_in_viewport()
    assert page.evaluate("getComputedStyle(document.body).maxWidth") != "none"  # its style has got past the policy
    assert complaints == []
