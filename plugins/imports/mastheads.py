"""Where an article begins: runs of headings, bylines and furniture in front of body text, scored for being a new head.

Sub-headings stand alone between paragraphs of one size; heads come in several lines, with a byline or a dateline
behind them, behind an end mark, a rule, a page label or a wider gap, or in larger type.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from .furniture import kinds
from .rules.role_shape import NUMBERED
from .rules.role_signature import is_date
from .sheet import Block, Sheet

THRESHOLD: Final = 3.5
HEADLIKE: Final = frozenset({"head", "byline", "source", "furniture", "date", "picture", "caption", "dateline"})


@dataclass(slots=True)
class Start:
    """The first block of an article's head, and why an article begins there."""

    at: int
    score: float
    reasons: list[str]


def starts(sheet: Sheet) -> list[Start]:
    """Where articles begin, in order; the first is always at 0."""
    found: list[Start] = []
    size = level = 0.0
    for first, last in _runs(sheet.blocks):
        heads = [n for n in range(first, last) if sheet.blocks[n].role == "head"]
        if not heads:
            continue
        if not found:
            found.append(Start(0, 9, ["文件的开头"]))
            size = max(sheet.blocks[n].first.size for n in heads)
            level = min((_level(sheet.blocks[n]) for n in heads), default=0)
            continue
        start = _judged(sheet, first, last, heads, size, level)
        if start.score >= THRESHOLD:
            found.append(start)
    return found or [Start(0, 9, ["文件的开头"])]


def _level(block: Block) -> float:
    return 0 if block.kind == "title" else block.first.level or 9


def _runs(blocks: list[Block]) -> list[tuple[int, int]]:
    """Runs of blocks that are no body, each in front of one that is."""
    found, first = [], 0
    for n, block in enumerate(blocks):
        if block.role not in HEADLIKE:
            if n > first:
                found.append((first, n))
            first = n + 1
    return found


def _judged(  # noqa: PLR0913, PLR0917 - a run, and what the first head was like
    sheet: Sheet, first: int, last: int, heads: list[int], size: float, level: float
) -> Start:
    blocks = sheet.blocks
    head = heads[0]
    points = [
        *_behind(sheet, first, head),
        *_within(sheet, heads, last, level),
        *_type(blocks[head], size, sheet.usual.size),
    ]
    if any(blocks[n].role == "dateline" for n in range(head, last)):
        points.append((5, "下面的正文以讯头开始"))
    at = _first_of_head(blocks, first, head)
    return Start(at, sum(point for point, _ in points), [reason for point, reason in points if point > 0])


def _within(sheet: Sheet, heads: list[int], last: int, level: float) -> list[tuple[float, str]]:
    """What speaks for a head within the run: a byline behind it, several lines, a heading of the first rank."""
    blocks = sheet.blocks
    points: list[tuple[float, str]] = []
    if any(blocks[n].role in ("byline", "source") for n in range(heads[0] + 1, last)):
        points.append((4, "标题之下有署名"))
    plain = [n for n in heads if not NUMBERED.match(blocks[n].text)]
    if len(plain) > 1:
        points.append((2.5, f"标题有 {len(plain)} 行"))
    if not plain:
        points.append((-3, "标题有序号"))
    if blocks[heads[0]].kind in ("heading", "title"):
        same = _level(blocks[heads[0]]) <= level
        points.append((4.5, "与第一篇的标题同级") if same and level <= 1 else (-3, "比第一篇的标题低一级"))
    return points


def _behind(sheet: Sheet, first: int, head: int) -> list[tuple[float, str]]:
    """What stands in front of the first heading of the run."""
    blocks, usual = sheet.blocks, sheet.usual
    points: list[tuple[float, str]] = []
    ahead = blocks[first:head]
    if any(block.role == "byline" or block.kind == "end" for block in ahead):
        points.append((3, "前一篇以署名结束"))
    marks = {kind for block in ahead if block.role == "furniture" for kind in kinds(block.text)}
    if "staff" in marks or "jump" in marks:
        points.append((3, "前一篇之后有编校人员或转版提示"))
    elif marks & {"page", "section", "between"}:
        points.append((2.5, "前面有版面标记或分隔线"))
    if first and is_date(blocks[first - 1]):
        points.append((3, "前一篇以落款结束"))
    gap = max(block.first.gap for block in [*ahead, blocks[head]])
    if gap >= usual.gap + 2:
        points.append((2.5, "前面空得比平常多"))
    elif gap > usual.gap == 0:
        points.append((1.5, "前面有空行"))
    if blocks[first].first.page and first and blocks[first].first.page != blocks[first - 1].first.page:
        points.append((1, "在新的一页"))
    before = blocks[first - 1] if first else None
    cut = before is not None and not before.finished and before.role == "body" and not is_date(before)
    if cut and "jump" not in marks:
        points.append((-4, "前一段没有说完"))
    return points


def _type(block: Block, size: float, body: float) -> list[tuple[float, str]]:
    if not size or not block.first.size or size <= body * 1.1:
        return []
    if block.first.size >= size * 0.8:
        return [(4, "字号与第一篇的标题相当")]
    if block.first.size >= body * 1.45:
        return [(1.5, "字号比正文大得多")]
    return [(-1, "字号小于第一篇的标题")]


def _first_of_head(blocks: list[Block], first: int, head: int) -> int:
    """Page labels in front of a head are its page's; a byline or end mark there is the article's before."""
    at = head
    while at > first and blocks[at - 1].role == "furniture" and not _closes(blocks[at - 1]):
        at -= 1
    return at


def _closes(block: Block) -> bool:
    """Furniture that belongs to what stands above it."""
    marks = kinds(block.text)
    return block.kind in ("jump", "end", "staff") or bool({"jump", "staff", "end"} & set(marks))
