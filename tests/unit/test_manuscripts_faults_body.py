"""Each fault of a body, and of the decisions about its figures, likewise."""

from __future__ import annotations

import pytest

from tests.unit.manuscript_samples import ArticleCase, faults_of

CASES = [
    ArticleCase(
        "heading-one",
        "body",
        "# 一级标题",
        """\
articles/2026/a.md:9:3 [heading-one] 正文里用了一级标题“一级标题”
  9 | # 一级标题
    |   ^^^^^^^^
  改法：一级标题留给稿件的 title；正文的小标题从 ## 开始；行首要写 # 号时写成 \\#""",
    ),
    ArticleCase(
        "heading-empty",
        "body",
        "课堂。\n\n##",
        """\
articles/2026/a.md:11:1 [heading-empty] 小标题没有文字
  11 | ##
     | ^^
  改法：在 ## 后面写上文字，或删去这一行""",
    ),
    ArticleCase(
        "callout-unknown",
        "body",
        ":::重要 注意事项\n带好本子。\n:::",
        """\
articles/2026/a.md:9:1 [callout-unknown] 没有“重要”这种提示框
  9 | :::重要 注意事项
    | ^^^^^^^^^^^^^^^^
  改法：可用的有：提示、背景、名词，例如 :::提示 标题""",
    ),
    ArticleCase(
        "callout-unclosed",
        "body",
        ":::提示 注意事项\n带好本子。\n\n下一段。",
        """\
articles/2026/a.md:9:1 [callout-unclosed] 提示框没有结束
  9 | :::提示 注意事项
    | ^^^^^^^^^^^^^^^^
  改法：在提示框的最后单独写一行 :::""",
    ),
    ArticleCase(
        "emphasis-mixed",
        "body",
        "见*泉边**课堂*一文。",
        """\
articles/2026/a.md:9:5 [emphasis-mixed] 粗体和斜体的星号连在一起，读不准
  9 | 见*泉边**课堂*一文。
    |        ^^^^^^^^^
  改法：粗体写成 **文字**，斜体写成 *文字*，两处之间隔开；星号本身写成 \\*""",
    ),
    ArticleCase(
        "callout-stray",
        "body",
        "课堂。\n\n:::\n\n下一段。",
        """\
articles/2026/a.md:11:1 [callout-stray] 这里的 ::: 没有对应的开头
  11 | :::
     | ^^^
  改法：提示框以“:::提示 标题”开头；多余的 ::: 删去""",
    ),
    ArticleCase(
        "factbox-twice",
        "body",
        "课堂。\n\n[[数说]]\n\n课后。\n\n[[数说]]",
        """\
articles/2026/a.md:15:1 [factbox-twice] [[数说]] 写了两次
  15 | [[数说]]
     | ^^^^^^^^
  改法：一篇稿件只放一个数说栏，删去多余的""",
    ),
    ArticleCase(
        "factbox-inside",
        "body",
        "数字见[[数说]]。",
        """\
articles/2026/a.md:9:4 [factbox-inside] [[数说]] 要单独占一行，不能在列表、引用、提示框或句子里
  9 | 数字见[[数说]]。
    |       ^^^^^^^^
  改法：把它移到两个段落之间，单独一行""",
    ),
    ArticleCase(
        "factbox-inside",
        "body",
        "- [[数说]]",
        """\
articles/2026/a.md:9:3 [factbox-inside] [[数说]] 要单独占一行，不能在列表、引用、提示框或句子里
  9 | - [[数说]]
    |   ^^^^^^^^
  改法：把它移到两个段落之间，单独一行""",
    ),
    ArticleCase(
        "footnote-undefined",
        "body",
        "课堂[^注]设在泉边。",
        """\
articles/2026/a.md:9:3 [footnote-undefined] 脚注 [^注] 没有写注文
  9 | 课堂[^注]设在泉边。
    |     ^^^^^
  改法：在文末加一行 [^注]: 注文""",
    ),
    ArticleCase(
        "footnote-unused",
        "body",
        "课堂设在泉边。\n\n[^注]: 泉边即河边。",
        """\
articles/2026/a.md:11:1 [footnote-unused] 脚注 [^注] 有注文，正文里却没有引用它
  11 | [^注]: 泉边即河边。
     | ^^^^^^
  改法：在正文要加注的地方写 [^注]，或删去注文""",
    ),
    ArticleCase(
        "footnote-empty",
        "body",
        "课堂[^注]设在泉边。\n\n[^注]:",
        """\
articles/2026/a.md:11:1 [footnote-empty] 脚注 [^注] 的注文是空的
  11 | [^注]:
     | ^^^^^^
  改法：在冒号后面写上注文，或删去这个脚注""",
    ),
    ArticleCase(
        "unsettled",
        "body",
        "课堂<!-- 待核：地点 -->设在泉边。",
        """\
articles/2026/a.md:9:3 [unsettled] 还有待核的内容没有了结
  9 | 课堂<!-- 待核：地点 -->设在泉边。
    |     ^^^^^^^^^^^^^^^^^^^
  改法：核实之后改好正文，删去这条注释""",
    ),
    ArticleCase(
        "comment-unclosed",
        "body",
        "课堂设在泉边。<!-- 还要写",
        """\
articles/2026/a.md:9:8 [comment-unclosed] 注释没有结束
  9 | 课堂设在泉边。<!-- 还要写
    |               ^^^^^^^^^^^
  改法：在注释末尾补上 -->""",
    ),
    ArticleCase(
        "html-tag",
        "body",
        '课堂<font color="red">设在</font>泉边。',
        """\
articles/2026/a.md:9:3 [html-tag] 不能用 HTML 标签 <font>
  9 | 课堂<font color="red">设在</font>泉边。
    |     ^^^^^^^^^^^^^^^^^^
  改法：删去标签，改用 Markdown 写法；若是要写小于号，写成 \\<""",
    ),
    ArticleCase(
        "html-markup",
        "body",
        "课堂<?php echo ?>设在泉边。",
        """\
articles/2026/a.md:9:3 [html-markup] 不能用这种 HTML 标记
  9 | 课堂<?php echo ?>设在泉边。
    |     ^^^^^^^^^^^^^
  改法：删去它；若是要写小于号，写成 \\<""",
    ),
    ArticleCase(
        "html-attribute",
        "body",
        '水的写法是H<sub class="x">2</sub>O。',
        """\
articles/2026/a.md:9:7 [html-attribute] <sub> 标签不能带属性 class
  9 | 水的写法是H<sub class="x">2</sub>O。
    |            ^^^^^^^^^^^^^^^
  改法：删去这个属性""",
    ),
    ArticleCase(
        "html-attribute",
        "body",
        '<span lang="not a language">spring</span>',
        """\
articles/2026/a.md:9:1 [html-attribute] <span> 标签不能带属性 lang
  9 | <span lang="not a language">spring</span>
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  改法：删去这个属性""",
    ),
    ArticleCase(
        "html-unbalanced",
        "body",
        "H<sub>2</sub>O，写作H<sub>2。",
        """\
articles/2026/a.md:9:19 [html-unbalanced] <sub> 标签没有配对，或与别的标记交叉
  9 | H<sub>2</sub>O，写作H<sub>2。
    |                      ^^^^^
  改法：开头和结尾要写在同一段里，先开的后关""",
    ),
    ArticleCase(
        "html-unbalanced",
        "body",
        "**水<sup>注**</sup>",
        """\
articles/2026/a.md:9:4 [html-unbalanced] <sup> 标签没有配对，或与别的标记交叉
  9 | **水<sup>注**</sup>
    |     ^^^^^
  改法：开头和结尾要写在同一段里，先开的后关
articles/2026/a.md:9:12 [html-unbalanced] <sup> 标签没有配对，或与别的标记交叉
  9 | **水<sup>注**</sup>
    |              ^^^^^^
  改法：开头和结尾要写在同一段里，先开的后关""",
    ),
    ArticleCase(
        "html-misplaced",
        "body",
        "泺<rt>luò</rt>口",
        """\
articles/2026/a.md:9:2 [html-misplaced] <rt> 只能写在 <ruby> 里面
  9 | 泺<rt>luò</rt>口
    |   ^^^^
  改法：写成 <ruby>字<rt>zì</rt></ruby>""",
    ),
    ArticleCase(
        "too-deep",
        "body",
        "" + "[" * 3000,
        """\
articles/2026/a.md:9:1 [too-deep] 正文的层次太深，读不下去
  9 | [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…
    | ^
  改法：引用、列表和方括号不要一层套一层""",
    ),
    ArticleCase(
        "fact-unrecognised",
        "fact",
        "  - text: 泉边",
        """\
articles/2026/a.md:8:11 [fact-unrecognised] 正文里有“泉边”，但没有认作一个数字
  8 |   - text: 泉边
    |           ^^^^
  改法：照认出的写法填写；确要列入，加 add: true 和 value: 数值""",
    ),
    ArticleCase(
        "fact-nth",
        "fact",
        "  - text: 近70名\n    nth: 2",
        """\
articles/2026/a.md:9:10 [fact-nth] 正文里的“近70名”只有 1 处，没有第 2 处
  9 |     nth: 2
    |          ^
  改法：改 nth，或删去这一行""",
    ),
    ArticleCase(
        "fact-nth",
        "fact",
        "  - text: 泉边\n    add: true\n    value: 1\n    nth: 3",
        """\
articles/2026/a.md:11:10 [fact-nth] 正文里的“泉边”只有 1 处，没有第 3 处
  11 |     nth: 3
     |          ^
  改法：改 nth，或删去这一行""",
    ),
    ArticleCase(
        "fact-value",
        "fact",
        "  - text: 泉边\n    add: true",
        """\
articles/2026/a.md:8:11 [fact-value] 添加数字“泉边”要写明数值
  8 |   - text: 泉边
    |           ^^^^
  改法：加一行 value: 数值，例如 value: 48000""",
    ),
    ArticleCase(
        "fact-high",
        "fact",
        "  - text: 泉边\n    add: true\n    value: 3\n    high: 2",
        """\
articles/2026/a.md:8:11 [fact-high] “泉边”是一个区间，却没有写上限；或写了上限而不是区间
  8 |   - text: 泉边
    |           ^^^^
  改法：bound: range 与 high: 上限 要一起写，high 不小于 value""",
    ),
    ArticleCase(
        "fact-high",
        "fact",
        "  - text: 近70名\n    bound: range",
        """\
articles/2026/a.md:8:11 [fact-high] “近70名”是一个区间，却没有写上限；或写了上限而不是区间
  8 |   - text: 近70名
    |           ^^^^^^
  改法：bound: range 与 high: 上限 要一起写，high 不小于 value""",
    ),
    ArticleCase(
        "fact-quiet",
        "fact",
        "  - text: pip\n    add: true\n    value: 1",
        """\
articles/2026/a.md:8:11 [fact-quiet] “pip”写在代码、上下标或删除线里，或者跨了段落，不能标成数字
  8 |   - text: pip
    |           ^^^
  改法：只填写一段之内的文字，不含代码""",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_fault_is_shown_at_its_place(case: ArticleCase) -> None:
    assert faults_of(case) == case.expected
