"""The preview's speed: from saving a file to the browser being told and the page served with the new words.

The real `serve` of the desk runs in a thread of this process, on a site of the corpus; a client listens to its stream
as a browser does. Start-up is not in it; the watcher, the build and the server are.
"""

from __future__ import annotations

import http.client
import socket
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from plugins.desk.serve import Preview, serve
from plugins.press.session import Session

from .builds import tell
from .measure import BenchError
from .sites import Site

PATIENCE = 600.0
"""Seconds that a build may take: the first one of a large archive needs some."""
HOST = "127.0.0.1"
FAULTS = "hub-faults"
"""What lies over every page of the preview when the last build failed."""


@dataclass
class Browser:
    """What a browser does: it listens to the stream of builds, and gets a page when it is told."""

    port: int

    @contextmanager
    def listening(self) -> Iterator[Iterator[int]]:
        connection = http.client.HTTPConnection(HOST, self.port, timeout=PATIENCE)
        try:
            connection.request("GET", "/.hub/builds")
            yield self._numbers(connection.getresponse())
        finally:
            connection.close()

    @staticmethod
    def _numbers(stream: http.client.HTTPResponse) -> Iterator[int]:
        while line := stream.readline():
            if line.startswith(b"data:"):
                yield int(line.removeprefix(b"data:"))

    def get(self, address: str) -> str:
        connection = http.client.HTTPConnection(HOST, self.port, timeout=PATIENCE)
        try:
            connection.request("GET", address)
            return connection.getresponse().read().decode()
        finally:
            connection.close()


def reloads(site: Site, times: int) -> dict[str, Any]:
    """Edits one article so many times; milliseconds until the reload was said, and until the new page was there."""
    site.restore()
    address = f"/{site.generator.articles}/{site.edited.slug}.html"
    with _preview(site) as browser, browser.listening() as builds:
        _wait(builds, browser, address, site.edited.title)
        told, shown = [], []
        for number in range(1, times + 1):
            first, second = _once(site, builds, browser, address, f"第{number}次保存")
            told.append(first)
            shown.append(second)
            tell(f"第 {number} 次保存：{first:6.0f} 毫秒后通知，{second:6.0f} 毫秒后新页面在了")
    return {"edits": times, "told": _spread(told), "shown": _spread(shown), "each": list(zip(told, shown, strict=True))}


def _once(site: Site, builds: Iterator[int], browser: Browser, address: str, mark: str) -> tuple[float, float]:
    begun = time.perf_counter()
    site.edit(mark)
    told = _wait(builds, browser, address, mark)
    shown = time.perf_counter()
    time.sleep(0.3)  # an editor doesn't save twice at once; the watcher is at rest again
    return (told - begun) * 1000, (shown - begun) * 1000


def _wait(builds: Iterator[int], browser: Browser, address: str, words: str) -> float:
    """Until the page has the words; the moment at which the build that brought them was announced."""
    end = time.perf_counter() + PATIENCE
    for number in builds:  # the same number comes again now and then: the stream's heartbeat
        told = time.perf_counter()
        page = browser.get(address)
        if not number:
            continue  # what stands there is an earlier run's
        if FAULTS in page:
            raise BenchError(f"第 {number} 次构建有错误，见上。")
        if words in page:
            return told
        if told > end:
            break
    raise BenchError(f"预览里等不到“{words}”。")


@contextmanager
def _preview(site: Site) -> Iterator[Browser]:
    """The preview of a site, as `./hub serve` opens it, until we leave."""
    stop, port = threading.Event(), _free_port()
    session = Session(site.folder / "pelicanconf.py", {"CACHE_PATH": str(site.folder / "cache")})
    thread = threading.Thread(target=serve, args=(Preview(site.folder, site.output, session.build, port), stop))
    thread.start()
    try:
        _until_open(port)
        yield Browser(port)
    finally:
        stop.set()
        thread.join()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _until_open(port: int) -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.05)
    raise BenchError("预览没有打开。")


def _spread(values: list[float]) -> dict[str, float]:
    """The middle, and what nineteen of twenty stay below."""
    ranked = sorted(values)
    return {"median": statistics.median(ranked), "p95": ranked[-(-95 * len(ranked) // 100) - 1], "max": ranked[-1]}


def report(found: dict[str, Any]) -> str:
    """A Markdown table in milliseconds."""
    rows = [["毫秒", "中位数", "95% 以内", "最大"], ["---", "---:", "---:", "---:"]]
    for name, title in (("told", "从保存到通知浏览器"), ("shown", "从保存到新页面")):
        rows.append([title, *(f"{found[name][key]:.0f}" for key in ("median", "p95", "max"))])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows) + f"\n\n共保存 {found['edits']} 次。"
