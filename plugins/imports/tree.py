"""What `--dry-run` prints: the structure that was seen, with joins and reasons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .types import Article, Part, Plan

NAMES: Final = {
    "series": "系列", "kicker": "引题", "title": "标题", "subtitle": "副题", "source": "来源", "reporter": "署名",
    "caption": "图片说明", "date": "日期", "heading": "小标题", "paragraph": "段落", "verse": "诗句", "table": "表格",
    "list": "列表", "quotation": "引文", "picture": "图片", "footnote": "脚注",
}  # fmt: skip
SHOWN: Final = 22
FEW: Final = 12
"""More signs than these are only counted."""


def tree(plan: Plan) -> Iterator[str]:
    """A line for each thing seen."""
    source = plan.source
    about = f"（{source.encoding}）" if source.encoding else ""
    yield f"{source.name}{about}：{len(plan.articles)} 篇，{sum(map(len, source.text.split()))} 字"
    for n, article in enumerate(plan.articles, 1):
        last = n == len(plan.articles) and not plan.dropped
        yield from _article(article, n, "└─ " if last else "├─ ", "   " if last else "│  ")
    if plan.dropped:
        yield f"└─ 不进稿件：{len(plan.dropped)} 处"
        signs = [dropped for dropped in plan.dropped if len(source.slice(dropped.spans).strip()) <= 3]
        for dropped in plan.dropped:
            if dropped not in signs or len(signs) <= FEW:
                yield f"   · {excerpt(source.slice(dropped.spans))}：{dropped.reason}"
        if len(signs) > FEW:
            reasons = "、".join(dict.fromkeys(dropped.reason for dropped in signs))
            yield f"   · 另有 {len(signs)} 处三个字以下的：{reasons}"
    for note in source.notes:
        yield f"   注意：{note}"


def _article(article: Article, n: int, branch: str, stem: str) -> Iterator[str]:
    yield f"{branch}第 {n} 篇（{'；'.join(article.reasons)}）"
    for part in article.parts:
        yield from (f"{stem}{line}" for line in _part(part))


def _part(part: Part) -> Iterator[str]:
    count = f"，{len(part.lines)} 行" if len(part.lines) > 1 and part.role in ("verse", "table", "list") else ""
    why = f"〔{'；'.join(dict.fromkeys(part.reasons))}〕" if part.reasons and part.role != "paragraph" else ""
    yield f"{NAMES[part.role]}  {excerpt(part.text)}{count}{why}"
    for before, after, join in zip(part.lines, part.lines[1:], part.joins, strict=False):
        if join.reason != "同一组":
            yield f"    接：…{before.text[-8:]}｜{after.text[:8]}…（{join.score:.1f}：{join.reason}）"
    for doubt in part.doubts:
        yield f"    待核：{doubt}"


def excerpt(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= SHOWN * 2 else f"{text[:SHOWN]}……{text[-8:]}"
