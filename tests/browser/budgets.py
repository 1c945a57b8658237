"""What a page may cost its reader: the short form of `./hub bench pages`, without timings, which a busy machine fails.

A page that was just opened in, complaints out. The limits are the bench's own. Sizes are of the files as a host would
send them, compressed; pictures and fonts are left out.
"""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from playwright.sync_api import Page

from bench.pages.goals import BEFORE_PAINT, HEAVIEST, SCRIPTS, WEIGHT
from bench.pages.serving import LEVEL

PARTS = {"document": "page", "stylesheet": "styles", "script": "scripts", "fetch": "data", "xhr": "data"}

PAINTED = """() => new Promise(resolve => {
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  const before = performance.getEntriesByType("resource").filter(
    entry => paint && entry.startTime < paint.startTime && entry.initiatorType !== "img");
  let moved = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) moved += entry.value;
  }).observe({type: "layout-shift", buffered: true});
  setTimeout(() => resolve([1 + before.length, moved]), 50);
})"""
"""Requests begun before the first paint, the page itself among them, and how far things have moved since. A picture
that lies in the window is asked for when its place is known, just before: nothing waits for it."""


def over_budget(page: Page, asked: list[tuple[str, str]], site: Path, kind: str) -> Iterator[str]:
    """`asked` is what the page has asked of the site: (path, the browser's name for its type)."""
    parts = weights(asked, site)
    limit = WEIGHT.get(kind, HEAVIEST)
    if kind != "search" and parts.total() > limit:
        yield f"heavy: {parts.total()} > {limit} {dict(parts)}"
    if kind != "search" and parts["scripts"] > SCRIPTS:
        yield f"scripts: {parts['scripts']} > {SCRIPTS}"
    before, moved = page.evaluate(PAINTED)
    if before > BEFORE_PAINT:
        yield f"before the first paint: {before} requests > {BEFORE_PAINT}"
    if moved:
        yield f"moved by {moved:.3f}"


def weights(asked: list[tuple[str, str]], site: Path) -> Counter[str]:
    """Compressed bytes by part."""
    parts: Counter[str] = Counter()
    for path, kind in asked:
        file = site / path[1:]
        file = file / "index.html" if path.endswith("/") else file
        if kind in PARTS and file.is_file():
            parts[PARTS[kind]] += compressed(file)
    return parts


@cache
def compressed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), LEVEL))
