"""The shipped site as a whole: strict HTML5, valid by the Nu checker, nothing for the checks to find."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import html5lib
import pytest
from html5lib.html5parser import ParseError
from pelican.settings import get_settings_from_file

from plugins.checks import run
from plugins.checks.inspection import inspection
from tests.tools.provision import vnu_jar, which
from tests.tools.sites import ROOT, built_once

ADDRESS = "https://hub.example/party"
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
GRAPH = re.compile(r'<meta property="(og:[\w:]+)" content="([^"]*)">')
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')
REQUIRED = {
    "NewsArticle": {"headline", "image", "datePublished", "publisher", "url", "description", "keywords"},
    "BreadcrumbList": {"itemListElement"},
    "CollectionPage": {"name", "description", "url", "isPartOf"},
    "WebSite": {"name", "url", "description"},
}
"""What schema.org's and the search engines' pages on each type ask for."""


def files(site: Path, *suffixes: str) -> list[Path]:
    return sorted(file for file in site.rglob("*") if file.suffix in suffixes)


def test_every_page_passes_a_strict_parser(site: Path) -> None:
    faults = []
    pages = files(site, ".html")
    for page in pages:
        try:
            html5lib.HTMLParser(strict=True).parse(page.read_bytes())
        except ParseError as error:
            faults.append(f"{page.relative_to(site)}: {error}")
    assert pages
    assert faults == []


def test_the_nu_checker_finds_no_error(site: Path, foldered: Path, tools: None) -> None:
    """Of every page of the shipped site, and of one of each kind as it is in production, with Open Graph and cards."""
    kinds = {page.parent.relative_to(foldered): page for page in files(foldered, ".html")}
    said = nu_messages([*files(site, ".html", ".css"), *kinds.values()])
    assert [render(message, site) for message in said if message["type"] != "info"] == []


def test_the_nu_checker_was_really_asked(tmp_path: Path, tools: None) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text(
        "<!doctype html><html lang=zh-CN><title>坏</title><p><data>无值</data><style>a { colr: red }</style>"
    )
    sheet = tmp_path / "bad.css"
    sheet.write_text("a { colour: red }")
    urls = {message["url"].rpartition("/")[2] for message in nu_messages([bad, sheet])}
    assert urls == {"bad.html", "bad.css"}


def test_the_checks_find_nothing(site: Path) -> None:
    assert [finding.render() for finding in run(site)] == []


@pytest.fixture(scope="module")
def foldered(shared: Path, tools: None) -> Path:
    """The shipped site as Pages of a project are published: in a folder of its host, with share cards."""
    return built_once(shared, "foldered", overrides={"SITEURL": ADDRESS, "SHARE_CARDS": True})


def test_a_site_in_a_folder_of_its_host_holds_together(foldered: Path) -> None:
    """Every inner address begins with the folder, feeds are absolute."""
    assert [finding.render() for finding in run(foldered, site_url=ADDRESS)] == []
    assert any(finding.rule == "links_resolve" for finding in run(foldered))


def test_the_shipped_site_lacks_nothing_for_the_world_but_its_identity(foldered: Path) -> None:
    """Each entry that the settings leave blank is named, and there is nothing else to say on the day of the newest."""
    settings = get_settings_from_file(str(ROOT / "publishconf.py"))
    found = run(foldered, site_url=ADDRESS, production=inspection(settings, now="2026-11-24"))
    assert {finding.level for finding in found} == {"warn"}
    labels = [finding.message.partition("“")[2].partition("”")[0] for finding in found]
    assert labels == ["主办单位", "联系方式", "ICP备案", "公安备案", "网站标识码"]
    assert {finding.rule for finding in found} == {"identity_complete"}


def test_every_page_says_where_it_stands_and_what_it_is(foldered: Path) -> None:
    """Open Graph and structured data: what search engines require of each type, with absolute addresses."""
    seen: dict[str, int] = {}
    for page in files(foldered, ".html"):
        text = page.read_text("utf-8")
        if (
            'http-equiv="refresh"' in text or page.name == "study-pack.html" or page.parent.name == "styleguide"
        ):  # not for the world
            continue
        graph = dict(GRAPH.findall(text))
        assert {"og:title", "og:type", "og:url", "og:site_name", "og:locale", "og:description"} <= graph.keys(), page
        assert graph["og:url"] == CANONICAL.findall(text)[0]
        for data in map(json.loads, DATA.findall(text)):
            seen[data["@type"]] = seen.get(data["@type"], 0) + 1
            assert data["@context"] == "https://schema.org"
            assert REQUIRED[data["@type"]] <= data.keys(), page
            assert [address for address in addresses(data) if not address.startswith(ADDRESS)] == [], page
            if data["@type"] == "BreadcrumbList":
                steps = data["itemListElement"]
                assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
                assert len(steps) >= 2
                assert all("item" in step for step in steps[:-1])
                assert steps[0]["item"] == f"{ADDRESS}/"
        assert ("BreadcrumbList" in text) == ('class="breadcrumb"' in text), page
    home = (foldered / "index.html").read_text("utf-8")
    assert ("SearchAction" in home) == (foldered / "search/index.html").is_file()
    articles = len(list((foldered / "articles").glob("*.html")))
    assert seen["NewsArticle"] == articles == len(list((foldered / "cards").glob("*.png")))
    assert seen["WebSite"] == 1
    assert seen["CollectionPage"] >= 8 + 4 + 1


def addresses(data: Any) -> Iterator[str]:
    """Every address in structured data."""
    if isinstance(data, dict):
        for name, value in data.items():
            if name in {"url", "item", "image", "urlTemplate"}:
                yield str(value)
            yield from addresses(value)
    elif isinstance(data, list):
        for value in data:
            yield from addresses(value)


def nu_messages(paths: list[Path]) -> list[dict[str, Any]]:
    """What the Nu checker says about files: its errors and non-document errors."""
    java = which("java") or "java"
    command = [
        java,
        "-Xss8m",
        "-jar",
        str(vnu_jar()),
        "--format",
        "json",
        "--also-check-css",
        "--errors-only",
    ]
    done = subprocess.run(
        [*command, "--stdout", *map(str, paths)], capture_output=True, text=True, check=False, timeout=300
    )
    try:
        messages: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    except ValueError:
        pytest.fail(f"vnu: {done.stdout[-400:]} {done.stderr[-800:]}")
    return messages


def render(message: dict[str, Any], site: Path) -> str:
    where = message.get("url", "").partition(f"{site}/")[2]
    return f"{where}:{message.get('lastLine', '')}: {message['message']} {message.get('extract', '')!r}"
