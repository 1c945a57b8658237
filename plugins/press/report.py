"""What a build did, in numbers and in words."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from .course import Course


@dataclass(slots=True)
class Report:
    """`errors` counts files under content/ that did not become a page; `faults` are their faults, rendered."""

    manuscripts: int = 0
    pages: int = 0
    printed: int = 0
    removed: int = 0
    errors: int = 0
    seconds: float = 0.0
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)  # of the pages printed in this build
    course: Course = field(default_factory=Course)
    explanation: list[str] = field(default_factory=list)  # why the page that was asked for was printed, or not
    seen: list[tuple[str, str, int]] = field(default_factory=list)  # what it hangs on; empty if that may change unseen
    opening: dict[str, Any] | None = None  # what the site can be opened from again, see `reopening`

    def json(self) -> str:
        """The last line of `./hub build`."""
        names = ("manuscripts", "pages", "printed", "removed", "errors")
        return json.dumps({name: getattr(self, name) for name in names} | {"seconds": round(self.seconds, 3)})

    def unchanged(self) -> Report:
        """What the same build would say when it finds all as this one leaves it."""
        return Report(self.manuscripts, self.pages)

    def census(self) -> str:
        """The same for a reader: every file under content/ is a page or a located error."""
        done = self.manuscripts - self.errors
        if self.errors:
            counted = f"稿件 {self.manuscripts} 篇：{done} 篇无误，{self.errors} 篇有误（共 {len(self.faults)} 处）。"
            return counted + "没有印出任何页面，旧版保持不变。"
        done_now = f"本次印出 {self.printed} 页，撤下 {self.removed} 页。"
        return f"稿件 {self.manuscripts} 篇全部成页；全站 {self.pages} 页，{done_now}"
