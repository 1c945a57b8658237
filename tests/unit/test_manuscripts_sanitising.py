"""What a manuscript must never bring to a reader's browser."""

from __future__ import annotations

import re

import pytest

from plugins.manuscripts import ManuscriptError
from tests.unit.manuscript_samples import article, codes_of, compiled, html_of

ATTACKS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//a.org/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    '<iframe src="//a.org"></iframe>',
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "<style>p { background: url(//a.org) }</style>",
    '<form action="//a.org"><input></form>',
    '<a href="javascript:alert(1)">x</a>',
    '<sub onclick="alert(1)">2</sub>',
    '<span style="x" lang="en">x</span>',
    '<span lang="en" onmouseover=alert(1)>x</span>',
    "<br onload=alert(1)>",
    "<base href=//a.org>",
    "<meta http-equiv=refresh content=0>",
    "<object data=x></object>",
    "<?xml version='1.0'?>",
    "<![CDATA[ x ]]>",
    "</p><p>",
    "[x](javascript:alert(1))",
    "[x](JAVASCRIPT:alert(1))",
    "[x]( javascript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](&#x6A;avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](java&NewLine;script:alert(1))",
    "[x](<java script:alert(1)>)",
    "[x](\u200bjavascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,AAAA)",
    "[x](blob:https://a.org/1)",
    "[x](view-source:https://a.org/)",
    "[x](hub:articles/2026/b.md)",
    "<javascript://a.org/%0aalert(1)>",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml,<svg/>)",
    "![x](http://a.org/pixel.gif)",
    "![x](//a.org/pixel.gif)",
    "![x](https:/a.org/pixel.gif)",
    "![x][1]\n\n[1]: https://a.org/pixel.gif",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_attacks_are_faults(attack: str) -> None:
    assert codes_of(article(f"课堂。{attack}"))
    assert codes_of(article(attack))


@pytest.mark.parametrize(
    "text",
    ["`<script>alert(1)</script>`", "    <script>alert(1)</script>", "\\<script>", "<script", "< script >", "<姓名>"],
)
def test_what_only_looks_like_html_is_text(text: str) -> None:
    html = html_of(text)
    assert not re.search(r"<(?!/?(?:p|pre|code)>)", html)
    assert "&lt;" in html


@pytest.mark.parametrize(
    "text",
    [
        '[x](https://a.org/"onmouseover="alert(1))',
        '[x](b.md "a" onclick="alert(1)")',
        '![x" onerror="alert(1)](images/a.png)',
        '![x](images/a.png "a\\" onerror=\\"alert(1)")',
        '<abbr title="&quot; onclick=&quot;alert(1)">x</abbr>',
        '[^"onclick=x]\n\n[^"onclick=x]: 注',
        '## "><img src=x>'.replace("<", "\\<"),
    ],
)
def test_nothing_breaks_out_of_an_attribute(text: str) -> None:
    try:
        html = compiled(text).html
    except ManuscriptError:
        return
    outside_quotes = re.sub(r'"[^"]*"', '""', html)
    assert not re.search(r"<[^>]*\bon\w+\s*=", outside_quotes)


@pytest.mark.parametrize(
    "target",
    [
        "../../../etc/passwd.md",
        "..%2f..%2f..%2fx.md",
        "%2e%2e/../../x.md",
        "/etc/passwd.md",
        "..\\..\\..\\x.md",
        "C:/x.md",
    ],
)
def test_no_link_names_a_file_outside_content(target: str) -> None:
    assert codes_of(article(f"[x]({target})"))
    assert codes_of(article(f"![x]({target.replace('.md', '.png')})"))


def test_every_kept_address_lies_inside_content() -> None:
    done = compiled("[x](./../2026/./b.md) ![y](./images/../images/a.png)".replace("/../images", ""))
    assert [link.target for link in done.links] == ["articles/2026/b.md", "images/a.png"]
