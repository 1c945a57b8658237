"""`--interactive`: what the import is unsure of is put to the editor, one question at a time, in the terminal.

An answer settles the doubt: the note is not written. Enter keeps what was proposed and the note with it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from .types import Article, Part, Plan, Role

CHOICES: Final[dict[str, Role]] = {
    "引题": "kicker",
    "标题": "title",
    "副题": "subtitle",
    "小标题": "heading",
    "段落": "paragraph",
    "图片说明": "caption",
    "系列": "series",
}
NAMES: Final = {role: name for name, role in CHOICES.items()}


def settle(plan: Plan, ask: Callable[[str], str]) -> None:
    """Asks about every doubt of a plan."""
    for article in plan.articles:
        for part in list(article.parts):
            if part.doubts:
                _settle(article, part, ask)


def _settle(article: Article, part: Part, ask: Callable[[str], str]) -> None:
    joined = _least(part)
    menu = "、".join(CHOICES)
    parting = "，或 分开（不接成一段）" if joined is not None else ""
    question = (
        f"\n{_shown(part)}\n  {'；'.join(part.doubts)}\n"
        f"  当作“{NAMES.get(part.role, part.role)}”。对，输入 y；不对，写 {menu}{parting}；回车留待以后核："
    )
    while True:
        answer = ask(question).strip().lower()
        if not answer:
            return
        if answer in ("y", "yes", "是", "对"):
            part.doubts = []
            return
        if answer in CHOICES:
            part.role, part.doubts = CHOICES[answer], []
            return
        if answer == "分开" and joined is not None:
            _parted(article, part, joined)
            return


def _shown(part: Part) -> str:
    text = part.text
    return f"“{text if len(text) <= 70 else text[:40] + '……' + text[-24:]}”"


def _least(part: Part) -> int | None:
    """The join that is least sure; None where there is none."""
    doubtful = [n for n, join in enumerate(part.joins) if join.glue != "\n"]
    return min(doubtful, key=lambda n: part.joins[n].score, default=None)


def _parted(article: Article, part: Part, at: int) -> None:
    """Two parts of one, behind each other."""
    rest = Part(part.role, part.lines[at + 1 :], part.joins[at + 1 :], part.reasons)
    part.lines, part.joins, part.doubts = part.lines[: at + 1], part.joins[:at], []
    article.parts.insert(article.parts.index(part) + 1, rest)
