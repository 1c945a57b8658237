"""An article's body as a part of one file: places renamed, links led inward, pictures put into the text. Pure.

Several articles have a figure f1; in the file it is `a3-f1`, of the third. A link to an article that is in the file
becomes a link within it; any other leads to the site, or is none where the site has no address.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Mapping

ID = re.compile(r' id="([^"]*)"')
HERE = re.compile(r' href="#([^"]*)"')
LINK = re.compile(r'<a href="(/[^"#]*)(?:#([^"]*))?"([^>]*)>(.*?)</a>', re.DOTALL)
HEADING = re.compile(r"<(/?)h([2-5])(?=[ >])")
IMAGE = re.compile(r'<img src="hub:(images/[^"]*)"([^>]*)>')
FACTBOX = "<!--factbox-->"


def anchor(number: int, fragment: str = "") -> str:
    """The id of an article in the file, or of a place in it."""
    return f"a{number}-{fragment}" if fragment else f"a{number}"


def place(path: str, numbers: Mapping[str, int], site_url: str) -> str:
    """Where a site path with its fragment leads from within the file; "" if nowhere."""
    page, _, fragment = path.partition("#")
    if page in numbers:
        return "#" + anchor(numbers[page], fragment)
    return site_url + path if site_url else ""


def with_pictures(body: str, picture: Callable[[str], str]) -> str:
    """A compiled body with its pictures inside; `picture` gives the `src` and the size as attributes, "" for none."""

    def inside(match: re.Match[str]) -> str:
        shown = picture(match[1])
        return f"<img{shown}{match[2]}>" if shown else ""

    return IMAGE.sub(inside, body)


def data_address(data: bytes, kind: str) -> str:
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def packed(html: str, number: int, numbers: Mapping[str, int], root: str, site_url: str) -> str:
    """A body with its real addresses as the article of this number. `root` stands in front of every site path in it."""

    def link(match: re.Match[str]) -> str:
        path = match[1].removeprefix(root) + (f"#{match[2]}" if match[2] else "")
        to = place(path, numbers, site_url)
        return f'<a href="{to}"{match[3]}>{match[4]}</a>' if to else match[4]

    html = HERE.sub(lambda match: f' href="#{anchor(number, match[1])}"', html.replace(FACTBOX, ""))
    html = ID.sub(lambda match: f' id="{anchor(number, match[1])}"', LINK.sub(link, html))
    return HEADING.sub(lambda match: f"<{match[1]}h{int(match[2]) + 1}", html)
