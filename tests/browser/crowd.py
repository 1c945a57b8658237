"""A content folder that fills more than a page of every list, and has one article with everything in it.

The shipped content is too small for a second page of a list, and needs only part of what a manuscript may
hold; readers will meet both.
"""

from __future__ import annotations

import base64
from pathlib import Path

ARTICLES = 45  # two full pages of any list, and some
TOPIC, COLUMN = "试排专题", "试排栏目"

# The smallest picture: one pixel.
LAMP = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)

SMALL = """---
title: 第{number}条巷子的灯
slug: lane-{number}
date: 2026-{month:02}-{day:02} 09:00
column: {column}
topics: [{topic}]
source_reporters: [试排员]
---

这条巷子里装了{number}盏路灯。{month}月{day}日，巷口的灯亮了，又过了{number}天，巷尾的灯也亮了。
"""

RICH = """---
title: 样样都有的一篇：很长的标题用来看它在窄屏上怎样换行而不撑破页面
slug: everything
date: 2026-11-20 09:00
column: {column}
topics: [{topic}]
kicker: 试排
subtitle: 表格、脚注、列表、引文、小标题和数说都在这一篇里
source_reporters: [试排员, 另一位试排员]
source: 试排
series: 试排系列
tags: [试排, 排版]
captions: [巷口的灯, 巷尾的灯]
aliases: [/old/everything.html]
corrections:
  - date: 2026-11-21
    text: 前一稿把巷口写成了巷尾。
---

巷子里装了120多盏路灯，花了8.5万元，居民里有96.5%说夜里好走了。[^lamp]

## 一张很宽的表

| 巷子 | 路灯 | 住户 | 井盖 | 树 | 长椅 | 门牌 | 邮箱 | 车位 | 花坛 |
|---|---|---|---|---|---|---|---|---|---|
| 东边很长很长名字的巷子 | 12盏 | 30户 | 8个 | 20棵 | 4把 | 31块 | 2个 | 9个 | 3处 |
| 西边很长很长名字的巷子 | 15盏 | 42户 | 9个 | 26棵 | 6把 | 44块 | 3个 | 7个 | 5处 |

### 再低一级的小标题

- 第一样，**写得粗些**；
- 第二样，见[第1条巷子](lane-1.md)；
- 第三样，averyveryverylongwordthatdoesnotbreakanywhereandwouldpushthepagewideonasmallscreen。

1. 先量一量；
2. 再装上去。

> 有了灯，晚上就好走了。

![巷口的一盏灯](images/lamp.png "巷口")

[[数说]]

## 一个小标题

3月1日开工，5月下旬装完。

[^lamp]: 数字由试排员数出来。
"""


def write_crowd(content: Path) -> None:
    """Writes the folder."""
    for folder in ("articles/2026", "topics", "columns", "pages"):
        (content / folder).mkdir(parents=True)
    (content / "topics" / "trial.md").write_text(f"---\ntitle: {TOPIC}\nslug: trial\n---\n\n试排用的专题。\n", "utf-8")
    (content / "columns" / "trial.md").write_text(
        f"---\ntitle: {COLUMN}\nslug: trial\n---\n\n试排用的栏目。\n", "utf-8"
    )
    (content / "pages" / "about.md").write_text("---\ntitle: 关于\nslug: about\n---\n\n试排用的页面。\n", "utf-8")
    names = {"topic": TOPIC, "column": COLUMN}
    for number in range(1, ARTICLES + 1):
        text = SMALL.format(number=number, month=1 + number % 9, day=1 + number % 28, **names)
        (content / "articles" / "2026" / f"lane-{number}.md").write_text(text, "utf-8")
    (content / "images").mkdir()
    (content / "images" / "lamp.png").write_bytes(LAMP)
    (content / "articles" / "2026" / "everything.md").write_text(RICH.format(**names), "utf-8")
