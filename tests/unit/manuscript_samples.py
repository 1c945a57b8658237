"""Manuscripts to try the compiler on, and the form of a case: one manuscript, and what an editor is told about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from plugins.manuscripts import Manuscript, ManuscriptError, compile_manuscript

PATH: Final = "articles/2026/a.md"
HEAD: Final = """\
---
title: 泉边的课堂
slug: class-by-the-spring
date: 2026-06-18
column: 要闻
topics: [为民服务]
"""


def article(body: str, fields: str = "") -> str:
    """A whole article with this body and, beside the required fields, these."""
    return f"{HEAD}{fields}---\n\n{body}\n"


@dataclass(frozen=True)
class ArticleCase:
    """`text` is what `part` of an article says; `expected` the rendering of all its faults."""

    code: str
    part: Literal["front", "body", "fact", "whole"]
    text: str
    expected: str
    path: str = PATH

    @property
    def whole(self) -> str:
        if self.part == "front":
            return article("课堂设在泉边。", f"{self.text}\n")
        if self.part == "fact":
            return article("近70名学员来到泉边，`pip`。", f"facts:\n{self.text}\n")
        return article(self.text) if self.part == "body" else self.text


def compiled(body: str, fields: str = "") -> Manuscript:
    return compile_manuscript(PATH, article(body, fields).encode())


def html_of(body: str, fields: str = "") -> str:
    return compiled(body, fields).html


def codes_of(data: str | bytes, path: str = PATH) -> list[str]:
    """The codes of all faults, in the file's order; [] if it compiles."""
    try:
        compile_manuscript(path, data.encode() if isinstance(data, str) else data)
    except ManuscriptError as error:
        return [fault.code for fault in error.faults]
    return []


def faults_of(case: ArticleCase) -> str:
    try:
        compile_manuscript(case.path, case.whole.encode())
    except ManuscriptError as error:
        return str(error)
    return ""
