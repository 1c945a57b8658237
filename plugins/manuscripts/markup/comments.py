"""`<!-- … -->` in a body: dropped before the engine sees it, because a comment may span blocks.

What may be code is left alone here; a comment in a line that only looked like code is dropped by the inline pass.
"""

from __future__ import annotations

import re
from typing import Final

from .findings import Findings

HIDDEN: Final = re.compile(r"\\[\\`*_{}\[\]()<>#+.!|&-]|(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n).)*?(?<!`)\1(?!`)", re.DOTALL)
CODE_LINE: Final = re.compile(r"(?:\A|(?<=\n\n))(?:(?: {4}|\t)[^\n]*\n?)+")
UNSETTLED: Final = re.compile(r"<!--\s*待核")
COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)


def masked(text: str) -> str:
    """The text, of the same length, with what the engine takes for code or escapes blotted out."""
    if "`" in text or "\\" in text:
        text = HIDDEN.sub(lambda match: re.sub(r"[^\n]", "\0", match[0]), text)
    if "    " in text or "\t" in text:
        text = CODE_LINE.sub(lambda match: re.sub(r"[^\n]", "\0", match[0]), text)
    return text


def without_comments(text: str, findings: Findings) -> str:
    if "<!--" not in text:
        return text
    hidden = masked(text)
    pieces, start = [], 0
    for comment in COMMENT.finditer(hidden):
        if UNSETTLED.match(comment[0]):
            findings.problem("unsettled", text[comment.start() : comment.end()].partition("\n")[0])
        pieces.append(text[start : comment.start()])
        start = comment.end()
    if (opened := hidden.find("<!--", start)) >= 0:
        findings.problem("comment-unclosed", text[opened:].partition("\n")[0])
    return "".join([*pieces, text[start:]])
