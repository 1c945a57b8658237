"""A page taken apart: every piece of text that shows a numeral, its place, and the pages that may be what it quotes.

A piece ends where a link, a span or another block begins, so that a headline, a sentence or a day is one by itself. It
may quote what is linked to in the nearest element around it that links anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from plugins.checks.addresses import file_of
from plugins.checks.site import Page, Site

from .drawings import AXIS, drawn, in_drawing
from .own import LEAD, classes, is_body, within
from .spotting import NUMERAL, bare

INLINE = frozenset({"mark", "small", "b", "strong", "em", "i", "u", "sub", "abbr", "wbr", "data"})
SILENT = frozenset({"script", "style", "template", "sup"})
BACKED_ELSEWHERE = frozenset({"figure__value", "footer__identity"})
"""What `figures_are_backed` looks after; and the house's own registration numbers."""
COUNTED = "data-counts"
"""The attribute of an element that shows what the page counts: `counts_are_true` looks after it."""
SPOKEN = ("alt", "aria-label", "title", "placeholder")
TAGS = ("ArticleTitle", "Keywords", "ColumnName", "ColumnDescription", "ColumnKeywords")
GRAPH = ("og:title", "og:description")
HEAD = "//meta[translate(@name, 'D', 'd')='description' or {} or {}]".format(
    " or ".join(f"@property='{name}'" for name in GRAPH), " or ".join(f"@name='{name}'" for name in TAGS)
)
"""The words of a page's <head>: the page tags of the norm and what Open Graph shows of it, but for its picture, which
`cards_are_backed` looks after."""
AS_OF = "as-of"
"""The class of what says as of when a figure holds: a piece with its date in it."""
HELD = frozenset({"li", "tr", "article"})
ITEMS = HELD | {"section", "main", "body"}
MOST = 40
"""Links that may stand around a piece: what has more around it is said by none of them."""


class Piece(NamedTuple):
    """A piece of text: what is shown, by which element, how, and where it may come from."""

    text: str
    element: Any
    role: str  # "text", "time", "drawn", "head" (of the article itself), "said" (in the page's <head>)
    sources: tuple[str, ...] = ()
    anchors: tuple[tuple[str, str], ...] = ()  # page and id, of links that lead to a figure or an event
    linked: bool = False  # the piece itself is such a link
    file: str = ""  # of a drawing in a file of its own


class Links(NamedTuple):
    """The files that an element links to, and the anchors in them."""

    files: tuple[str, ...]
    anchors: tuple[tuple[str, str], ...]


def pieces(page: Page, site: Site) -> Iterator[Piece]:
    """Every piece with a numeral outside the page's own text."""
    for element, text in [*((one, one.text_content()) for one in page.tree.xpath("//head/title")), *_meta(page)]:
        if NUMERAL.search(text):
            yield Piece(bare(text), element, "said")
    found: list[tuple[Any, str, str]] = []
    seen: dict[Any, Links] = {}
    for body in page.tree.xpath("//body"):
        _walk(body, found)
    for element, text, role in found:
        if shown := bare(text):
            piece = Piece(shown, element, "drawn" if in_drawing(element) else role)
            yield piece if piece.role == "drawn" else _placed(page, site, piece, seen)
    yield from (Piece(text, element, "drawn", file=path) for element, path, text in drawn(page, site))


def _meta(page: Page) -> list[tuple[Any, str]]:
    return [(one, str(one.get("content") or "")) for one in page.tree.xpath(HEAD)]


def _walk(element: Any, found: list[tuple[Any, str, str]]) -> None:
    """Notes (element, text, role) of every piece below an element, those of attributes too."""
    if _passed_over(element):
        return
    for name in SPOKEN:
        _note(element, element.get(name), found)
    if element.tag == "time" and element.get("datetime"):
        _note(element, element.text_content(), found, "time")
        return
    text = element.text or ""
    for child in element:
        if (child.tag in INLINE or AS_OF in classes(element)) and not _passed_over(child):
            text += child.text_content()
        elif isinstance(child.tag, str):
            _note(element, text, found)
            _walk(child, found)
            text = ""
        text += child.tail or ""
    _note(element, text, found)


def _note(element: Any, text: str | None, found: list[tuple[Any, str, str]], role: str = "text") -> None:
    if text and NUMERAL.search(text):
        found.append((element, text, role))


def _passed_over(element: Any) -> bool:
    named = classes(element)
    return (
        element.tag in SILENT
        or element.get(COUNTED) is not None
        or not BACKED_ELSEWHERE.isdisjoint(named)
        or AXIS in named
        or (is_body(element) and not within(element, LEAD))
    )


def _placed(page: Page, site: Site, piece: Piece, seen: dict[Any, Links]) -> Piece:
    """The piece with what it may quote."""
    linked = False
    for around in (piece.element, *piece.element.iterancestors()):
        if around.tag in {"main", "body"}:
            break
        if "article-head" in classes(around):
            return piece._replace(role="head") if piece.role == "text" else piece
        linked = linked or (around.tag == "a" and "#" in around.get("href", ""))
        if around not in seen:
            seen[around] = _links(page, site, around)
        if (links := seen[around]).files:
            return piece._replace(sources=links.files, anchors=links.anchors, linked=linked)
    return piece


def _links(page: Page, site: Site, around: Any) -> Links:
    """Where the links of an element lead; if none of them to a figure or an event, those of the item that holds it."""
    found = Links(*_targets(page, site, around))
    if not found.files or found.anchors:
        return found
    for up in around.iterancestors():
        if up.tag in ITEMS or found.anchors:
            break
        found = Links(found.files, _targets(page, site, up)[1])
    return found if found.anchors or up.tag not in HELD else Links(found.files, _targets(page, site, up)[1])


def _targets(page: Page, site: Site, element: Any) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The files and the anchors that an element's links lead to; none where there are more than a piece would have."""
    links = element.xpath("descendant-or-self::a/@href")
    if not links or len(links) > MOST:
        return (), ()
    inner = [
        target
        for target in (site.resolve(page.path, str(link)) for link in links)
        if target.path and not target.outside
    ]
    anchors = dict.fromkeys((file_of(one.path), one.fragment) for one in inner if one.fragment)
    return tuple(dict.fromkeys(file_of(one.path) for one in inner)), tuple(anchors)
