"""What browsers don't know of Chinese lines: where a headline may break, and that no line begins with a dot. Pure.

In goes a compiled manuscript, out comes the same with its title in phrases, `<wbr>` in its headings, and each dot
(间隔号, ·) held to the character before it: after W3C clreq no line begins with one, which `line-break` does not know.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from plugins.zhtext.phrasing import BREAK, phrased

from .types import Manuscript

HEADING: Final = re.compile(r"(<h[2-4][^>]*>)([^<&]+)(?=</h[2-4]>)")
DOTTED: Final = re.compile(r"(<[^>]*>)|([\u4e00-\u9fff]·)")


def typeset(manuscript: Manuscript, known: Mapping[str, str] | None = None) -> Manuscript:
    """The manuscript with its breaks. Phrases that are `known` need not be found again; they are the same."""
    phrases = {}

    def heading(match: re.Match[str]) -> str:
        tag, text = match.groups()
        phrases[text] = phrased(text, known)
        return tag + phrases[text].replace(BREAK, "<wbr>")

    title = manuscript.front["title"]
    phrases[title] = phrased(title, known)
    html = HEADING.sub(heading, manuscript.html) if "<h" in manuscript.html else manuscript.html
    return manuscript._replace(html=_dots_held(html), phrases=phrases)


def _dots_held(html: str) -> str:
    if "·" not in html:
        return html
    return DOTTED.sub(lambda match: match[1] or f'<span class="held">{match[2]}</span>', html)
