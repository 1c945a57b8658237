"""Each rule is silent on a good site and speaks up, at the right place, on one with a single fault put in.

A case is one edit of the good site: a file, a piece of it, what stands there instead, and the finding that
must follow. The good site is served from the folder `/hub` of its host, the harder of two ways to publish.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest

from plugins.checks import run
from plugins.checks.rules import RULES
from plugins.checks.types import MESSAGES
from tests.unit import norm_cases, numeral_cases
from tests.unit.good_site import SITE_URL, write_good_site
from tests.unit.numeral_cases import Case

ARTICLE, HOME, CSS, FEED = "articles/lane.html", "index.html", "theme/style.css", "feed.xml"
SITEMAP, FACTS, JSON_FEED = "sitemap.xml", "data/facts.json", "feed.json"
POLICY = "policy_holds"
BACKED = frozenset({"figures_are_backed", "exports_are_backed", "numerals_are_backed", "counts_are_true"})

CASES = [
    Case("html_parses", "error", ARTICLE, "</section>", "</div>", f"{ARTICLE}:15"),
    Case("page_has_title_and_lang", "no_lang", ARTICLE, ' lang="zh-CN"', "", ARTICLE),
    Case("page_has_title_and_lang", "other_lang", ARTICLE, "zh-CN", "en", ARTICLE),
    Case("page_has_title_and_lang", "no_title", ARTICLE, "<title>小巷</title>", "<title> </title>", ARTICLE),
    Case("page_has_title_and_lang", "two_titles", ARTICLE, "</head>", "<title>又</title>\n</head>", ARTICLE),
    Case("headings_in_order", "one_h1", ARTICLE, "<h2>小标题</h2>", "<h1>小标题</h1>", f"{ARTICLE}:14"),
    Case("headings_in_order", "one_h1", ARTICLE, "<h1>小巷</h1>", "<p>小巷</p>", ARTICLE),
    Case("headings_in_order", "skipped", ARTICLE, "<h2>小标题</h2>", "<h3>小标题</h3>", f"{ARTICLE}:14"),
    Case("headings_in_order", "empty", ARTICLE, "<h2>小标题</h2>", "<h2> </h2>", f"{ARTICLE}:14", BACKED),
    Case("ids_unique", "twice", ARTICLE, "<section>", '<section id="f1">', f"{ARTICLE}:12", BACKED),
    Case("ids_unique", "malformed", ARTICLE, "<section>", '<section id="a b">', f"{ARTICLE}:11"),
    Case("images_have_alt", "missing", ARTICLE, ' alt="巷口"', "", f"{ARTICLE}:13"),
    Case("images_have_alt", "empty", ARTICLE, 'alt="巷口"', 'alt=""', f"{ARTICLE}:13"),
    Case("images_have_alt", "drawing", ARTICLE, "<title>柱图</title>", "", f"{ARTICLE}:16"),
    Case("no_empty_page", "no_main", "404.html", "<main><h1>找不到</h1></main>", "<h1>找不到</h1>", "404.html"),
    Case(
        "no_empty_page",
        "empty",
        "404.html",
        "<h1>找不到</h1>",
        "",
        "404.html",
        frozenset({"headings_in_order"}),
    ),
    Case(
        "links_resolve",
        "missing",
        HOME,
        "/hub/articles/lane.html#f1",
        "/hub/articles/gone.html#f1",
        f"{HOME}:11",
        BACKED,
    ),
    Case("links_resolve", "missing", ARTICLE, "/hub/images/lane.png", "/hub/images/gone.png", f"{ARTICLE}:13"),
    Case("links_resolve", "missing", CSS, "paper.png", "gone.png", f"{CSS}:3"),
    Case("links_resolve", "missing", FEED, '/hub/articles/lane.html"/>', '/hub/gone.html"/>', f"{FEED}:11", BACKED),
    Case(
        "links_resolve",
        "missing",
        FEED,
        '&lt;a href="/hub/index.html',
        '&lt;a href="/hub/no.html',
        f"{FEED}:12",
    ),
    Case("links_resolve", "missing", "robots.txt", "sitemap.xml", "map.xml", "robots.txt:2"),
    Case("links_resolve", "missing", "old.html", "url=/hub/articles/lane.html", "url=/hub/x.html", "old.html:5"),
    Case("links_resolve", "fragment", HOME, 'href="#list"', 'href="#lists"', f"{HOME}:9"),
    Case("links_resolve", "fragment", HOME, "lane.html#part", "lane.html#parts", f"{HOME}:13"),
    Case("links_resolve", "stray", HOME, "/hub/articles/lane.html#part", "/articles/lane.html", f"{HOME}:13"),
    Case(
        "no_outside_requests",
        "request",
        ARTICLE,
        "/hub/images/lane.png",
        "https://cdn.example/a.png",
        f"{ARTICLE}:13",
    ),
    Case(
        "no_outside_requests",
        "request",
        ARTICLE,
        "/hub/theme/style.css",
        "//cdn.example/a.css",
        f"{ARTICLE}:6",
    ),
    Case(
        "no_outside_requests",
        "request",
        ARTICLE,
        "<section>",
        '<section style="background:url(https://a.example/b)">',
        f"{ARTICLE}:11",
        frozenset({POLICY}),
    ),
    Case("no_outside_requests", "request", CSS, "paper.png", "https://cdn.example/p.png", f"{CSS}:3"),
    Case(POLICY, "missing", ARTICLE, "Content-Security-Policy", "Content-Policy", ARTICLE),
    Case(POLICY, "missing", "old.html", "Content-Security-Policy", "Content-Policy", "old.html"),
    Case(
        POLICY,
        "late",
        ARTICLE,
        "<meta charset",
        '<link rel="stylesheet" href="/hub/theme/style.css"><meta charset',
        f"{ARTICLE}:4",
    ),
    Case(POLICY, "loose", ARTICLE, "style-src 'self'", "style-src 'self' 'unsafe-inline'", f"{ARTICLE}:4"),
    Case(POLICY, "loose", ARTICLE, "img-src 'self'", "img-src *", f"{ARTICLE}:4"),
    Case(POLICY, "loose", ARTICLE, "img-src 'self'", "script-src data:", f"{ARTICLE}:4"),
    Case(POLICY, "loose", ARTICLE, "default-src 'none'", "default-src 'self'", f"{ARTICLE}:4"),
    Case(POLICY, "loose", ARTICLE, "base-uri 'none'; ", "", f"{ARTICLE}:4"),
    Case(POLICY, "inline", ARTICLE, "<section>", "<section><script>alert(1)</script>", f"{ARTICLE}:11"),
    Case(POLICY, "inline", ARTICLE, "</head>", "<style>p { color: red }</style></head>", f"{ARTICLE}:8"),
    Case(POLICY, "inline", ARTICLE, '<p id="part"', '<p id="part" style="color:red"', f"{ARTICLE}:12"),
    Case(POLICY, "inline", ARTICLE, '<p id="part"', '<p id="part" onclick="go()"', f"{ARTICLE}:12"),
    Case(POLICY, "inline", HOME, "https://other.example/x", " JavaScript:go()", f"{HOME}:9"),
    Case("figures_are_backed", "no_link", HOME, '<a href="/hub/articles/lane.html#f1">', "<a>", f"{HOME}:11"),
    Case("figures_are_backed", "no_anchor", HOME, "lane.html#f1", "lane.html#part", f"{HOME}:11"),
    Case("figures_are_backed", "differs", HOME, "30余<span>户</span>", "30<span>户</span>", f"{HOME}:11"),
    Case("figures_are_backed", "differs", ARTICLE, ">30余户<", ">31余户<", f"{HOME}:11", BACKED),
    Case("feeds_valid", "malformed", FEED, "</feed>", "</fed>", FEED),
    Case("feeds_valid", "lacking", FEED, "<id>tag:hub.example,2026:lane</id>", "", f"{FEED}:8"),
    Case(
        "feeds_valid",
        "date",
        FEED,
        '2026-03-02T09:00:00+08:00</updated>\n<link rel="alt',
        '2026年3月</updated>\n<link rel="alt',
        f"{FEED}:8",
    ),
    Case("feeds_valid", "twice", FEED, "2026:lane", "2026:feed", f"{FEED}:8"),
    Case("feeds_valid", "malformed", JSON_FEED, "]}", "]", JSON_FEED),
    Case("feeds_valid", "lacking", JSON_FEED, '"content_text": "住着30余户", ', "", JSON_FEED),
    Case("feeds_valid", "date", JSON_FEED, "T09:00:00+08:00", "T09:00:00", JSON_FEED),
    Case("feeds_valid", "own_address", JSON_FEED, "hub/feed.json", "hub/feed.xml", JSON_FEED),
    Case("feeds_valid", "others", JSON_FEED, "2026:lane", "2026:other", JSON_FEED),
    Case("links_resolve", "missing", JSON_FEED, "articles/lane.html", "articles/no.html", f"{JSON_FEED}:3", BACKED),
    Case("numerals_are_backed", "not_quoted", JSON_FEED, "住着30余户", "住着30户", JSON_FEED),
    Case(
        "feeds_valid",
        "own_address",
        FEED,
        'rel="self" href="https://hub.example/hub/feed.xml"',
        'rel="self" href="https://hub.example/hub/index.html"',
        FEED,
    ),
    Case(
        "sitemap_complete",
        "missing",
        SITEMAP,
        "<url><loc>https://hub.example/hub/articles/lane.html</loc></url>",
        "",
        ARTICLE,
    ),
    Case("sitemap_complete", "unwanted", SITEMAP, "hub/articles/lane.html", "hub/404.html", f"{SITEMAP}:4"),
    Case("sitemap_complete", "twice", SITEMAP, "hub/articles/lane.html", "hub/index.html", f"{SITEMAP}:4"),
    Case("leftover_placeholders", "mark", ARTICLE, "小标题<", "{{ title }}<", f"{ARTICLE}:14", BACKED),
    Case(
        "leftover_placeholders",
        "mark",
        ARTICLE,
        "/hub/images/lane.png",
        "hub:images/lane.png",
        f"{ARTICLE}:13",
    ),
    Case("leftover_placeholders", "mark", ARTICLE, "<h2>", "<!--factbox--><h2>", f"{ARTICLE}:14"),
    Case("leftover_placeholders", "mark", ARTICLE, "里住着", "里住着（数字待核）", f"{ARTICLE}:12", BACKED),
    Case("leftover_placeholders", "mark", FEED, "一条小巷", "一条小巷待核。", f"{FEED}:12"),
    *numeral_cases.CASES,
]


def test_the_good_site_has_no_finding(tmp_path: Path) -> None:
    write_good_site(tmp_path)
    assert [finding.render() for finding in run(tmp_path, site_url=SITE_URL)] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}-{case.code}-{CASES.index(case)}")
def test_a_fault_is_found_where_it_is(case: Case, tmp_path: Path) -> None:
    write_good_site(tmp_path)
    file = tmp_path / case.file
    before = file.read_text("utf-8")
    assert case.old in before
    file.write_text(before.replace(case.old, case.new, 1), "utf-8")

    findings = run(tmp_path, site_url=SITE_URL)

    opening = MESSAGES.table[case.rule][case.code]["message"].partition("{")[0]
    hits = [finding for finding in findings if finding.rule == case.rule and finding.message.startswith(opening)]
    assert any(f"{hit.path}:{hit.line}:".startswith(case.place + ":") for hit in hits), findings
    assert {finding.rule for finding in findings} <= {case.rule, *case.also}, findings


def test_every_word_of_the_table_has_its_case() -> None:
    said = {(rule, code) for rule, codes in MESSAGES.table.items() for code in codes}
    tried = {(case.rule, case.code) for case in [*CASES, *norm_cases.CASES]}
    # Those that one edit of a file cannot make have tests of their own: below, in test_checks_norms.py and _cards.py.
    apart = {
        ("no_empty_page", "no_pages"),
        ("sitemap_complete", "none"),
        ("identity_complete", "blank"),
        ("identity_complete", "no_address"),
        ("identity_complete", "placeholder"),
        ("home_is_fresh", "stale"),
        ("columns_are_fresh", "stale"),
        ("columns_are_fresh", "many_stale"),
        ("columns_are_fresh", "many_empty"),
        ("dates_are_honest", "to_come"),
        ("dates_are_honest", "moved"),
        *(("cards_are_backed", code) for code in MESSAGES.table["cards_are_backed"]),
    }
    assert said == tried | apart
    assert set(MESSAGES.table) == {rule.name for rule in RULES}


def test_an_inline_piece_whose_hash_the_policy_names_is_let_in(tmp_path: Path) -> None:
    write_good_site(tmp_path)
    article = tmp_path / ARTICLE
    style = "p { color: red }"
    named = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    text = article.read_text("utf-8").replace("style-src 'self'", f"style-src 'self' 'sha256-{named}'")
    for added, wanted in ((style, set()), (style + " ", {POLICY})):
        article.write_text(text.replace("</head>", f"<style>{added}</style></head>"), "utf-8")
        assert {finding.rule for finding in run(tmp_path, site_url=SITE_URL)} == wanted


def test_a_folder_without_pages_is_not_a_clean_site(tmp_path: Path) -> None:
    assert "no_empty_page" in {finding.rule for finding in run(tmp_path)}


def test_a_missing_sitemap_is_said(tmp_path: Path) -> None:
    write_good_site(tmp_path)
    (tmp_path / SITEMAP).unlink()
    assert "sitemap_complete" in {finding.rule for finding in run(tmp_path, site_url=SITE_URL)}


def test_a_sitemap_in_parts_is_read_part_by_part(tmp_path: Path) -> None:
    write_good_site(tmp_path)
    index = """<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://hub.example/hub/sitemaps/home.xml</loc></sitemap>
<sitemap><loc>https://hub.example/hub/sitemaps/articles.xml</loc></sitemap>
</sitemapindex>
"""
    home, lane, column = (
        f"<url><loc>https://hub.example/hub/{page}.html</loc></url>\n"
        for page in ("index", "articles/lane", "columns/news/index")
    )
    whole = (tmp_path / SITEMAP).read_text("utf-8")
    (tmp_path / "sitemaps").mkdir()
    (tmp_path / SITEMAP).write_text(index, "utf-8")
    (tmp_path / "sitemaps/home.xml").write_text(whole.replace(lane, ""), "utf-8")
    (tmp_path / "sitemaps/articles.xml").write_text(whole.replace(home, "").replace(column, ""), "utf-8")
    assert [finding.render() for finding in run(tmp_path, site_url=SITE_URL)] == []
    (tmp_path / "sitemaps/articles.xml").write_text(whole.replace(column, ""), "utf-8")
    (twice,) = run(tmp_path, site_url=SITE_URL)
    assert (twice.rule, twice.path, twice.line) == ("sitemap_complete", "sitemaps/articles.xml", 3)


def test_a_site_at_the_root_without_its_address_is_good_too(tmp_path: Path) -> None:
    write_good_site(tmp_path)
    for file in tmp_path.rglob("*"):
        if file.name == "feed.json" or file.suffix in {".html", ".xml", ".txt", ".css"}:
            text = file.read_text("utf-8").replace(SITE_URL, "").replace('"/hub/', '"/').replace("=/hub/", "=/")
            file.write_text(text, "utf-8")
    assert [finding.render() for finding in run(tmp_path)] == []


def test_ordinary_prose_about_checking_is_no_placeholder(tmp_path: Path) -> None:
    write_good_site(tmp_path)
    article = tmp_path / ARTICLE
    article.write_text(article.read_text("utf-8").replace("小标题<", "有待核实的线索<"), "utf-8")
    assert "leftover_placeholders" not in {finding.rule for finding in run(tmp_path, site_url=SITE_URL)}


def test_a_finding_reads_as_one_line_with_its_mending(tmp_path: Path) -> None:
    write_good_site(tmp_path)
    (tmp_path / "images" / "lane.png").unlink()
    (finding,) = run(tmp_path, site_url=SITE_URL)
    line = finding.render()
    assert line.startswith("articles/lane.html:13:")
    assert "[links_resolve]" in line
    assert " 改法：" in line
    assert "\n" not in line
