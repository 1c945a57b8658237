"""Each way in which a front matter fails to be YAML, or would lose words as YAML, likewise."""

from __future__ import annotations

import pytest

from tests.unit.manuscript_samples import ArticleCase, faults_of

CASES = [
    ArticleCase(
        "yaml-tab",
        "front",
        "tags:\n\t- 甲",
        """\
articles/2026/a.md:8:1 [yaml-tab] 稿件信息里用了制表符缩进
  8 |     - 甲
    | ^^^^
  改法：把制表符换成两个空格""",
    ),
    ArticleCase(
        "yaml-colon-space",
        "front",
        "kicker:引题",
        """\
articles/2026/a.md:7:1 [yaml-colon-space] 冒号后面缺一个空格
  7 | kicker:引题
    | ^^^^^^^
  改法：写成 kicker: 内容，冒号用半角，后面空一格""",
    ),
    ArticleCase(
        "yaml-colon-inside",
        "front",
        "kicker: 数说: 一堂课",
        """\
articles/2026/a.md:7:11 [yaml-colon-inside] 内容里有半角冒号加空格，读成了另一个字段
  7 | kicker: 数说: 一堂课
    |             ^
  改法：把整个内容用单引号括起来，或把半角冒号改成全角“：”""",
    ),
    ArticleCase(
        "yaml-quote-open",
        "front",
        'kicker: "引题',
        """\
articles/2026/a.md:7:9 [yaml-quote-open] 引号没有配对
  7 | kicker: "引题
    |         ^
  改法：在内容末尾补上同样的半角引号""",
    ),
    ArticleCase(
        "yaml-quote-after",
        "front",
        'kicker: "泉心为民"活动',
        """\
articles/2026/a.md:7:15 [yaml-quote-after] 半角引号之后还有文字
  7 | kicker: "泉心为民"活动
    |                   ^^
  改法：把整个内容用单引号括起来，例如 title: '“泉心为民”活动'；文中的引号用全角“”""",
    ),
    ArticleCase(
        "yaml-bracket-open",
        "front",
        "tags: [甲, 乙",
        """\
articles/2026/a.md:7:7 [yaml-bracket-open] 方括号没有配对，或项目之间缺逗号
  7 | tags: [甲, 乙
    |       ^
  改法：写成 [甲, 乙]，括号和逗号都用半角""",
    ),
    ArticleCase(
        "yaml-start",
        "front",
        "kicker: @泉边",
        """\
articles/2026/a.md:7:9 [yaml-start] 内容以 @ 开头，这个符号在这里有别的意思
  7 | kicker: @泉边
    |         ^
  改法：把整个内容用单引号括起来""",
    ),
    ArticleCase(
        "yaml-alias",
        "front",
        "kicker: *泉边",
        """\
articles/2026/a.md:7:9 [yaml-alias] 用了 & 或 * 的引用写法
  7 | kicker: *泉边
    |         ^
  改法：把内容直接写出来；若内容本身以 & 或 * 开头，用单引号括起来""",
    ),
    ArticleCase(
        "yaml-alias",
        "front",
        "tags: &all [甲]\ncaptions: *all",
        """\
articles/2026/a.md:7:7 [yaml-sign] 内容以 & 开头，这个符号连同后面的字会被略去
  7 | tags: &all [甲]
    |       ^^^^^^^^^
  改法：把整个内容用单引号括起来
articles/2026/a.md:7:7 [yaml-alias] 用了 & 或 * 的引用写法
  7 | tags: &all [甲]
    |       ^^^^^^^^^
  改法：把内容直接写出来；若内容本身以 & 或 * 开头，用单引号括起来""",
    ),
    ArticleCase(
        "yaml-sign",
        "front",
        "kicker: &a 泉边",
        """\
articles/2026/a.md:7:9 [yaml-sign] 内容以 & 开头，这个符号连同后面的字会被略去
  7 | kicker: &a 泉边
    |         ^^^^^^^
  改法：把整个内容用单引号括起来""",
    ),
    ArticleCase(
        "yaml-alias",
        "front",
        "kicker: &泉边 课堂",
        """\
articles/2026/a.md:7:9 [yaml-alias] 用了 & 或 * 的引用写法
  7 | kicker: &泉边 课堂
    |         ^
  改法：把内容直接写出来；若内容本身以 & 或 * 开头，用单引号括起来""",
    ),
    ArticleCase(
        "yaml-sign",
        "front",
        "kicker: !泉边 课堂",
        """\
articles/2026/a.md:7:9 [yaml-sign] 内容以 ! 开头，这个符号连同后面的字会被略去
  7 | kicker: !泉边 课堂
    |         ^
  改法：把整个内容用单引号括起来""",
    ),
    ArticleCase(
        "yaml-indent",
        "front",
        " kicker: 引题",
        """\
articles/2026/a.md:7:2 [yaml-indent] 缩进对不齐
  7 |  kicker: 引题
    |  ^
  改法：同一层的字段左边对齐；列表的每一项以两个空格加“- ”开头""",
    ),
    ArticleCase(
        "yaml-syntax",
        "front",
        "%YAML",
        """\
articles/2026/a.md:7:5 [yaml-syntax] 稿件信息的写法有误（did not find expected version number）
  7 | %YAML
    |     ^
  改法：对照别的稿件检查这一行的冒号、引号和缩进；拿不准时把内容用单引号括起来""",
    ),
    ArticleCase(
        "yaml-deep",
        "front",
        "tags: " + "[" * 3000,
        """\
articles/2026/a.md:2:1 [yaml-deep] 稿件信息的层次太深，或者太长
  2 | title: 泉边的课堂
    | ^
  改法：稿件信息最多两三层，检查方括号和缩进；正文写在 --- 之后""",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_fault_is_shown_at_its_place(case: ArticleCase) -> None:
    assert faults_of(case) == case.expected
