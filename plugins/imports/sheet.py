"""The lines of one source laid out for the rules: blocks, and what is usual on this sheet.

What is usual: the gap between paragraphs, whether paragraphs are indented, how wide a column is set, the size of the
body's type. A block is what geometry alone puts together; rules vote on its role.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final, NamedTuple

from .streams import width
from .types import Join, Line

FINISHED: Final = re.compile(r"(?:[。！？!?…]|(?<=[\u3400-\u9fff])\.)[”’」』）)》】〉\"'\]]*[0-9①-⑳⑴-⒇]{0,2}$")
PAUSED: Final = re.compile(r"[，,、；;]$")
COLON: Final = re.compile(r"[：:]$")
STRUCTURAL: Final = frozenset(
    {"heading", "caption", "row", "picture", "footnote", "list", "jump", "end", "byline", "furniture"}
)


class Vote(NamedTuple):
    """What a rule says of a block: a role, for or against it, and why."""

    role: str
    score: float
    reason: str


@dataclass(slots=True)
class Block:
    """Lines that stand together, and what the rules said of them."""

    lines: list[Line]
    joins: list[Join] = field(default_factory=list)
    votes: list[Vote] = field(default_factory=list)
    role: str = ""
    margin: float = 0  # how far the role is ahead of the next
    doubts: list[str] = field(default_factory=list)
    text: str = ""
    width: float = 0

    def __post_init__(self) -> None:
        glues = ["", *(join.glue for join in self.joins)]
        self.text = "".join(glue + line.text for glue, line in zip(glues, self.lines, strict=True))
        self.width = width(self.text)

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]

    @property
    def kind(self) -> str:
        return self.lines[0].kind

    @property
    def finished(self) -> bool:
        return bool(FINISHED.search(self.text))

    def totals(self) -> dict[str, float]:
        found: defaultdict[str, float] = defaultdict(float)
        for vote in self.votes:
            found[vote.role] += vote.score
        return found

    def reasons(self) -> list[str]:
        return [vote.reason for vote in self.votes if vote.role == self.role and vote.score > 0]

    def settle(self) -> None:
        ranked = sorted(self.totals().items(), key=lambda item: -item[1])
        self.role = ranked[0][0] if ranked else "body"
        self.margin = ranked[0][1] - (ranked[1][1] if len(ranked) > 1 else 0) if ranked else 0


class Usual(NamedTuple):
    """What is usual on a sheet; zero or False where nothing is."""

    gap: int = 0
    indented: bool = False
    measure: float = 0
    size: float = 0
    marked: bool = False  # the format itself says what is a paragraph
    bold: bool = False  # most of the text is bold


@dataclass(slots=True)
class Sheet:
    blocks: list[Block]
    usual: Usual

    def before(self, n: int) -> Block | None:
        return self.blocks[n - 1] if n > 0 else None

    def after(self, n: int) -> Block | None:
        return self.blocks[n + 1] if n + 1 < len(self.blocks) else None


def usual(lines: list[Line], kind: str) -> Usual:
    """What is usual among these lines."""
    prose = [line for line in lines if line.kind not in STRUCTURAL]
    long = [line for line in prose if len(line.text) >= 20 or FINISHED.search(line.text)] or prose
    sizes: Counter[float] = Counter()
    for line in prose:
        sizes[round(line.size, 1)] += len(line.text)
    heavy = sum(len(line.text) for line in prose if line.bold)
    measure = _measure(prose) if kind != "pdf" else 0
    starts = _starts(prose, measure) if measure else _behind_short(prose) if kind == "pdf" else long
    indented = sum(1.5 <= line.indent <= 5 for line in starts) * 2 >= max(len(starts), 1)
    return Usual(
        gap=_common(line.gap for line in long[1:]),
        indented=indented,
        measure=measure,
        size=sizes.most_common(1)[0][0] if sizes else 0,
        marked=kind in ("html", "docx", "md"),
        bold=heavy * 2 > sum(sizes.values()),
    )


def closed_up(lines: list[Line], kind: str) -> list[Line]:
    """Lines that are set to a measure and have an empty line behind every one of them: those mean nothing."""
    if kind != "txt" or len(lines) < 6 or sum(line.gap > 0 for line in lines[1:]) < len(lines[1:]) * 0.9:
        return lines
    closer = [replace(line, gap=max(line.gap - 1, 0)) for line in lines]
    return closer if _measure([line for line in closer if line.kind not in STRUCTURAL]) else lines


def _common(values: Iterable[int]) -> int:
    counted = Counter(values)
    return counted.most_common(1)[0][0] if counted else 0


def _starts(prose: list[Line], measure: float) -> list[Line]:
    """Lines of a set column that begin paragraphs, as far as their predecessors tell: those were not full."""
    pairs = pairwise(prose)
    found = [after for before, after in pairs if FINISHED.search(before.text) and width(before.text) < measure - 2]
    return [line for line in found if len(line.text) > measure / 2]


def _behind_short(prose: list[Line]) -> list[Line]:
    """Lines of a page behind one that does not fill its column: most of them begin paragraphs."""
    pairs = pairwise(prose)
    return [after for before, after in pairs if before.full is False and after.column == before.column and after.full]


def _measure(prose: list[Line]) -> float:
    """The width to which lines are broken: that of most unfinished lines, which next to no line is beyond."""
    pairs = list(pairwise(prose))
    ends = [one for one, other in pairs if not FINISHED.search(one.text) and other.gap <= 1 and other.indent < 1.5]
    widths = [width(one.text) + one.indent for one in ends]
    if len(widths) < 4:
        return 0
    best = max(widths, key=lambda w: (sum(-1.2 <= other - w <= 1.2 for other in widths), w))
    near = sum(-1.6 <= other - best <= 1.6 for other in widths)
    beyond = sum(width(line.text) + line.indent > best + 2.1 for line in prose)
    paused = sum(bool(PAUSED.search(one.text)) for one in ends)
    if best < 7 or near < 4 or near * 2 < len(widths) or beyond > max(2, len(prose) * 0.08) or paused * 2 > len(ends):
        return 0
    return best
