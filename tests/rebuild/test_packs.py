"""A topic as one file: it says what the pages say, leads nowhere outside itself, and follows every edit."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from plugins.topics import packs
from tests.rebuild.little import Little, files
from tests.tools.pictures import photograph

PACK = "topics/rural/study-pack.html"


def text(site: Little, address: str = PACK) -> str:
    return (site.output / address).read_text("utf-8")


def squeezed(element: html.HtmlElement) -> str:
    return "".join(element.text_content().split())


def test_it_says_what_the_pages_say(little: Little) -> None:
    little.replace("articles/a.md", "4月2日，第一批", "## 苗\n\n4月2日，第一批")
    little.build()
    tree = html.fromstring(text(little))
    articles = tree.xpath("//article")
    assert [article.xpath("string(h2)") for article in articles] == ["夜校开到村口", "果园里的新路"]
    for article, name in zip(articles, ("b", "a"), strict=True):
        for prose in html.fromstring(text(little, f"articles/{name}.html")).xpath("//*[@class='prose']"):
            assert squeezed(prose) in squeezed(article)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = tree.xpath("//@href")
    assert {link[1:] for link in links} <= set(ids)  # all of them lead inward, and arrive
    assert "#a2" in links  # b's link to a
    assert tree.xpath("//ul[@class='figures']//a/@href")
    assert [int(heading.tag[1]) for heading in articles[1].xpath(".//h2 | .//h3")] == [2, 3]


def test_it_asks_for_nothing_and_has_its_pictures(little: Little) -> None:
    (little.content / "images").mkdir()
    (little.content / "images/路.jpg").write_bytes(photograph(600, 400))
    little.replace("articles/a.md", "4月2日", '![一条路](../images/路.jpg "路（资料图片）")\n\n4月2日')
    little.build()
    made = text(little)
    assert re.search(r'<img src="data:image/webp;base64,[\w+/=]+" width="600" height="400" alt="一条路">', made)
    assert not re.search(r'(?:src|srcset|href)="(?!data:|#)', made)
    assert "<script" not in made
    assert "style-src 'sha256-" in made


def test_it_says_how_many_pictures_are_left_out(little: Little, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packs, "MOST_PICTURES", 1)
    (little.content / "images").mkdir()
    for number in (1, 2, 3):
        (little.content / f"images/{number}.jpg").write_bytes(photograph(600, 400, number))
    shown = "".join(f'![一条路](../images/{number}.jpg "路（资料图片）")\n\n' for number in (1, 2, 3))
    little.replace("articles/a.md", "4月2日", shown + "4月2日")
    report = little.build()
    made = text(little)
    assert made.count("<img") == 1
    assert "图片太多，有2幅没有收进来" in made
    assert [note for note in report.notes if "学习包只收 1 幅图，另有 2 幅没有收进" in note]
    monkeypatch.undo()
    little.replace("articles/a.md", "4月2日", "4月3日")
    assert not little.build().notes
    assert text(little).count("<img") == 3
    assert "没有收进来" not in text(little)


def test_it_follows_an_edit_that_no_list_shows(little: Little) -> None:
    little.replace("articles/b.md", "另见", "参见")
    printed = {page for page in little.build().addresses if not page.startswith("search/")}
    assert printed == {"articles/b.html", PACK, "topics/serve/study-pack.html"}
    assert "参见" in text(little)
    little.replace("articles/a.md", "slug: a\n", "slug: orchard\n")
    little.build()
    assert files(little.output) == little.fresh()
    assert little.build().printed == 0


def test_it_is_bounded_and_says_so(little: Little) -> None:
    little.overrides["STUDY_PACK_ARTICLES"] = 1
    little.build()
    assert "收入专题的1篇稿件（编辑推荐的和最新的；专题共有2篇）" in text(little)
    assert "果园里的新路" in text(little)  # b says so
    assert 'href="/articles' not in text(little)  # but a is not here, and the site has no address
    little.replace("topics/rural.md", "slug: rural\n", "slug: rural\npicks: [../articles/a.md]\n")
    little.build()
    assert html.fromstring(text(little)).xpath("string(//article/h2)") == "果园里的新路"
    little.overrides["SITEURL"] = "https://hub.example/part"
    little.overrides["STUDY_PACK_ARTICLES"] = 2
    little.build()
    little.overrides["STUDY_PACK_ARTICLES"] = 0
    little.build()
    assert not (little.output / PACK).exists()
    assert "学习包" not in text(little, "topics/rural/index.html")


def test_a_link_out_of_it_leads_to_the_site_where_that_has_an_address(little: Little) -> None:
    little.overrides |= {"SITEURL": "https://hub.example/part", "STUDY_PACK_ARTICLES": 1}
    little.build()
    assert '<a href="https://hub.example/part/articles/a.html">果园里的新路</a>' in text(little)


def test_a_topic_without_articles_has_none(little: Little) -> None:
    Path(little.content / "topics/none.md").write_text("---\ntitle: 新专题\nslug: fresh\n---\n", "utf-8")
    little.build()
    assert not (little.output / "topics/fresh/study-pack.html").exists()
    assert "study-pack" not in text(little, "topics/fresh/index.html")


def test_it_follows_the_address_of_what_a_pick_from_elsewhere_links_to(little: Little) -> None:
    little.overrides |= {"SITEURL": "https://hub.example", "STUDY_PACK_ARTICLES": 1}
    little.replace("articles/b.md", "topics: [乡村振兴, 为民服务]", "topics: [乡村振兴]")
    little.replace("topics/serve.md", "slug: serve\n", "slug: serve\npicks: [../articles/b.md]\n")
    little.build()
    assert "https://hub.example/articles/a.html" in text(little, "topics/serve/study-pack.html")
    little.replace("articles/a.md", "slug: a\n", "slug: orchard\n")
    little.build()
    assert "https://hub.example/articles/orchard.html" in text(little, "topics/serve/study-pack.html")
    assert files(little.output) == little.fresh()
