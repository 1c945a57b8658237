"""A browser's visit to a page: what it logs, asks for and fails to get is kept as complaints."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, Route

LOUD = frozenset({"error", "warning"})


@dataclass
class Visit:
    """One page in one tab. Complaints are in the order in which they came up."""

    page: Page
    origin: str
    complaints: list[str] = field(default_factory=list)
    asked: list[tuple[str, str]] = field(default_factory=list)  # path and type of each request to our own origin

    def open(self, path: str) -> None:
        self.page.goto(self.origin + path, wait_until="load")

    def logged(self, message: ConsoleMessage) -> None:
        if message.type in LOUD and "blocked by Playwright" not in message.text:
            self.complaints.append(f"console {message.type}: {message.text}")

    def guarded(self, route: Route) -> None:
        """Nothing but our own origin is asked; an attempt is a complaint, and goes nowhere."""
        if route.request.url.startswith((f"{self.origin}/", "data:", "blob:")):
            self.asked.append((urlsplit(route.request.url).path, route.request.resource_type))
            route.continue_()
        else:
            self.complaints.append(f"outside request: {route.request.url}")
            route.abort()

    def answered(self, response: Response) -> None:
        if response.status >= 400 and response.url != f"{self.origin}/404.html":
            self.complaints.append(f"{response.status}: {response.url}")

    def failed(self, request: Request) -> None:
        gone_on = request.failure == "net::ERR_ABORTED"  # the reader left before it came
        if request.url.startswith(self.origin) and not gone_on:
            self.complaints.append(f"failed: {request.url} ({request.failure})")

    def scrolls_sideways(self) -> str:
        """What sticks out of the window; "" when nothing does."""
        return str(self.page.evaluate(STICKING_OUT))

    def axe(self) -> list[str]:
        """What axe finds, a line a place."""
        found = Axe().run(self.page).response["violations"]
        return [f"axe {rule['id']}: {node['target']} {node['html'][:120]}" for rule in found for node in rule["nodes"]]


STICKING_OUT = """() => {
  const root = document.scrollingElement;
  if (root.scrollWidth <= window.innerWidth) return "";
  const wide = [...document.querySelectorAll("body *")].filter(
    (element) => element.getBoundingClientRect().right > window.innerWidth + 0.5);
  return root.scrollWidth + " > " + window.innerWidth + ": "
    + wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 90)).join(" | ");
}"""


@contextmanager
def visiting(browser: Browser, origin: str, *, javascript: bool = True, width: int = 1280) -> Iterator[Visit]:
    """A fresh visitor, without anything remembered; motion is reduced, so that nothing is caught half-way."""
    context = browser.new_context(
        java_script_enabled=javascript,
        viewport={"width": width, "height": 900},
        reduced_motion="reduce",
        color_scheme="light",
        locale="zh-CN",
        service_workers="block",  # what a worker keeps is tried in test_offline.py
    )
    page = context.new_page()
    visit = Visit(page, origin)
    page.on("console", visit.logged)
    page.on("pageerror", lambda error: visit.complaints.append(f"error: {error}"))
    page.on("response", visit.answered)
    page.on("requestfailed", visit.failed)
    context.route("**/*", visit.guarded)
    try:
        yield visit
    finally:
        context.close()
