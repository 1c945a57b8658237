"""What an address leads to, for a site at the root of its host and for one in a folder."""

from __future__ import annotations

import pytest

from plugins.checks.addresses import Addresses, Target, file_of
from plugins.checks.styles import requests_of

PAGE = "/topics/lane/index.html"


@pytest.mark.parametrize(
    ("site_url", "written", "target"),
    [
        ("", "/articles/a.html#f1", Target("/articles/a.html", "f1", "")),
        ("", "#part", Target(PAGE, "part", "")),
        ("", "../other/?page=2", Target("/topics/other/", "", "")),
        ("", "https://hub.example/a.html", Target("", "", "hub.example")),
        ("", "//cdn.example/a.js", Target("", "", "cdn.example")),
        ("", "mailto:a@hub.example", Target("", "", "")),
        ("", "data:image/png;base64,AA", Target("", "", "")),
        ("", "/a.html#%E5%B0%8F", Target("/a.html", "小", "")),
        ("", "/图/%E5%B7%B7.png", Target("/图/巷.png", "", "")),
        ("https://hub.example", "https://HUB.example/a.html", Target("/a.html", "", "")),
        ("https://hub.example", "https://hub.example", Target("/", "", "")),
        ("https://hub.example/sub/", "/sub/a.html", Target("/a.html", "", "")),
        ("https://hub.example/sub", "/sub", Target("/", "", "")),
        ("https://hub.example/sub", "a.html", Target("/topics/lane/a.html", "", "")),
        ("https://hub.example/sub", "/subway.html", Target("/subway.html", "", "", stray=True)),
    ],
)
def test_an_address_is_led_back_to_its_site_path(site_url: str, written: str, target: Target) -> None:
    assert Addresses(site_url).resolve(PAGE, written) == target


def test_an_address_that_no_browser_would_follow_is_not_ours() -> None:
    assert Addresses().resolve(PAGE, "http://[").path == ""


def test_a_folder_is_served_by_its_index() -> None:
    assert file_of("/topics/") == "/topics/index.html"
    assert file_of("/feed.xml") == "/feed.xml"


def test_what_a_style_sheet_asks_for() -> None:
    css = """@import 'print.css'; /* url(no.png)
    */ a { background: url( "a b.png" ) } b { mask: url(#m) , url() }
    @font-face { src: local(x), URL(f.woff2) }"""
    assert [written for _, written in requests_of(css)] == ["print.css", "a b.png", "#m", "f.woff2"]
    assert all(css[offset:].lower().startswith(("url", "@import")) for offset, _ in requests_of(css))
