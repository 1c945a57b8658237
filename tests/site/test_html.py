"""The shipped site as a whole: strict HTML5, valid by the Nu checker, nothing for the checks to find."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import html5lib
import pytest
from html5lib.html5parser import ParseError

from plugins.checks import run
from tests.tools.provision import vnu_jar, which
from tests.tools.sites import built_once


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


def test_the_nu_checker_finds_no_error(site: Path, tools: None) -> None:
    said = nu_messages(files(site, ".html", ".css"))
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


def test_a_site_in_a_folder_of_its_host_holds_together(shared: Path) -> None:
    """As Pages of a project are published: every inner address begins with the folder, feeds are absolute."""
    address = "https://hub.example/party"
    output = built_once(shared, "foldered", overrides={"SITEURL": address})
    assert [finding.render() for finding in run(output, site_url=address)] == []
    assert any(finding.rule == "links_resolve" for finding in run(output))


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
