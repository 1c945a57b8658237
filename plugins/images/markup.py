"""A picture in a page: the formats that a browser may choose from, in the sizes that a screen may need."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .sheets import Sheet

FOLDER = "/images/"
COLUMN = 684
"""CSS pixels of the column that pictures stand in: 38 characters of 18 px."""
PLACED = re.compile(r'<img src="hub:(images/[^"]*)"([^>]*)>')
"""A picture in a compiled body, with the path under content/ and what else its tag says."""


def element(sheet: Sheet, root: str, attributes: str, *, eager: bool = False) -> str:
    """The `picture` element. `attributes` are written into `img` as they are: ` alt="…"`, escaped.

    A picture that is seen at once is fetched at once; the others when the reader comes near.
    """
    base = root + FOLDER
    shown = min(COLUMN, sheet.width)
    sizes = f"(min-width: {shown + 48}px) {shown}px, 100vw"
    sources = []
    for suffix in ("avif", "webp"):
        files = ", ".join(f"{base}{name} {width}w" for width, name in sheet.names(suffix))
        sources.append(f'<source type="image/{suffix}" srcset="{files}" sizes="{sizes}">')
    when = ' fetchpriority="high"' if eager else ' loading="lazy"'
    size = f' width="{sheet.width}" height="{sheet.height}"'
    image = f'<img src="{base}{sheet.largest}"{size}{attributes}{when} decoding="async">'
    return f"<picture>{''.join(sources)}{image}</picture>"


def placed(html: str, sheets: Mapping[str, Sheet], root: str, *, eager: bool) -> str:
    """A compiled body with its pictures in place of their tags; `eager` says whether its first is seen at once."""
    pending = eager

    def picture(match: re.Match[str]) -> str:
        nonlocal pending
        first, pending = pending, False
        return element(sheets[match[1]], root, match[2], eager=first)

    return PLACED.sub(picture, html)
