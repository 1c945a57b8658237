"""What happened in a build, kept for whoever asks why a page was printed or was not."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from plugins.archive import Archive

WHOLE = "整站重新排了一遍：没有以前的缓存可用，或者专题、栏目、单页有改动，或者一次改了很多稿件。"
LINES = 12
"""Changed lines of a page that are shown, at most."""
KINDS = {"house": "站点的设置、专题栏目的名单或模板"}


@dataclass(slots=True)
class Course:
    """Why pages were planned again and printed."""

    changed: list[str] = field(default_factory=list)  # marks of the plan that are others now; see `planning`
    whole: bool = False  # whether nothing was known of an earlier plan, or it did not help
    touched: set[tuple[str, str, str]] = field(default_factory=set)  # (family, scope, manuscript)
    lost: frozenset[str] = frozenset()  # printed before, but not as they stand now
    stale: set[str] = field(default_factory=set)  # printed in this build


class Question:
    """Why one page was printed, or why not; asked before the build, answered behind it."""

    def __init__(self, output: Path, address: str) -> None:
        self.address = address + "index.html" if address.endswith("/") else address
        self.file = output / self.address
        self.old = self._text()

    def _text(self) -> list[str]:
        try:
            return self.file.read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return []

    def answer(self, archive: Archive, course: Course) -> list[str]:
        """The answer in Chinese, a line each."""
        rows = archive.ask("SELECT family, scope, key FROM planned WHERE address = :address", address=self.address)
        if not rows:
            return [f"{self.address}：计划里没有这一页。{self._near(archive)}"]
        (row,) = rows
        about = f"它属于“{row['family']}”一类" + (f"，由 {row['key']} 而来。" if row["key"] else "。")
        if self.address not in course.stale:
            return [f"{self.address}：没有印。{about}", "它的内容、模板和设置都和上次印的时候一样。"]
        reasons = list(self._reasons(course, row["family"], row["scope"]))
        return [f"{self.address}：印了。{about}", *(reasons or ["它的内容变了。"]), *self._changes()]

    def _near(self, archive: Archive) -> str:
        every = [row["address"] for row in archive.ask("SELECT address FROM planned")]
        near = difflib.get_close_matches(self.address, every, n=1)
        return f"最接近的是 {near[0]}。" if near else ""

    def _reasons(self, course: Course, family: str, scope: str) -> Iterator[str]:
        if self.address in course.lost:
            yield "输出目录里的文件不在了，或被别人改过。"
        elif not self.old:
            yield "以前没有印过。"
            return
        if course.whole:
            yield WHOLE
        yield from (f"{KINDS.get(name, name)}变了。" for name in course.changed if name in KINDS)
        paths = sorted({path for of, part, path in course.touched if of == family and part == scope})
        if paths:
            yield f"与它有关的稿件（或其中的图片）有改动：{_some(paths)}。"
        elif not any(of == family for of, _, _ in course.touched) and "manuscripts" in course.changed:
            yield f"它的内容取自全站，而稿件有改动：{_some(sorted({path for _, _, path in course.touched}))}。"

    def _changes(self) -> Iterator[str]:
        new = self._text()
        if new == self.old:
            yield "印出来和原来一字不差，文件没有动。"
            return
        if not self.old:
            return
        lines = [
            line for line in difflib.unified_diff(self.old, new, n=0, lineterm="") if line[:3] not in ("---", "+++")
        ]
        yield "变了的行："
        yield from (f"  {line[:200]}" for line in lines[:LINES] if not line.startswith("@@"))
        if len(lines) > LINES:
            yield f"  ……共 {len(lines)} 行"


def _some(paths: Collection[str]) -> str:
    shown = list(paths)[:5]
    return "、".join(shown) + (f" 等 {len(paths)} 篇" if len(paths) > len(shown) else "")
