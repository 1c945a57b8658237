"""Drawings: the texts of an SVG, in the page or a file, against the table beside it or what the page counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from plugins.checks.site import Page, Site

from . import dates
from .own import classes, lines
from .quoting import is_quoted
from .spotting import NUMERAL, bare, numerals

AXIS = "role-axis"
"""The group of a chart's scale: its numbers are a ruler's."""
SPEAKING = frozenset({"title", "desc", "text"})
LEFT_OUT = "\0"
_PARTS = re.compile("[：；。]")
_OF_MONTH = re.compile(r"([0-9]{4}年(?:[0-9]{1,2}月)?)[:：]?([0-9]+)(?:[篇件条]|个数字)")


def in_drawing(element: Any) -> bool:
    """Whether this is a part of a drawing, or the picture that shows one."""
    if element.tag == "img":
        return str(element.get("src") or "").endswith(".svg")
    return any(up.tag == "svg" for up in (element, *element.iterancestors()))


def drawn(page: Page, site: Site) -> Iterator[tuple[Any, str, str]]:
    """(picture, file, text) of what the page's SVG files say, and of the table's figures that they leave out."""
    for image in page.tree.xpath("//main//img[contains(@src, '.svg')]"):
        path = site.resolve(page.path, str(image.get("src"))).path
        if path and site.has(path):
            texts = list(_texts(site.bytes_of(path)))
            left_out = [value for value in _values(image) if value not in texts]
            yield from ((image, path.removeprefix("/"), text) for text in texts if NUMERAL.search(text))
            yield from ((image, path.removeprefix("/"), f"{LEFT_OUT}{value}") for value in left_out)


def _values(element: Any) -> list[str]:
    """The figures in the table beside a drawing."""
    links = (
        link for up in element.iterancestors("figure") for link in up.xpath("descendant::td/a[contains(@href, '#')]")
    )
    return [bare(link.text_content()) for link in links]


def _texts(data: bytes) -> Iterator[str]:
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return
    for element in root.iter():
        named = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if named in SPEAKING and not any(AXIS in classes(up) for up in element.iterancestors()):
            yield bare("".join(map(str, element.itertext())))


def unbacked(text: str, element: Any, page: Page) -> str:
    """The words of a drawing that nothing on the page says; "" if all is said.

    A drawing, and what is said of it, names and numbers as the table's rows do: 纳入台账的党组织977个；… .
    """
    if text.startswith(LEFT_OUT):
        return text.removeprefix(LEFT_OUT)
    if not (beside := _beside(element)):
        return _uncounted(text, _counted(page))
    said = (part for part in _PARTS.split(text) if numerals(part))
    return next((part for part in said if not is_quoted(part, beside)), "")


def _beside(element: Any) -> str:
    """The words of the figure that holds the drawing, if something in it leads to an anchor: cells and rows."""
    for up in element.iterancestors("figure"):
        if up.xpath("descendant::a[contains(@href, '#')]"):
            return "\n".join([*lines(up), *(bare(row.text_content()) for row in up.iter("tr"))])
    return ""


def _counted(page: Page) -> dict[str, str]:
    """What the page counts of each month or year."""
    counted = page.tree.xpath("//*[@data-counts][@data-of]")
    return {dates.of_address(str(one.get("data-of"))): bare(one.text_content()) for one in counted}


def _uncounted(text: str, counts: dict[str, str]) -> str:
    """A number of a month must be what is counted of that month; what stands alone must be one of either."""
    for date, number in _OF_MONTH.findall(text):
        if not any(dates.agrees(date, day) and number == counted for day, counted in counts.items() if day):
            return f"{date}{number}"
    rest = dates.without(_OF_MONTH.sub("", text), *counts)
    for numeral in numerals(rest):
        if re.sub(r"[^0-9]", "", numeral.text) not in counts.values():
            return numeral.text
    return ""
