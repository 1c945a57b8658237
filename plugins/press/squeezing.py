"""Style sheets and scripts for the wire: what is written for authors, comments and white space, is left out.

Every reader waits for the style sheet before anything is painted, and a seventh of it was for nobody. No rule and no
statement changes; each keeps a line of its own, so that checks and browsers can say where.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import ascii_letters

STRING = r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\(\s*[^"'\s)]*\s*\))"""
"""Strings and addresses: what looks like a comment or a mark in them is none."""
KNOWN = 5
DEFINED = re.compile(r"(?<=[{;])--([\w-]+)(?=:)")
NAMED = re.compile(r"(?:(?<=[{;])|(?<=var\())--([\w-]+)(?=[:,)])")
STRINGS, COMMENTS = re.compile(STRING, re.DOTALL), re.compile(STRING + r"|/\*.*?\*/", re.DOTALL)


def squeezed(css: str) -> str:
    """The same rules in fewer characters."""
    pieces = STRINGS.split(COMMENTS.sub(lambda found: found[1] or " ", css))
    pieces[::2] = map(_closed, pieces[::2])
    return "".join(pieces).strip() + "\n"


def _closed(css: str) -> str:
    """CSS without strings; a space at either end may belong to what stands there."""
    text = " " * css[:1].isspace() + " ".join(css.split()) + " " * css[-1:].isspace()
    for mark in "{};,":
        text = text.replace(" " + mark, mark).replace(mark + " ", mark)
    return text.replace(": ", ":").replace(";}", "}").replace("}", "}\n")


def short_names(css: str) -> dict[str, str]:
    """Custom properties that a sheet defines → names of a letter. Scripts count on those of up to five, which stay."""
    defined = dict.fromkeys(name for name in DEFINED.findall(css) if len(name) > KNOWN)
    return dict(zip(defined, ascii_letters, strict=False))


def renamed(css: str, names: Mapping[str, str]) -> str:
    """The same rules with other names for custom properties: they stand in every second declaration."""
    return NAMED.sub(lambda found: f"--{names.get(found[1], found[1])}", css)


def squeezed_script(code: str) -> str:
    """The same script without lines of comment, empty lines and indentation.

    No other comment is touched: that would take a parser. No string of ours goes on over a line's end; tests see to it.
    """
    lines = map(str.strip, code.splitlines())
    return "".join(line + "\n" for line in lines if line and not line.startswith("//"))
