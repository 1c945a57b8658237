"""Each fault of a front matter: where it is shown, how it is worded, what the caret stands under."""

from __future__ import annotations

import pytest

from tests.unit.manuscript_samples import ArticleCase, faults_of

CASES = [
    ArticleCase(
        "key-doubled",
        "front",
        "title: 又一个标题",
        """\
articles/2026/a.md:7:1 [key-doubled] 字段“title”写了两次，第一次在第 2 行
  7 | title: 又一个标题
    | ^^^^^
  改法：只留一处""",
    ),
    ArticleCase(
        "key-strange",
        "front",
        "? [甲, 乙]\n: 丙",
        """\
articles/2026/a.md:7:3 [key-strange] 字段名不是一个词
  7 | ? [甲, 乙]
    |   ^^^^^^^^
  改法：写成 字段: 内容，例如 title: 标题""",
    ),
    ArticleCase(
        "field-unknown",
        "front",
        "subtitel: 副题",
        """\
articles/2026/a.md:7:1 [field-unknown] 没有“subtitel”这个字段
  7 | subtitel: 副题
    | ^^^^^^^^
  改法：是不是 subtitle？""",
    ),
    ArticleCase(
        "field-unknown",
        "front",
        "facts:\n  - text: 近70名\n    lable: 参训者",
        """\
articles/2026/a.md:9:5 [field-unknown] 没有“lable”这个字段
  9 |     lable: 参训者
    |     ^^^^^
  改法：是不是 label？""",
    ),
    ArticleCase(
        "field-missing",
        "whole",
        "---\ntitle: 泉边的课堂\n---\n\n课堂设在泉边。\n",
        """\
articles/2026/a.md:1:1 [field-missing] 缺少必填的字段“slug”
  1 | ---
    | ^^^
  改法：在稿件信息里加一行 slug: first-aid-training
articles/2026/a.md:1:1 [field-missing] 缺少必填的字段“date”
  1 | ---
    | ^^^
  改法：在稿件信息里加一行 date: 2026-06-18
articles/2026/a.md:1:1 [field-missing] 缺少必填的字段“column”
  1 | ---
    | ^^^
  改法：在稿件信息里加一行 column: 栏目名
articles/2026/a.md:1:1 [field-missing] 缺少必填的字段“topics”
  1 | ---
    | ^^^
  改法：在稿件信息里加一行 topics: [专题名]""",
    ),
    ArticleCase(
        "field-missing",
        "front",
        "corrections:\n  - date: 2026-06-20",
        """\
articles/2026/a.md:8:5 [field-missing] 缺少必填的字段“text”
  8 |   - date: 2026-06-20
    |     ^^^^^^^^^^^^^^^^
  改法：在稿件信息里加一行 text: 更正的内容""",
    ),
    ArticleCase(
        "field-empty",
        "whole",
        '---\ntitle: ""\nslug: a\n---\n\n课堂设在泉边。\n',
        """\
pages/a.md:2:1 [field-empty] 字段“title”是空的
  2 | title: ""
    | ^^^^^
  改法：写上内容；确实没有就删去这一行""",
        path="pages/a.md",
    ),
    ArticleCase(
        "field-not-text",
        "front",
        "kicker: [甲, 乙]",
        """\
articles/2026/a.md:7:9 [field-not-text] 字段“kicker”应当是一段文字
  7 | kicker: [甲, 乙]
    |         ^^^^^^^^
  改法：写成 kicker: 文字；不要写成列表，文字里有特殊符号时用单引号括起来""",
    ),
    ArticleCase(
        "field-not-list",
        "front",
        "tags:\n  甲: 乙",
        """\
articles/2026/a.md:8:3 [field-not-list] 字段“tags”应当是一个列表
  8 |   甲: 乙
    |   ^^^^^^
  改法：写成 tags: [甲, 乙]，或每项一行，以“- ”开头""",
    ),
    ArticleCase(
        "field-not-mapping",
        "front",
        "facts:\n  - 近70名",
        """\
articles/2026/a.md:8:5 [field-not-mapping] 字段“facts”的这一项应当由小字段组成
  8 |   - 近70名
    |     ^^^^^^
  改法：写成 - 内容，下面的小字段与它对齐""",
    ),
    ArticleCase(
        "field-not-number",
        "front",
        "facts:\n  - text: 近70名\n    value: 约70",
        """\
articles/2026/a.md:9:12 [field-not-number] “约70”不是数
  9 |     value: 约70
    |            ^^^^
  改法：只写阿拉伯数字，不带单位和逗号，例如 48000""",
    ),
    ArticleCase(
        "field-not-year",
        "front",
        "year: 二〇二六",
        """\
articles/2026/a.md:7:7 [field-not-year] “二〇二六”不是四位年份
  7 | year: 二〇二六
    |       ^^^^^^^^
  改法：写成四位数字，例如 2026""",
    ),
    ArticleCase(
        "field-too-small",
        "front",
        "facts:\n  - text: 近70名\n    nth: 0",
        """\
articles/2026/a.md:9:10 [field-too-small] “0”太小
  9 |     nth: 0
    |          ^
  改法：写 1 或更大的整数""",
    ),
    ArticleCase(
        "field-not-flag",
        "front",
        "facts:\n  - text: 近70名\n    pin: 也许",
        """\
articles/2026/a.md:9:10 [field-not-flag] “也许”不是“是”或“否”
  9 |     pin: 也许
    |          ^^^^
  改法：写 true（是）或 false（否）""",
    ),
    ArticleCase(
        "field-choice",
        "front",
        "status: 发布",
        """\
articles/2026/a.md:7:9 [field-choice] “发布”不在可选的写法里
  7 | status: 发布
    |         ^^^^
  改法：从这些里选一个：published、draft""",
    ),
    ArticleCase(
        "slug-form",
        "whole",
        "---\ntitle: 泉边的课堂\nslug: 泉边-class\n---\n\n课堂设在泉边。\n",
        """\
pages/a.md:3:7 [slug-form] slug“泉边-class”只能用小写英文字母、数字和连字符
  3 | slug: 泉边-class
    |       ^^^^^^^^^^
  改法：写成像 first-aid-training 这样，不要空格、大写、汉字和下划线""",
        path="pages/a.md",
    ),
    ArticleCase(
        "slug-long",
        "whole",
        f"---\ntitle: 泉边的课堂\nslug: {'q' * 81}\n---\n\n课堂设在泉边。\n",
        f"""\
pages/a.md:3:7 [slug-long] slug 有 81 个字符，超过 80 个的上限
  3 | slug: {"q" * 81}
    |       {"^" * 81}
  改法：取标题里最要紧的两三个词""",
        path="pages/a.md",
    ),
    ArticleCase(
        "item-doubled",
        "whole",
        "---\ntitle: 泉边的课堂\nslug: a\ndate: 2026-06-18\ncolumn: 要闻\n"
        "topics: [党员教育, 党员教育]\n---\n\n课堂设在泉边。\n",
        """\
articles/2026/a.md:6:9 [item-doubled] 字段“topics”里“党员教育”写了不止一次
  6 | topics: [党员教育, 党员教育]
    |         ^^^^^^^^^^^^^^^^^^^^
  改法：只留一处""",
    ),
    ArticleCase(
        "date-form",
        "front",
        "corrections:\n  - date: 6月18日\n    text: 改一字。",
        """\
articles/2026/a.md:8:11 [date-form] “6月18日”不是认得的日期写法
  8 |   - date: 6月18日
    |           ^^^^^^^
  改法：写成 2026-06-18 或 2026-06-18 09:30，不带时区""",
    ),
    ArticleCase(
        "date-impossible",
        "front",
        "corrections:\n  - date: 2026-02-30\n    text: 改一字。",
        """\
articles/2026/a.md:8:11 [date-impossible] 2026-02-30 这一天（或时刻）不存在
  8 |   - date: 2026-02-30
    |           ^^^^^^^^^^
  改法：核对月份、日子和钟点""",
    ),
    ArticleCase(
        "date-impossible",
        "front",
        "corrections:\n  - date: 2026-06-18 25:00\n    text: 改一字。",
        """\
articles/2026/a.md:8:11 [date-impossible] 2026-06-18 25:00 这一天（或时刻）不存在
  8 |   - date: 2026-06-18 25:00
    |           ^^^^^^^^^^^^^^^^
  改法：核对月份、日子和钟点""",
    ),
    ArticleCase(
        "as-of-form",
        "front",
        "as_of: 六月底",
        """\
articles/2026/a.md:7:8 [as-of-form] “六月底”不是认得的时点写法
  7 | as_of: 六月底
    |        ^^^^^^
  改法：写成 2026、2026-06 或 2026-06-18""",
    ),
    ArticleCase(
        "alias-form",
        "front",
        'aliases: [/old/, "/../etc/", old.html]',
        """\
articles/2026/a.md:7:18 [alias-form] 旧地址“/../etc/”写法不对
  7 | aliases: [/old/, "/../etc/", old.html]
    |                  ^^^^^^^^^^
  改法：以 / 开头，以 / 或 .html 结尾，不带域名、问号、# 和 ..，例如 /2025/old-name.html
articles/2026/a.md:7:30 [alias-form] 旧地址“old.html”写法不对
  7 | aliases: [/old/, "/../etc/", old.html]
    |                              ^^^^^^^^
  改法：以 / 开头，以 / 或 .html 结尾，不带域名、问号、# 和 ..，例如 /2025/old-name.html""",
    ),
    ArticleCase(
        "pick-form",
        "whole",
        "---\ntitle: 为民服务\nslug: serve\npicks:\n  - ../articles/2026/a\n---\n",
        """\
topics/a.md:5:5 [pick-form] “../articles/2026/a”不是稿件的相对路径
  5 |   - ../articles/2026/a
    |     ^^^^^^^^^^^^^^^^^^
  改法：写成 ../articles/2026/文件名.md""",
        path="topics/a.md",
    ),
    ArticleCase(
        "image-field",
        "front",
        "image: ../../cover.png",
        """\
articles/2026/a.md:7:8 [image-field] “../../cover.png”不是 images 文件夹里的图片
  7 | image: ../../cover.png
    |        ^^^^^^^^^^^^^^^
  改法：把图片放进 content/images/，写成 images/文件名""",
    ),
    ArticleCase(
        "image-alt-missing",
        "front",
        "image: images/cover.png",
        """\
articles/2026/a.md:7:8 [image-alt-missing] 配图 images/cover.png 没有文字说明
  7 | image: images/cover.png
    |        ^^^^^^^^^^^^^^^^
  改法：在 image 下面加一行 image_alt: 图上有什么""",
    ),
    ArticleCase(
        "image-words",
        "front",
        "image_caption: 泉边",
        """\
articles/2026/a.md:7:16 [image-words] 写了 image_caption，却没有写 image
  7 | image_caption: 泉边
    |                ^^^^
  改法：加一行 image: images/文件名，或删去这一行""",
    ),
    ArticleCase(
        "fact-absent",
        "front",
        "facts:\n  - text: 近70名",
        """\
articles/2026/a.md:8:11 [fact-absent] 正文里没有“近70名”这几个字
  8 |   - text: 近70名
    |           ^^^^^^
  改法：照正文里的写法填写 text，余、多、近、约等字也要一样""",
    ),
    ArticleCase(
        "folder-unknown",
        "whole",
        "x",
        """\
drafts/a.md:1:1 [folder-unknown] 不认得的位置：稿件须放在 articles、topics、columns 或 pages 文件夹里
  1 |
    | ^
  改法：把文件移到 content/ 下对应的文件夹""",
        path="drafts/a.md",
    ),
    ArticleCase(
        "front-missing",
        "whole",
        "泉边的课堂\n",
        """\
articles/2026/a.md:1:1 [front-missing] 开头没有稿件信息
  1 | 泉边的课堂
    | ^^^^^^^^^^
  改法：第一行写 ---，接着写 title、slug 等字段，再用一行 --- 结束""",
    ),
    ArticleCase(
        "front-unclosed",
        "whole",
        "---\ntitle: 泉边的课堂\n",
        """\
articles/2026/a.md:1:1 [front-unclosed] 稿件信息没有结束
  1 | ---
    | ^^^
  改法：在最后一个字段之后、正文之前，单独写一行 ---""",
    ),
    ArticleCase(
        "front-not-mapping",
        "whole",
        "---\n- 泉边的课堂\n---\n\n课堂设在泉边。\n",
        """\
articles/2026/a.md:2:1 [front-not-mapping] 稿件信息不是“字段: 内容”的形式
  2 | - 泉边的课堂
    | ^^^^^^^^^^^^
  改法：每行写一个字段，例如 title: 标题""",
    ),
    ArticleCase(
        "body-empty",
        "body",
        "<!-- 未写 -->",
        """\
articles/2026/a.md:7:1 [body-empty] 没有正文
  7 | ---
    | ^^^
  改法：在稿件信息之后写正文""",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_fault_is_shown_at_its_place(case: ArticleCase) -> None:
    assert faults_of(case) == case.expected
