"""A whole small site in one string: `-- path --` lines begin files, as in Hugo's rebuild tests."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plugins import press
from plugins.press.report import Report

ROOT = Path(__file__).resolve().parents[2]

SITE = """
-- topics/rural.md --
---
title: 乡村振兴
slug: rural
---

这里汇集乡村振兴的稿件。
-- topics/serve.md --
---
title: 为民服务
slug: serve
---

这里汇集为民服务的稿件。
-- columns/news.md --
---
title: 要闻
slug: news
---

要闻在这里。
-- pages/about.md --
---
title: 关于本站
slug: about
---

本站为演示站点。
-- articles/a.md --
---
title: 果园里的新路
slug: a
date: 2026-03-01 09:00
column: 要闻
topics: [乡村振兴]
summary: 果园修了路。
---

今年春天，果园新修产业路12公里，惠及农户300余户。

4月2日，第一批果苗运到山上。
-- articles/b.md --
---
title: 夜校开到村口
slug: b
date: 2026-03-02 09:00
column: 要闻
topics: [乡村振兴, 为民服务]
summary: 夜校开课。
---

夜校开课以来，累计培训村民1200多人次。另见[果园里的新路](a.md)。
-- articles/c.md --
---
title: 窗口多留一盏灯
slug: c
date: 2026-04-03 09:00
column: 要闻
topics: [为民服务]
summary: 窗口延时服务。
---

服务窗口延长办理时间2小时，办结事项近90件。
"""


def unpack(text: str, folder: Path) -> None:
    """Writes the files of such a string."""
    _, *rest = re.split(r"^-- (.+) --\n", text.lstrip("\n"), flags=re.MULTILINE)
    for path, body in zip(rest[::2], rest[1::2], strict=True):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(body, "utf-8")


@dataclass
class Little:
    """A small site in a folder of its own, and builds of it."""

    folder: Path
    overrides: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        unpack(SITE, self.content)

    @property
    def content(self) -> Path:
        return self.folder / "content"

    @property
    def output(self) -> Path:
        return self.folder / "output"

    @property
    def cache(self) -> Path:
        return self.folder / "cache"

    def build(self, **options: Any) -> Report:
        given: dict[str, Any] = {
            "output": self.output,
            "cache": self.cache,
            "jobs": 1,
            "overrides": self.overrides,
        } | options
        return press.build(content=self.content, settings=ROOT / "pelicanconf.py", **given)

    def printed(self) -> set[str]:
        """Builds, and names the pages that were printed; study packs, which hold whole articles, are left out, and
        so are the search's files (see `test_search_files.py`)."""
        whole = self.printed_whole()
        return {page for page in whole if not page.endswith("/study-pack.html") and not page.startswith("search/2")}

    def printed_whole(self) -> set[str]:
        """Likewise, with nothing left out."""
        report = self.build()
        assert not report.faults, "\n".join(report.faults)
        return set(report.addresses)

    def replace(self, path: str, old: str, new: str) -> None:
        file = self.content / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")

    def fresh(self) -> dict[str, bytes]:
        """What a build with no memory makes of the same content."""
        elsewhere = self.folder / "elsewhere"
        shutil.rmtree(elsewhere, ignore_errors=True)
        report = self.build(output=elsewhere / "output", cache=elsewhere / "cache")
        assert not report.faults, "\n".join(report.faults)
        return files(elsewhere / "output")

    def own_theme(self) -> Path:
        """A copy of the theme that a test may edit."""
        theme = self.folder / "theme"
        shutil.copytree(ROOT / "theme", theme)
        self.overrides |= {"THEME": str(theme), "THEME_TEMPLATES_OVERRIDES": [str(theme / "components")]}
        return theme


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
