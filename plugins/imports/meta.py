# ruff: noqa: E501 — one pattern a line, so that it can be read as one
"""Lines of particulars: 时间：… 来源：… 作者：… 阅读：…, several on a line. Kinds and places of the pieces out.

A line is one only if nothing is left of it but such pieces.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from .bylines import byline

LABEL: Final = re.compile(
    r"(?P<date>(?:发布|发表|更新|成文|印发)?(?:时间|日期)|发布于)\s*[：:|｜]?"
    r"|(?P<source>(?:信息|文章|新闻|稿件|本文)?来源|稿源|出处|发布机构|发布单位|发布部门|供稿单位|来稿单位|信息提供)\s*[：:|｜]"
    r"|(?P<author>作者|记者|通讯员|撰稿人?|文字?|图文|供稿)\s*[：:|｜/]"
    r"|(?P<headline>^(?:标题|题目)\s*[：:])"
    r"|(?P<staff>责任编辑|责编|编辑|审核|校对|发布人|录入)\s*[：:|｜]"
    r"|(?P<count>(?:阅读|浏览|点击|访问|人气)(?:量|次数|数)?)\s*[：:|｜]"
    r"|(?P<tool>[【\[]?(?:字体|字号|视力保护色|分享到?|打印|收藏)\s*[：:]?)"
)
DATE: Final = re.compile(
    r"(?:[12][0-9]{3}\s*[年./-]\s*[0-9]{1,2}\s*[月./-]\s*[0-9]{1,2}\s*日?)(?:\s*(?:星期|周)[一二三四五六日天])?(?:[ T　]*[0-9]{1,2}[:：时][0-9]{2}(?:[:：分][0-9]{2})?秒?)?"
)
LONGEST: Final = 160


class Piece(NamedTuple):
    kind: str
    start: int
    end: int
    value: int  # where the value begins, behind the label


def pieces(text: str) -> list[Piece]:
    """The pieces of a line of particulars; none if the line is anything else."""
    if len(text) > LONGEST:
        return []
    marks = [found for found in LABEL.finditer(text) if _begins(text, found.start())]
    first = marks[0].start() if marks else len(text)
    found: list[Piece] = []
    lead = DATE.match(text)
    if lead and not text[lead.end() : first].strip(" 　|｜"):
        found.append(Piece("date", 0, first, 0))
    elif text[:first].strip():
        return []
    for n, mark in enumerate(marks):
        end = marks[n + 1].start() if n + 1 < len(marks) else len(text)
        piece = Piece(mark.lastgroup or "", mark.start(), end, mark.end())
        if not _fits(piece.kind, text[mark.end() : end].strip(" 　|｜]】")):
            return []
        found += _apart(text, piece)
    lone = found[0].kind if len(found) == 1 else ""
    return [] if lone == "author" or (lone == "date" and not found[0].value) else found


def _apart(text: str, piece: Piece) -> list[Piece]:
    """A source with a day behind it as two pieces."""
    if piece.kind != "source":
        return [piece]
    day = next(
        (day for day in DATE.finditer(text, piece.value, piece.end) if not text[day.end() : piece.end].strip()), None
    )
    if day is None or not text[piece.value : day.start()].strip():
        return [piece]
    return [piece._replace(end=day.start()), Piece("date", day.start(), piece.end, day.start())]


def _begins(text: str, at: int) -> bool:
    return (
        at == 0
        or text[at - 1] in " 　|｜]】0123456789\t"
        or bool(re.match(r"来源|阅读|作者|浏览|编辑|字|【", text[at:]))
    )


def _fits(kind: str, value: str) -> bool:
    if kind == "date":
        return bool(DATE.fullmatch(value))
    if kind == "headline":
        return 3 <= len(value) <= 50
    if kind == "source":
        return 0 < len(value) <= 40 and not re.search("[，。；！？]", value)
    if kind == "author":
        return byline(f"记者 {value}") is not None
    if kind == "count":
        return bool(re.fullmatch(r"[0-9,]*\s*次?", value))
    return len(value) <= 30 and not re.search("[，。；！？]", value)
