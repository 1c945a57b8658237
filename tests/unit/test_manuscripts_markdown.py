"""Markdown as a Chinese newsroom writes it: what comes out as HTML."""

from __future__ import annotations

import pytest

from plugins.manuscripts import Link
from tests.unit.manuscript_samples import compiled, html_of


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("**“泉心为民”**活动", "<strong>“泉心为民”</strong>活动"),
        ("在**泉边，**上课", "在<strong>泉边，</strong>上课"),
        ("《**泉边**》的*课*", "《<strong>泉边</strong>》的<em>课</em>"),
        ("课堂 `a<b` 与 \\*", "课堂 <code>a&lt;b</code> 与 *"),
        ("a < b 且 b > c，AT&T", "a &lt; b 且 b &gt; c，AT&amp;T"),
        ("&copy; &#8212; &nosuch; \\&amp; \\<b>", "© — &amp;nosuch; &amp;amp; &lt;b&gt;"),
        ("水H<sub>2</sub>O", "水H<sub>2</sub>O"),
        ("<BR/>行", "<br>行"),
        ("<ruby>泺<rp>（</rp><rt>luò</rt><rp>）</rp></ruby>口", None),
        ('<abbr title="甲 &quot;乙&quot;">A</abbr>', '<abbr title="甲 &quot;乙&quot;">A</abbr>'),
        ('<span lang="en">spring</span><wbr>', '<span lang="en">spring</span><wbr>'),
    ],
)
def test_inline(written: str, html: str | None) -> None:
    assert html_of(written) == f"<p>{html or written}</p>"


@pytest.mark.parametrize(
    ("written", "joined"),
    [
        ("泉边\n课堂", "泉边课堂"),
        ("泉边，  课堂", "泉边，  课堂"),
        ("泉边，\n课堂", "泉边，课堂"),
        ("泉边\n“课堂”", "泉边“课堂”"),
        ("泉边，\nAED", "泉边，AED"),
        ("泉边\nAED", "泉边\nAED"),
        ("one\ntwo", "one\ntwo"),
        ("**泉边**\n*课堂*", "<strong>泉边</strong><em>课堂</em>"),
        ("[泉边\n课堂](b.md)\n上课", '<a href="hub:articles/2026/b.md">泉边课堂</a>上课'),
        ("泉边<sup>一</sup>\n课堂", "泉边<sup>一</sup>课堂"),
        ("泉边  \n课堂", "泉边<br>\n课堂"),
    ],
)
def test_soft_breaks(written: str, joined: str) -> None:
    assert html_of(written) == f"<p>{joined}</p>"


def test_a_figure_broken_across_lines_is_one() -> None:
    done = compiled("参训者近\n70\n名，在泉边。")
    assert [entry.figure.text for entry in done.figures] == ["近70名"]


def test_breaks_in_quotations_lists_and_code() -> None:
    assert html_of("> 泉边\n> 课堂") == "<blockquote>\n<p>泉边课堂</p>\n</blockquote>"
    assert html_of("- 泉边\n  课堂") == "<ul>\n<li>泉边课堂</li>\n</ul>"
    assert html_of("    泉边\n    课堂") == "<pre><code>泉边\n课堂\n</code></pre>"


def test_heading_ids_are_their_words() -> None:
    done = compiled(
        "## 联建有章可循\n\n### 怎样做：第一步\n\n## 联建有章可循\n\n## **AED** 怎样用\n\n## main\n\n## ？！"
    )
    assert done.headings == (
        (2, "联建有章可循", "联建有章可循"),
        (3, "怎样做-第一步", "怎样做：第一步"),
        (2, "联建有章可循-2", "联建有章可循"),
        (2, "AED-怎样用", "AED 怎样用"),
        (2, "h-main", "main"),
        (2, "小节", "？！"),
    )
    assert '<h3 id="怎样做-第一步">怎样做：第一步</h3>' in done.html


def test_lines_that_begin_with_a_year_are_no_list() -> None:
    assert html_of("2026. 年的事。") == "<p>2026. 年的事。</p>"
    assert html_of("1998．年的事。") == "<p>1998．年的事。</p>"
    assert html_of("1. 甲\n2. 乙") == "<ol>\n<li>甲</li>\n<li>乙</li>\n</ol>"
    assert html_of("3. 甲") == '<ol start="3">\n<li>甲</li>\n</ol>'
    assert html_of("1. 甲\n\n2026. 年") == "<ol>\n<li>甲</li>\n</ol>\n<p>2026. 年</p>"


def test_footnotes() -> None:
    html = html_of("泉边[^甲]的课堂[^2]，还有[^甲]。\n\n[^2]: 第二。\n[^甲]: 第一。")
    assert '泉边<sup id="fnref-甲"><a href="#fn-甲" class="footnote-ref">1</a></sup>的课堂' in html
    assert (
        '<section class="footnotes" aria-label="注释">\n<ol>\n<li id="fn-甲">\n<p>第一。\u00a0<a href="#fnref-甲"'
        in html
    )
    assert 'class="footnote-backref" aria-label="回到正文的注 1">↩</a>' in html
    assert 'href="#fnref2-甲"' in html
    assert html.index("第一。") < html.index("第二。")


def test_footnote_labels_with_spaces_make_ids_without() -> None:
    html = html_of("泉边[^甲 乙]。\n\n[^甲 乙]: 注。")
    assert 'id="fn-甲.20乙"' in html


def test_tables_are_labelled_regions() -> None:
    html = html_of("| 课 | 时 |\n|---|--:|\n| 一 | 9点 |\n\n段。\n\n| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |")
    assert html.startswith(
        '<div class="table" role="region" aria-label="表格" tabindex="0"><table>\n<thead>\n<tr>\n'
        '<th scope="col">课</th>\n<th scope="col" class="align-right">时</th>'
    )
    assert '<td class="align-right">9点</td>' in html
    assert 'aria-label="表格 2"' in html
    assert "style=" not in html


@pytest.mark.parametrize(("name", "block"), [("提示", "note"), ("背景", "background"), ("名词", "term")])
def test_callouts(name: str, block: str) -> None:
    assert html_of(f"前文。\n:::{name} 带*本子*\n一句。\n\n- 一\n- 二\n:::\n后文。") == (
        f'<p>前文。</p>\n<aside class="callout callout--{block}">\n<p class="callout__title">带<em>本子</em></p>\n'
        "<p>一句。</p>\n<ul>\n<li>一</li>\n<li>二</li>\n</ul>\n</aside>\n<p>后文。</p>"
    )


def test_a_callout_without_a_title_is_headed_by_its_kind() -> None:
    assert '<p class="callout__title">背景</p>' in html_of("：：：背景\n一句。\n：：：")


def test_colons_in_code_are_no_callout() -> None:
    assert html_of("    :::提示\n    一句") == "<pre><code>:::提示\n一句\n</code></pre>"


def test_the_fact_box_has_its_place() -> None:
    assert html_of("前文。\n\n[[数说]]\n\n后文。") == "<p>前文。</p>\n<!--factbox-->\n<p>后文。</p>"
    assert html_of("前文。\n[[数说]]\n后文。") == html_of("前文。\n\n[[数说]]\n\n后文。")
    assert html_of("写 `[[数说]]` 就行。") == "<p>写 <code>[[数说]]</code> 就行。</p>"


def test_brackets_of_two_paragraphs_are_no_place_of_the_fact_box() -> None:
    assert html_of("][[数说]\n\n]") == "<p>][[数说]</p>\n<p>]</p>"


def test_comments_are_dropped() -> None:
    assert html_of("泉边<!-- 一\n\n二 -->的课堂。") == "<p>泉边的课堂。</p>"
    assert html_of("`<!-- 一 -->`") == "<p><code>&lt;!-- 一 --&gt;</code></p>"
    assert html_of("- 甲\n\n    乙<!-- 一 -->") == "<ul>\n<li>\n<p>甲</p>\n<p>乙</p>\n</li>\n</ul>"


def test_links_between_manuscripts() -> None:
    done = compiled(
        '见[甲](b.md)、[乙](../2025/c.md#课前 "旧稿")、[丙](<../../pages/关于 我们.md>)、'
        "[丁][x]。\n\n[x]: ../../topics/d.md"
    )
    assert done.links == (
        Link("articles/2026/b.md", "", "b.md", False),
        Link("articles/2025/c.md", "课前", "../2025/c.md#课前", False),
        Link("pages/关于 我们.md", "", "../../pages/关于 我们.md", False),
        Link("topics/d.md", "", "../../topics/d.md", False),
    )
    assert '<a href="hub:articles/2025/c.md#课前" title="旧稿">乙</a>' in done.html


def test_links_within_and_outside() -> None:
    html = html_of(
        '## 课前\n\n[甲](#课前) <https://a.org/?x=1&y=2> [乙](https://b.org/春 "题") <a@b.org> [丙](tel:0531-1234)'
    )
    assert '<a href="#课前">甲</a>' in html
    assert '<a href="https://a.org/?x=1&amp;y=2" rel="noopener">https://a.org/?x=1&amp;y=2</a>' in html
    assert '<a href="https://b.org/春" title="题" rel="noopener">乙</a>' in html
    assert '<a href="mailto:a@b.org">a@b.org</a>' in html
    assert '<a href="tel:0531-1234">丙</a>' in html


@pytest.mark.parametrize(
    "written", ["images/泉 一.png", "../../images/泉 一.png", "/images/泉 一.png", "../images/泉%20一.png"]
)
def test_images(written: str) -> None:
    done = compiled(f'![泉边](<{written}> "早上的泉边")')
    assert done.html == (
        '<figure class="picture"><img src="hub:images/泉 一.png" alt="泉边">'
        "<figcaption>早上的泉边</figcaption></figure>"
    )
    assert done.links == (Link("images/泉 一.png", "", written, True),)
    assert done.text == "早上的泉边"


def test_an_image_among_words_stays_there() -> None:
    assert html_of("看![泉](images/a.png)。") == '<p>看<img src="hub:images/a.png" alt="泉">。</p>'
