"""How a build looks to whoever runs it: a bar while it runs for long, and what it cost when they ask."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress, TaskID
    from rich.table import Table

    from plugins.press.report import Report
    from plugins.press.stages import Stages

PATIENCE = 1.0
"""Seconds before a bar is worth showing."""
STAGES = {
    "survey": "查看文件",
    "compile": "读稿",
    "pictures": "处理图片",
    "plan": "排页",
    "look": "核对成品",
    "print": "印页",
}


class Bar:
    """A bar on the terminal for builds that take over a second; silent where no terminal watches."""

    def __init__(self, console: Console | None = None) -> None:
        self._console = console
        self._watched = sys.stderr.isatty() if console is None else console.is_terminal
        self._begun = time.monotonic()
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        self._stage, self._total, self._done = "", 0, 0

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._progress is not None:
            self._progress.stop()

    def begin(self, stage: str, total: int) -> None:
        self._stage, self._total, self._done = STAGES.get(stage, stage), total, 0
        if self._progress is not None:
            self._show(self._progress)

    def step(self, done: int) -> None:
        self._done += done
        if self._progress is None and self._watched and time.monotonic() - self._begun > PATIENCE:
            self._progress = _progress(self._console)
            self._show(self._progress)
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, completed=self._done)

    def _show(self, progress: Progress) -> None:
        if self._task is not None:
            progress.remove_task(self._task)
        self._task = progress.add_task(self._stage, total=self._total or None, completed=self._done)


def _progress(console: Console | None) -> Progress:
    """A running bar; rich is imported only where one is shown."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    progress = Progress(*columns, console=console or Console(stderr=True), transient=True)
    progress.start()
    return progress


def tell(report: Report, profile: Stages | None) -> None:
    """What a build did: in words beside the output, in one line of JSON on it."""
    if profile is not None:
        show_profile(profile)
    words = [*report.notes, *report.faults, *report.explanation, report.census()]
    sys.stderr.write("".join(f"{line}\n" for line in words))
    sys.stdout.write(f"{report.json()}\n")


def show_profile(stages: Stages, console: Console | None = None) -> None:
    """Seconds, counts and bytes by stage and by kind of page, the dearest kinds first."""
    from rich.console import Console

    console = console or Console(stderr=True, width=None if sys.stderr.isatty() else 100)
    console.print(_stages(stages), _families(stages), sep="\n")


def _stages(stages: Stages) -> Table:
    from rich.table import Table

    table = Table(title="各阶段（秒；CPU 只算主进程）", title_justify="left")
    table.add_column("阶段")
    for name in ("历时", "CPU", "件数"):
        table.add_column(name, justify="right")
    for stage in stages.stages:
        count = str(stage.done) if stage.done else ""
        table.add_row(STAGES.get(stage.name, stage.name), f"{stage.wall:.3f}", f"{stage.cpu:.3f}", count)
    return table


def _families(stages: Stages) -> Table:
    from rich.table import Table

    table = Table(title="各类页面（秒，各进程合计）", title_justify="left")
    table.add_column("类别")
    for name in ("页数", "字节", "取数", "排版", "写盘", "合计"):
        table.add_column(name, justify="right")
    costs = stages.tally.costs.items()
    for family, cost in sorted(costs, key=lambda entry: -entry[1].seconds):
        seconds = (cost.gathered, cost.rendered, cost.written, cost.seconds)
        table.add_row(family, str(cost.pages), f"{cost.bytes:,}", *(f"{part:.3f}" for part in seconds))
    return table
