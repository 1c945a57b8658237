"""Any text as Markdown that the house's engine prints as that very text, with as few escapes as that takes."""

from __future__ import annotations

import re
from typing import Final

ALWAYS: Final = re.compile(r"[\\`*\[\]<&]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|__+")
OPENING: Final = re.compile(r"^(?:(#|>|[-+](?=\s|$|[-+ ]*$)|--+|==+)|([0-9]{1,3})(\.)(?=\s|$)|([:：]{3}))")
BARS: Final = re.compile(r"\|")


def inline(text: str) -> str:
    """Within a line."""
    return ALWAYS.sub(lambda found: "".join("\\" + char for char in found[0]), text)


def line(text: str) -> str:
    """At the beginning of a block, an item or a line of verse."""
    return _opened(BARS.sub(r"\\|", inline(text)))


def _opened(text: str) -> str:
    found = OPENING.match(text)
    if not found:
        return text
    if found[3]:
        return f"{found[2]}\\.{text[found.end() :]}"
    if found[4] or found[1][0] == "=":
        return f"&#{ord(text[0])};{text[1:]}"
    return f"\\{text}"


def heading(text: str) -> str:
    """Behind `## `."""
    return inline(text).replace("#", "\\#")


def cell(text: str) -> str:
    """Between the bars of a table."""
    return BARS.sub(r"\\|", inline(text)).replace("\n", "<br>")


def comment(text: str) -> str:
    """Inside <!-- … -->, on one line."""
    return re.sub(r"-{2,}", "－", re.sub(r"\s+", " ", text)).replace(">", "＞").replace("<", "＜")


def title(text: str) -> str:
    """Between the quotation marks behind a picture's path; "" where it can't stand there."""
    return "" if re.search(r"[\"\\<>&`*_\[\]()]", text) else text
