"""Each fault of a link or picture, likewise; nothing outside content/ may be named, no script may pass."""

from __future__ import annotations

import pytest

from tests.unit.manuscript_samples import ArticleCase, faults_of

CASES = [
    ArticleCase(
        "link-empty",
        "body",
        "见[旧稿]()。",
        """\
articles/2026/a.md:9:2 [link-empty] 链接没有地址
  9 | 见[旧稿]()。
    |   ^^^^^^^^
  改法：在圆括号里写上地址，或去掉链接""",
    ),
    ArticleCase(
        "link-text-empty",
        "body",
        "见[](old.md)。",
        """\
articles/2026/a.md:9:2 [link-text-empty] 链接没有文字
  9 | 见[](old.md)。
    |   ^^^^^^^^^^
  改法：在方括号里写上读者看得见的文字""",
    ),
    ArticleCase(
        "link-inside-link",
        "body",
        "见[旧稿 <https://example.org/>](old.md)。",
        """\
articles/2026/a.md:9:29 [link-inside-link] 链接里又套了链接
  9 | 见[旧稿 <https://example.org/>](old.md)。
    |                                ^^^^^^^
  改法：只留一个链接""",
    ),
    ArticleCase(
        "link-outside",
        "body",
        "见[旧稿](../../../etc/passwd)。",
        """\
articles/2026/a.md:9:2 [link-outside] 链接指到了 content/ 之外
  9 | 见[旧稿](../../../etc/passwd)。
    |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  改法：只链接 content/ 里的稿件，例如 ../2026/文件名.md""",
    ),
    ArticleCase(
        "link-outside",
        "body",
        "见[旧稿](%2e%2e/%2e%2e/%2e%2e/x.md)。",
        """\
articles/2026/a.md:9:2 [link-outside] 链接指到了 content/ 之外
  9 | 见[旧稿](%2e%2e/%2e%2e/%2e%2e/x.md)。
    |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  改法：只链接 content/ 里的稿件，例如 ../2026/文件名.md""",
    ),
    ArticleCase(
        "link-outside",
        "body",
        "见[旧稿](file:///etc/passwd)。",
        """\
articles/2026/a.md:9:2 [link-outside] 链接指到了 content/ 之外
  9 | 见[旧稿](file:///etc/passwd)。
    |   ^^^^^^^^^^^^^^^^^^^^^^^^^^
  改法：只链接 content/ 里的稿件，例如 ../2026/文件名.md""",
    ),
    ArticleCase(
        "link-outside",
        "body",
        "![泉](../../../images/spring.png)",
        """\
articles/2026/a.md:9:1 [link-outside] 链接指到了 content/ 之外
  9 | ![泉](../../../images/spring.png)
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  改法：只链接 content/ 里的稿件，例如 ../2026/文件名.md""",
    ),
    ArticleCase(
        "link-absolute",
        "body",
        "见[旧稿](/articles/old.md)。",
        """\
articles/2026/a.md:9:2 [link-absolute] 站内链接不能用绝对路径或不带协议的地址
  9 | 见[旧稿](/articles/old.md)。
    |   ^^^^^^^^^^^^^^^^^^^^^^^^
  改法：链接稿件用相对路径，例如 ../2026/文件名.md；外站写全 https://""",
    ),
    ArticleCase(
        "link-absolute",
        "body",
        "见[外站](//example.org/)。",
        """\
articles/2026/a.md:9:2 [link-absolute] 站内链接不能用绝对路径或不带协议的地址
  9 | 见[外站](//example.org/)。
    |   ^^^^^^^^^^^^^^^^^^^^^^
  改法：链接稿件用相对路径，例如 ../2026/文件名.md；外站写全 https://""",
    ),
    ArticleCase(
        "link-backslash",
        "body",
        "见[旧稿](..\\old.md)。",
        """\
articles/2026/a.md:9:2 [link-backslash] 地址里有反斜杠
  9 | 见[旧稿](..\\old.md)。
    |   ^^^^^^^^^^^^^^^^^
  改法：路径里用正斜杠 /""",
    ),
    ArticleCase(
        "link-kind",
        "body",
        "见[旧稿](old.html)。",
        """\
articles/2026/a.md:9:2 [link-kind] 相对地址只能指向 .md 稿件或 images/ 里的图片
  9 | 见[旧稿](old.html)。
    |   ^^^^^^^^^^^^^^^^
  改法：链接稿件写它的文件名，例如 ../2026/文件名.md""",
    ),
    ArticleCase(
        "link-kind",
        "body",
        "见[旧稿](old.md?print=1)。",
        """\
articles/2026/a.md:9:2 [link-kind] 相对地址只能指向 .md 稿件或 images/ 里的图片
  9 | 见[旧稿](old.md?print=1)。
    |   ^^^^^^^^^^^^^^^^^^^^^^
  改法：链接稿件写它的文件名，例如 ../2026/文件名.md""",
    ),
    ArticleCase(
        "link-malformed",
        "body",
        "见[外站](https://[)。",
        """\
articles/2026/a.md:9:2 [link-malformed] 地址写法不对，浏览器打不开
  9 | 见[外站](https://[)。
    |   ^^^^^^^^^^^^^^^^^
  改法：从浏览器地址栏重新复制一遍""",
    ),
    ArticleCase(
        "link-malformed",
        "body",
        "见[外站](https://编辑@example.org/)。",
        """\
articles/2026/a.md:9:2 [link-malformed] 地址写法不对，浏览器打不开
  9 | 见[外站](https://编辑@example.org/)。
    |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  改法：从浏览器地址栏重新复制一遍""",
    ),
    ArticleCase(
        "url-script",
        "body",
        "见[这里](javascript:alert(1))。",
        """\
articles/2026/a.md:9:2 [url-script] 不能用 javascript: 地址
  9 | 见[这里](javascript:alert(1))。
    |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  改法：删去这个链接，它会在读者的浏览器里运行或夹带内容""",
    ),
    ArticleCase(
        "url-script",
        "body",
        "见[这里](java&#115;cript:alert(1))。",
        """\
articles/2026/a.md:9:2 [url-script] 不能用 javascript: 地址
  9 | 见[这里](java&#115;cript:alert(1))。
    |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  改法：删去这个链接，它会在读者的浏览器里运行或夹带内容""",
    ),
    ArticleCase(
        "url-script",
        "body",
        "见[这里]( JaVa\u200bScript:alert(1))。",
        """\
articles/2026/a.md:9:8 [url-script] 不能用 javascript: 地址
  9 | 见[这里]( JaVa\u200bScript:alert(1))。
    |           ^^^^^^^^^^^^^^^^^^^
  改法：删去这个链接，它会在读者的浏览器里运行或夹带内容""",
    ),
    ArticleCase(
        "url-script",
        "body",
        "![泉](data:image/png;base64,AAAA)",
        """\
articles/2026/a.md:9:1 [url-script] 不能用 data: 地址
  9 | ![泉](data:image/png;base64,AAAA)
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  改法：删去这个链接，它会在读者的浏览器里运行或夹带内容""",
    ),
    ArticleCase(
        "url-script",
        "body",
        "见[这里][乙]。\n\n[乙]: vbscript:x",
        """\
articles/2026/a.md:11:6 [url-script] 不能用 vbscript: 地址
  11 | [乙]: vbscript:x
     |       ^^^^^^^^^^
  改法：删去这个链接，它会在读者的浏览器里运行或夹带内容""",
    ),
    ArticleCase(
        "url-scheme",
        "body",
        "见[外站](ftp://example.org/)。",
        """\
articles/2026/a.md:9:2 [url-scheme] 不能用 ftp: 开头的地址
  9 | 见[外站](ftp://example.org/)。
    |   ^^^^^^^^^^^^^^^^^^^^^^^^^^
  改法：只用 https、http、mailto、tel，或站内相对路径""",
    ),
    ArticleCase(
        "image-alt",
        "body",
        "![](images/spring.png)",
        """\
articles/2026/a.md:9:1 [image-alt] 图片没有文字说明
  9 | ![](images/spring.png)
    | ^^^^^^^^^^^^^^^^^^^^^^
  改法：在方括号里写明图上有什么：![说明](images/文件名)""",
    ),
    ArticleCase(
        "image-external",
        "body",
        "![泉](https://example.org/spring.png)",
        """\
articles/2026/a.md:9:1 [image-external] 图片在站外，读者打开网页时会向外请求
  9 | ![泉](https://example.org/spring.png)
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  改法：把图片存进 content/images/，写成 ![说明](images/文件名)""",
    ),
    ArticleCase(
        "image-kind",
        "body",
        "![泉](spring.png)",
        """\
articles/2026/a.md:9:1 [image-kind] 图片要放在 content/images/ 里
  9 | ![泉](spring.png)
    | ^^^^^^^^^^^^^^^^^
  改法：写成 ![说明](images/文件名)，文件名以 .jpg、.png、.webp、.gif 或 .avif 结尾""",
    ),
    ArticleCase(
        "image-kind",
        "body",
        "![泉](images/spring.exe)",
        """\
articles/2026/a.md:9:1 [image-kind] 图片要放在 content/images/ 里
  9 | ![泉](images/spring.exe)
    | ^^^^^^^^^^^^^^^^^^^^^^^^
  改法：写成 ![说明](images/文件名)，文件名以 .jpg、.png、.webp、.gif 或 .avif 结尾""",
    ),
    ArticleCase(
        "fragment-dead",
        "body",
        "## 课前\n\n见[课后](#课后)。",
        """\
articles/2026/a.md:11:6 [fragment-dead] 链接的位置 #课后 在 本稿 里找不到
  11 | 见[课后](#课后)。
     |         ^^^^^^
  改法：对照那一篇的小标题改写 # 后面的文字，或去掉 # 一段""",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_fault_is_shown_at_its_place(case: ArticleCase) -> None:
    assert faults_of(case) == case.expected
