"""An edit prints exactly the pages that it is on, and the site is always the one a fresh build makes."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import StrictUndefined

from plugins.fonts import slices
from plugins.fonts.finding import found
from tests.rebuild.little import ROOT, Little, files

LISTS_OF_A = {
    "index.html",
    "topics/index.html",
    "topics/rural/index.html",
    "columns/index.html",
    "columns/news/index.html",
    "archive/2026-03.html",
    "feed.xml",
    "feed.json",
    "topics/rural/feed.xml",
    "topics/rural/feed.json",
    "columns/news/feed.xml",
    "columns/news/feed.json",
}
"""Pages that show the card of article a."""
FIGURES_OF_A = {
    "data/index.html",
    "data/rural/index.html",
    "data/facts.json",
    "data/facts-2026.csv",
    "data/facts.sqlite",
    "data/years/2026.html",
    "data/units/6237.html",
    "data/ledger/units/6237-2026.json",
    "data/ledger/months/2026-03.json",
}
"""Pages and files that show the 300余户 (6237 is 户) of article a."""
OTHER_FIGURES_OF_A = {"data/units/516c-91cc.html", "data/ledger/units/516c-91cc-2026.json"}
"""And those of its 12公里."""


def test_a_second_build_prints_nothing(little: Little) -> None:
    before = files(little.output)
    report = little.build()
    assert (report.printed, report.removed, report.errors) == (0, 0, 0)
    assert files(little.output) == before


def test_every_file_is_counted(little: Little) -> None:
    report = little.build()
    assert report.manuscripts == len(list(little.content.rglob("*.md")))
    pages = [path for path in files(little.output) if not path.startswith(("theme/", "."))]
    assert report.pages == len(pages)


def test_an_edit_of_words_prints_the_article_alone(little: Little) -> None:
    little.replace("articles/c.md", "服务窗口延长办理时间2小时", "大厅的服务窗口延长办理时间2小时")
    little.replace("articles/b.md", "另见", "参见")
    assert little.printed() >= {"articles/b.html", "articles/c.html"}
    little.replace("articles/b.md", "参见", "又见")
    assert little.printed() == {"articles/b.html"}


def test_an_edit_of_a_figure_prints_its_article_and_the_places_that_show_it(little: Little) -> None:
    little.replace("articles/a.md", "300余户", "310余户")
    printed = little.printed()
    shown = {"index.html", "topics/rural/index.html", "data/units/516c-91cc.html"}  # the last has the same sentence
    assert {"articles/a.html"} | FIGURES_OF_A <= printed <= {"articles/a.html"} | FIGURES_OF_A | shown
    assert "310余户" in (little.output / "data/facts.json").read_text("utf-8")


def test_the_date_of_a_figure_is_shown_and_changes_with_what_it_hangs_on(little: Little) -> None:
    def dates() -> list[str]:
        return re.findall(
            r'截至<time datetime="[0-9-]+">([^<]+)<', (little.output / "articles/a.html").read_text("utf-8")
        )

    little.replace("articles/a.md", "今年春天，果园", "去年，果园")
    assert "articles/a.html" in little.printed()
    assert dates() == ["2025年"]
    little.replace("articles/a.md", "date: 2026-03-01 09:00\n", "date: 2026-03-01 09:00\nyear: 2024\n")
    assert "articles/a.html" in little.printed()
    assert dates() == ["2023年"]
    little.replace("articles/a.md", "去年，果园", "果园")
    little.replace("articles/a.md", "year: 2024\n", "as_of: 2025-06\n")
    assert {"articles/a.html", "data/facts.json"} <= little.printed()
    assert "2025年6月" in dates()
    assert '"as_of": "2025-06-30"' in (little.output / "data/facts.json").read_text("utf-8")
    assert files(little.output) == little.fresh()


def test_a_new_title_prints_the_article_its_neighbours_and_its_lists(little: Little) -> None:
    little.replace("articles/a.md", "title: 果园里的新路", "title: 果园里修了路")
    shown_by_name = {
        "archive/index.html",
        "data/index.html",
        "data/rural/index.html",
        "timeline/index.html",
        "timeline/2026-04.html",
    }
    in_rows = FIGURES_OF_A - {"data/facts.json"} | OTHER_FIGURES_OF_A | {"data/events.csv"}
    assert little.printed() == {"articles/a.html", "articles/b.html"} | LISTS_OF_A | shown_by_name | in_rows


def test_the_database_is_made_up_to_a_size(little: Little) -> None:
    database = little.output / "data/facts.sqlite"
    assert database.exists()
    little.overrides["DATABASE_FIGURES"] = 4  # there are five
    little.build()
    assert not database.exists()
    assert "facts.sqlite" not in (little.output / "data/index.html").read_text("utf-8")
    little.overrides["DATABASE_FIGURES"] = 5
    little.build()
    assert database.exists()
    assert files(little.output) == little.fresh()


def test_a_file_may_move_without_a_page_being_printed(little: Little) -> None:
    (little.content / "articles/2026").mkdir()
    (little.content / "articles/c.md").rename(little.content / "articles/2026/moved.md")
    assert little.printed() == set()


def test_a_deleted_article_leaves_the_site(little: Little) -> None:
    (little.content / "articles/c.md").unlink()
    report = little.build()
    assert report.removed >= 1
    assert not (little.output / "articles/c.html").exists()
    assert not (little.output / "archive/2026-04.html").exists()
    for page in little.output.rglob("*.*ml"):
        assert "articles/c.html" not in page.read_text("utf-8"), page
    assert files(little.output) == little.fresh()


def test_a_topics_lead_is_printed_where_it_is_shown(little: Little) -> None:
    little.replace("topics/serve.md", "这里汇集为民服务的稿件。", "为民服务的稿件都在这里。")
    feeds = {"topics/serve/feed.xml", "topics/serve/feed.json"}
    assert little.printed() == {"topics/serve/index.html", "topics/index.html", *feeds}


def test_a_template_prints_the_pages_that_use_it(little: Little) -> None:
    theme = little.own_theme()
    little.build()
    template = theme / "templates/page.html"
    text = template.read_text("utf-8")
    template.write_text(text.replace("{% endblock %}", "<!-- 新版 -->{% endblock %}"), "utf-8")
    assert little.printed() == {"pages/about.html"}


@pytest.mark.parametrize("piece", ["components/footer/macro.html", "components/view-options/macro.html"])
def test_what_stands_around_every_page_prints_every_page(little: Little, piece: str) -> None:
    """It is printed once a build and placed by `base.html`, which does not name it."""
    theme = little.own_theme()
    little.build()
    file = theme / piece
    file.write_text(file.read_text("utf-8").replace("{% endmacro %}", "<p>新的一行</p>\n{% endmacro %}"), "utf-8")
    pages = {path for path in files(little.output) if path.endswith(".html") and "study-pack" not in path}
    assert little.printed() == pages | {"sw.js"}
    placed = pages - {"styleguide/index.html"}  # which shows it in frames
    assert all("<p>新的一行</p>" in (little.output / page).read_text("utf-8") for page in placed)


def test_a_style_prints_every_page_because_its_address_has_a_fingerprint(little: Little) -> None:
    theme = little.own_theme()
    little.build()
    old = {path for path in files(little.output) if path.startswith("theme/style.")}
    base = theme / "static/base.css"
    base.write_text(base.read_text("utf-8") + "\nbody { margin: 0; }\n", "utf-8")
    pages = {path for path in files(little.output) if path.endswith(".html") and "study-pack" not in path}
    assert little.printed() == pages | {"sw.js"}
    new = {path for path in files(little.output) if path.startswith("theme/style.")}
    assert len(new) == 1
    assert new != old


def test_a_setting_prints_the_pages_that_show_it(little: Little) -> None:
    little.overrides["SITE_NOTE"] = "这是另一句说明。"
    printed = little.printed()
    pages = {path for path in files(little.output) if path.endswith(".html") and "study-pack" not in path}
    assert pages - {"styleguide/index.html"} | {"sw.js"} == printed
    assert files(little.output) == little.fresh()


def test_a_topic_and_a_column_may_link_to_an_article(little: Little) -> None:
    for path, address in (("topics/serve.md", "topics/serve"), ("columns/news.md", "columns/news")):
        file = little.content / path
        file.write_text(file.read_text("utf-8") + "\n先读[这一篇](../articles/a.md)。\n", "utf-8")
        little.build()
        page = little.output / address / "index.html"
        assert '<a href="/articles/a.html">这一篇</a>' in page.read_text("utf-8")
    little.replace("articles/a.md", "slug: a", "slug: orchard")
    little.build()
    assert '<a href="/articles/orchard.html">这一篇</a>' in (little.output / "topics/serve/index.html").read_text(
        "utf-8"
    )
    assert files(little.output) == little.fresh()


def test_a_new_kicker_prints_no_neighbour(little: Little) -> None:
    little.replace("articles/b.md", "column: 要闻", "column: 要闻\nkicker: 夜里")
    printed = little.printed()
    assert "articles/b.html" in printed
    assert not {"articles/a.html", "articles/c.html"} & printed


def test_a_draft_is_in_no_list_and_not_printed_for_the_public(little: Little) -> None:
    little.replace("articles/c.md", "slug: c", "slug: c\nstatus: draft")
    little.build()
    assert (little.output / "drafts/c.html").exists()
    lists = [path for path in little.output.rglob("*.*ml") if path.parent.name != "drafts"]
    assert not [path for path in lists if "窗口多留一盏灯" in path.read_text("utf-8")]
    little.overrides["PRINT_DRAFTS"] = False
    little.build()
    assert not (little.output / "drafts").exists()


def test_an_alias_leads_to_the_article(little: Little) -> None:
    little.replace("articles/c.md", "slug: c", "slug: c\naliases: [/news/old-c.html, /old/]")
    assert {"news/old-c.html", "old/index.html"} <= little.printed()
    assert "/articles/c.html" in (little.output / "old/index.html").read_text("utf-8")


def test_many_processes_print_the_same_bytes(little: Little) -> None:
    text = (little.content / "articles/c.md").read_text("utf-8")
    for number in range(300):
        changed = text.replace("slug: c", f"slug: c{number}").replace("近90件", f"近{number + 90}件")
        (little.content / f"articles/c{number}.md").write_text(changed, "utf-8")
    report = little.build(jobs=2)
    assert not report.faults
    assert files(little.output) == little.fresh()


def test_pelican_content_prints_the_same_bytes(little: Little) -> None:
    output = little.folder / "pelican"
    command = [
        str(Path(sys.executable).with_name("pelican")),
        str(little.content),
        "-o",
        str(output),
        "-s",
        "pelicanconf.py",
    ]
    command += ["--cache-path", str(little.folder / "pelican-cache")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert files(output) == files(little.output)


def test_pelican_reads_the_production_settings(little: Little) -> None:
    command = [str(Path(sys.executable).with_name("pelican")), str(little.content), "-s", "publishconf.py"]
    done = subprocess.run(
        [*command, "--print-settings", "SITEURL"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    assert "https://" in done.stdout


def test_pelican_content_fails_on_a_fault_without_a_traceback(little: Little) -> None:
    little.replace("articles/a.md", "column: 要闻", "colunm: 要闻")
    command = [sys.executable, "-m", "pelican", str(little.content), "-o", str(little.folder / "p")]
    command += ["-s", "pelicanconf.py", "--cache-path", str(little.folder / "pc")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "articles/a.md:" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout


def test_search_engines_are_told_to_pass_over_drafts_alone(little: Little) -> None:
    little.replace("articles/c.md", "slug: c", "slug: c\nstatus: draft")
    little.build()
    assert 'content="noindex"' in (little.output / "drafts/c.html").read_text("utf-8")
    assert 'content="noindex"' not in (little.output / "articles/a.html").read_text("utf-8")


def test_pages_of_a_site_below_a_host_carry_its_path(little: Little) -> None:
    little.overrides["SITEURL"] = "https://hub.example/jinan"
    little.build()
    page = (little.output / "articles/b.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://hub.example/jinan/articles/b.html">' in page
    assert 'href="/jinan/articles/a.html"' in page
    assert 'href="/articles/' not in page
    parts = (little.output / "sitemap.xml").read_text("utf-8")
    assert "<sitemap><loc>https://hub.example/jinan/sitemaps/articles-2026-03.xml</loc></sitemap>" in parts
    part = (little.output / "sitemaps/articles-2026-03.xml").read_text("utf-8")
    assert "<url><loc>https://hub.example/jinan/articles/b.html</loc></url>" in part
    assert 'href="https://hub.example/jinan/articles/b.html"' in (little.output / "feed.xml").read_text("utf-8")


def test_a_new_article_changes_its_months_part_of_the_sitemap_alone(little: Little) -> None:
    text = (little.content / "articles/c.md").read_text("utf-8")
    (little.content / "articles/d.md").write_text(text.replace("slug: c", "slug: d"), "utf-8")
    assert {page for page in little.printed() if page.startswith("sitemap")} == {"sitemaps/articles-2026-04.xml"}
    (little.content / "articles/e.md").write_text(text.replace("slug: c", "slug: e").replace("-04-", "-09-"), "utf-8")
    new = {"sitemap.xml", "sitemap/index.html", "sitemaps/articles-2026-09.xml", "sitemaps/months.xml"}
    assert {page for page in little.printed() if page.startswith("sitemap")} == new
    (little.content / "articles/e.md").unlink()
    little.build()
    assert not (little.output / "sitemaps/articles-2026-09.xml").exists()
    assert files(little.output) == little.fresh()


def test_feed_ids_outlive_titles(little: Little) -> None:
    def ids() -> list[str]:
        return re.findall("<id>(.*?)</id>", (little.output / "feed.xml").read_text("utf-8"))

    before = ids()
    little.replace("articles/a.md", "title: 果园里的新路", "title: 全换了题目")
    little.build()
    assert ids() == before
    assert len(set(before)) == 4


def test_a_long_list_keeps_its_full_pages(little: Little) -> None:
    little.overrides["LIST_LENGTH"] = 2
    text = (little.content / "articles/c.md").read_text("utf-8")

    def add(number: int) -> None:
        changed = text.replace("slug: c", f"slug: d{number}").replace("2026-04-03", f"2026-05-{number:02}")
        (little.content / f"articles/d{number}.md").write_text(changed, "utf-8")

    for number in range(1, 6):
        add(number)
    little.build()
    folder = little.output / "columns/news"
    assert sorted(path.name for path in folder.glob("*.html")) == ["1.html", "2.html", "3.html", "index.html"]
    full = (folder / "1.html").read_bytes(), (folder / "2.html").read_bytes()
    add(6)
    assert "columns/news/index.html" in little.printed()
    assert ((folder / "1.html").read_bytes(), (folder / "2.html").read_bytes()) == full
    assert files(little.output) == little.fresh()


def test_a_column_and_a_topic_without_articles_say_so(little: Little) -> None:
    (little.content / "topics/none.md").write_text("---\ntitle: 新专题\nslug: nothing\n---\n", "utf-8")
    (little.content / "columns/none.md").write_text("---\ntitle: 新栏目\nslug: none\n---\n", "utf-8")
    assert "columns/none/index.html" in little.printed()
    assert "这个栏目还没有稿件。" in (little.output / "columns/none/index.html").read_text("utf-8")
    assert "这个专题还没有稿件。" in (little.output / "topics/nothing/index.html").read_text("utf-8")
    assert "还没有稿件" not in (little.output / "columns/news/index.html").read_text("utf-8")


@pytest.mark.parametrize("change", [{"trim_blocks": False}, {"autoescape": False}])
def test_another_manner_of_reading_templates(tmp_path: Path, change: dict[str, bool]) -> None:
    site = Little(tmp_path)
    site.build()
    manner = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True, "undefined": StrictUndefined}
    site.overrides["JINJA_ENVIRONMENT"] = manner | change
    site.build()
    assert files(site.output) == site.fresh()
    assert site.build().printed == 0


def test_a_more_precise_date_of_the_figures_shows_in_the_ledger(little: Little) -> None:
    little.replace("articles/c.md", "slug: c\n", "slug: c\nas_of: 2026\n")
    little.printed()
    little.replace("articles/c.md", "as_of: 2026\n", "as_of: 2026-04\n")
    assert "data/serve/index.html" in little.printed()
    assert files(little.output) == little.fresh()


@pytest.mark.skipif(not found("auto"), reason="no Song font is installed here")
def test_a_new_character_in_a_headline_prints_its_slice_of_the_font_and_no_other(little: Little) -> None:
    little.overrides["HEADLINE_FONT"] = "auto"
    little.build()
    before = little.printed()
    assert before == set()
    little.replace("articles/a.md", "title: 果园里的新路", "title: 果园里的新龥")
    fonts = {path for path in little.printed() if path.startswith("fonts/")}
    assert fonts == {slices.address(slices.COUNT), slices.address(slices.slice_of("路") or 0)}
    assert files(little.output) == little.fresh()
