"""The search asked in a real browser: many questions in one tab for what is found, few in fresh ones for the time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from playwright.sync_api import Browser, sync_playwright

from .queries import Query

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
LATENCY, BYTES_A_SECOND, SLOWER = 150, 200_000, 4
"""Of the slow line: milliseconds a request, 1.6 Mbps; and how many times slower the telephone's processor is."""
PAGE = 10
WATCH = """
new MutationObserver(() => {
  if (!window.firstResult && document.querySelector("[data-results] li")) {
    window.firstResult = { at: performance.now(), bytes: window.transferred() };
  }
}).observe(document, { childList: true, subtree: true });
window.transferred = () => {
  const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  return entries.reduce((sum, entry) => sum + (entry.responseEnd ? entry.transferSize : 0), 0);
};
"""
ASK = """(address) => new Promise((done) => {
  const results = document.querySelector("[data-results]");
  const answered = () => {
    if (!results.hasAttribute("data-ready")) return;
    watch.disconnect();
    done({ count: Number(results.getAttribute("data-count")),
      links: [...results.querySelectorAll("li")].map((item) => item.querySelector("a").getAttribute("href")) });
  };
  const watch = new MutationObserver(answered);
  history.pushState(null, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
  watch.observe(results, { attributes: true });
})"""


@dataclass(frozen=True, slots=True)
class Answer:
    """How many were found, and the slugs of one page of them."""

    count: int
    slugs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timed:
    """Milliseconds and bytes up to the first result, and bytes when all was there."""

    words: str
    first: float
    bytes: int
    whole: int


@contextmanager
def browsing() -> Iterator[Browser]:
    """A browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


class Asker:
    """One tab on the search page."""

    def __init__(self, browser: Browser, origin: str) -> None:
        self.page = browser.new_page()
        self.page.goto(f"{origin}/search/", wait_until="load")

    def ask(self, words: str, page: int = 1) -> Answer:
        """One page of the answer to a question."""
        found = self.page.evaluate(ASK, f"/search/?q={quote(words)}&page={page}")
        return Answer(found["count"], tuple(map(_slug, found["links"])))

    def whole(self, query: Query, pages: int) -> tuple[int, list[tuple[str, ...]]]:
        """The count and, of a query's pages, the first ones."""
        first = self.ask(query.words)
        last = -(-first.count // PAGE)
        return first.count, [
            first.slugs,
            *[self.ask(query.words, page).slugs for page in range(2, min(last, pages) + 1)],
        ]


def _slug(href: str) -> str:
    return unquote(urlsplit(href).path).rsplit("/", 1)[1].removesuffix(".html")


def timed(browser: Browser, origin: str, words: str) -> Timed:
    """A first visit on the slow line, by a link that asks at once."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    session = context.new_cdp_session(page)
    line: dict[str, Any] = {"offline": False, "latency": LATENCY, "downloadThroughput": BYTES_A_SECOND}
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", {**line, "uploadThroughput": BYTES_A_SECOND})
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(WATCH)
    page.goto(f"{origin}/search/?q={quote(words)}", wait_until="commit")
    page.wait_for_selector("[data-results][data-ready]", state="attached", timeout=60_000)
    seen = page.evaluate("[window.firstResult || {at: NaN, bytes: 0}, window.transferred()]")
    context.close()
    return Timed(words, float(seen[0]["at"]), int(seen[0]["bytes"]), int(seen[1]))
