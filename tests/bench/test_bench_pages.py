"""Budgets, the table and the server of `./hub bench pages`, on findings and files made for it."""

from __future__ import annotations

import copy
import gzip
import http.client
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from bench.measure import BenchError
from bench.pages.goals import middle, shortfalls, weight
from bench.pages.report import missed, report
from bench.pages.serving import serving
from bench.pages.themes import THEMES, themes

JUDGED = {"scores": [100, 100, 100, 100], "fcp": 750, "lcp": 750, "cls": 0, "tbt": 0, "si": 750, "short": []}
GOOD: dict[str, Any] = {
    "kind": "article",
    "path": "/articles/a.html",
    "weight": {"html": 5000, "css": 6000, "js": 900, "font": 30000, "image": 200_000, "data": 0},
    "requests": 3,
    "before_paint": 3,
    "blocking": 1,
    "moved": 0,
    "outside": [],
    "console": [],
    "axe": {"light": [], "dark": [], "large": [], "forced": []},
    "bare": {"characters": 900, "links": 20, "wider": 0},
    "lighthouse": [JUDGED, JUDGED | {"lcp": 900}, JUDGED | {"lcp": 740}],
}
SWEPT = {"pages": 9, "errors": 0, "warnings": 0, "links": 99, "dead": 0, "examples": []}


def changed(**values: Any) -> dict[str, Any]:
    return copy.deepcopy(GOOD) | values


def test_a_page_that_is_all_right_falls_short_in_nothing() -> None:
    assert weight(GOOD) == 11_900  # neither pictures nor fonts
    assert middle(GOOD, "lcp") == 750
    assert list(shortfalls(GOOD)) == []


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (changed(weight=GOOD["weight"] | {"html": 9485}), "重 16385 字节"),
        (changed(weight=GOOD["weight"] | {"js": 6145, "css": 0}), "脚本 6145 字节"),
        (changed(before_paint=4), "4 次请求"),
        (changed(moved=0.01), "CLS 0.010"),
        (changed(outside=["cdn.example"]), "cdn.example"),
        (changed(console=["Refused to apply inline style"]), "Refused"),
        (changed(axe={"light": [], "large": None, "forced": ["360: color-contrast"]}), "axe（forced）360: color"),
        (changed(bare={"characters": 900, "links": 20, "wider": 40}), "横着多出 40"),
        (changed(bare={"characters": 0, "links": 20, "wider": 0}), "读不成"),
        (changed(lighthouse=[JUDGED | {"scores": [100, 96, 100, 100], "short": ["label"]}]), "无障碍 96，因为 label"),
        (changed(lighthouse=[JUDGED | {"lcp": 755}]), "LCP 755"),
        (changed(lighthouse=[JUDGED | {"tbt": 10}]), "TBT 10"),
    ],
)
def test_whatever_falls_short_is_said(page: dict[str, Any], said: str) -> None:
    (line,) = shortfalls(page)
    assert said in line


def test_the_table_has_a_row_a_page_and_only_our_own_pages_have_goals() -> None:
    heavy = changed(before_paint=9, axe={"light": [], "dark": [], "large": None, "forced": []})
    theirs = {"name": "papermod", "pages": [heavy], "swept": SWEPT | {"dead": 3}}
    ours = {"name": "hub", "pages": [GOOD, changed(kind="home", lighthouse=[])], "swept": SWEPT}
    said = report({"articles": 200, "sites": [ours, theirs]})
    rows = [line for line in said.splitlines() if line.startswith("|")]
    assert len(rows) == 2 + 3
    assert len({row.count("|") for row in rows}) == 1
    assert "0 0 – 0" in rows[-1]
    assert "全部达到目标" in said
    swept = SWEPT | {"dead": 1, "examples": ["lychee index.html: /gone"]}
    assert missed({"name": "hub", "pages": [], "swept": swept}) == ["lychee index.html: /gone"]


def test_a_peer_that_is_not_there_is_asked_for() -> None:
    with pytest.raises(BenchError, match="git clone"):
        themes("papermod", None)
    with pytest.raises(BenchError, match="papermodd"):
        themes("papermodd", None)
    assert [theme.generator.name for theme in themes("pelican", None)] == ["hub", "pelican"]
    assert set(THEMES) == {"papermod", "eleventy", "pelican"}


def test_files_are_served_as_a_good_host_would(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text("你好" * 999, "utf-8")
    (tmp_path / "style.0123456789.css").write_text("p {}")
    (tmp_path / "404.html").write_text("没有")
    (tmp_path.parent / "secret.txt").write_text("x")
    with serving(tmp_path) as origin:
        connection = http.client.HTTPConnection(urlsplit(origin).netloc)

        def get(path: str) -> tuple[int, dict[str, str], bytes]:
            connection.request("GET", path)  # on the one connection, which is kept
            answer = connection.getresponse()
            return answer.status, dict(answer.headers), answer.read()

        status, headers, data = get("/a/?q=1")
        assert (status, headers["Content-Encoding"]) == (200, "gzip")
        assert int(headers["Content-Length"]) == len(data) < 200
        assert gzip.decompress(data).decode() == "你好" * 999
        assert get("/a")[1]["Location"] == "/a/"
        assert "immutable" in get("/style.0123456789.css")[1]["Cache-Control"]
        assert "immutable" not in get("/a/")[1]["Cache-Control"]
        for path in ("/gone", "/../secret.txt", "/%2e%2e/secret.txt"):
            status, _, data = get(path)
            assert (status, gzip.decompress(data).decode()) == (404, "没有")
        connection.close()
