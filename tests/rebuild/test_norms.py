"""What the norms and the search engines get follows every edit: page tags, the sitemap's parts, ids of feeds."""

from __future__ import annotations

import json
import re
import shutil
from functools import partial

import pytest

from plugins import syndication
from tests.rebuild.little import Little, files


def test_page_tags_follow_the_column_and_the_settings(little: Little) -> None:
    page = little.output / "articles/a.html"
    assert "ColumnKeywords" not in page.read_text("utf-8")
    assert '<meta name="ColumnDescription" content="要闻在这里。">' in page.read_text("utf-8")
    more = "slug: news\nkeywords: [动态, 会议]\ntype: 工作动态\ndescription: 新的事。"
    little.replace("columns/news.md", "slug: news", more)
    little.overrides |= {
        "SITEURL": "https://hub.example",
        "SITE_IDENTITY": {"网站标识码": "0000000001", "ICP备案": " "},
    }
    little.build()
    text = page.read_text("utf-8")
    for name, content in {
        "ColumnName": "要闻", "ColumnDescription": "新的事。", "ColumnKeywords": "动态,会议", "ColumnType": "工作动态",
        "SiteIDCode": "0000000001", "SiteDomain": "hub.example", "PubDate": "2026-03-01 09:00",
        "Url": "https://hub.example/articles/a.html", "ArticleTitle": "果园里的新路", "Keywords": "乡村振兴",
    }.items():  # fmt: skip
        assert text.count(f'<meta name="{name}" content="{content}">') == 1, name
    assert "ICP备案" not in text
    assert "0000000001" in text.rpartition("footer__identity")[2]
    assert files(little.output) == little.fresh()


def test_an_edit_of_a_columns_tags_alone_is_on_its_articles(little: Little) -> None:
    little.replace("columns/news.md", "slug: news", "slug: news\ntype: 工作动态")
    assert {"articles/a.html", "articles/b.html", "articles/c.html", "columns/news/index.html"} <= little.printed()
    assert '<meta name="ColumnType" content="工作动态">' in (little.output / "articles/c.html").read_text("utf-8")
    assert files(little.output) == little.fresh()


def test_an_article_without_an_hour_says_none_and_stands_before_the_hours_of_its_day(little: Little) -> None:
    little.replace("articles/b.md", "date: 2026-03-02 09:00", "date: 2026-03-01")
    little.replace("articles/a.md", "date: 2026-03-01 09:00", "date: 2026-03-01 00:10")
    little.build()
    text = (little.output / "articles/b.html").read_text("utf-8")
    assert '<meta name="PubDate" content="2026-03-01">' in text
    assert '"datePublished":"2026-03-01"' in text
    month = (little.output / "archive/2026-03.html").read_text("utf-8")
    assert month.index("articles/a.html") < month.index("articles/b.html")  # newest first
    assert files(little.output) == little.fresh()


def test_a_correction_says_when_the_article_was_modified(little: Little) -> None:
    little.overrides["SITEURL"] = "https://hub.example"
    note = "corrections:\n  - {date: 2026-03-03 08:30, text: 里程写错了。}"
    little.replace("articles/a.md", "summary: 果园修了路。", f"summary: 果园修了路。\n{note}")
    little.build()
    text = (little.output / "articles/a.html").read_text("utf-8")
    assert '<meta property="article:modified_time" content="2026-03-03T08:30+08:00">' in text
    assert '"dateModified":"2026-03-03T08:30+08:00"' in text
    assert "modified" not in (little.output / "articles/b.html").read_text("utf-8").lower()


def listed(little: Little) -> list[str]:
    """Every address of the sitemap, part by part."""
    parts = re.findall("<loc>/(.*?)</loc>", (little.output / "sitemap.xml").read_text("utf-8"))
    return [loc for part in parts for loc in re.findall("<loc>(.*?)</loc>", (little.output / part).read_text("utf-8"))]


def test_a_sitemap_in_more_parts_has_every_page_once(little: Little, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = listed(little)
    for name in ("ArticleMaps", "FamilyMaps"):
        monkeypatch.setattr(f"plugins.syndication.{name}", partial(getattr(syndication, name), longest=1))
    shutil.rmtree(little.cache)
    little.build()
    assert (little.output / "sitemaps/articles-2026-03-2.xml").read_text("utf-8").count("<loc>") == 1
    assert sorted(listed(little)) == sorted(whole)
    assert len(set(whole)) == len(whole) > 10
    first = (little.output / "sitemaps/articles-2026-03.xml").read_bytes()
    little.replace("articles/b.md", "title: 夜校开到村口", "title: 夜校办到村口\naliases: [/old/b.html]")
    little.replace("articles/b.md", "date: 2026-03-02 09:00", "date: 2026-03-05 09:00")
    little.build()
    assert (little.output / "sitemaps/articles-2026-03.xml").read_bytes() == first
    assert '<meta name="SiteName"' in (little.output / "old/b.html").read_text("utf-8")  # a page like any other
    assert files(little.output) == little.fresh()


def test_ids_are_the_same_in_every_feed_and_outlive_title_column_and_topic(little: Little) -> None:
    def ids(path: str) -> list[str]:
        text = (little.output / path).read_text("utf-8")
        if path.endswith(".json"):
            return [item["id"] for item in json.loads(text)["items"]]
        return re.findall("<id>(.*?)</id>", text)[1:]

    before = ids("feed.xml")
    assert len(before) == 3
    assert ids("feed.json") == ids("columns/news/feed.xml") == ids("columns/news/feed.json") == before
    assert set(ids("topics/rural/feed.json")) < set(before)
    little.replace("articles/a.md", "title: 果园里的新路", "title: 全换了题目")
    little.replace("articles/a.md", "topics: [乡村振兴]", "topics: [为民服务]")
    little.build()
    assert ids("feed.json") == ids("feed.xml") == before
