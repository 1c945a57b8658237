"""What a page itself tells, for others to quote: an article's head, body and captions; a topic's heading and lead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from plugins.checks.site import Page

from .spotting import bare

TELLING = frozenset({"article-head", "prose", "captions", "corrections", "page-head__title"})
BODY = frozenset({"prose", "captions", "corrections"})
"""An article's own text. A topic's lead is none: it speaks of articles."""
LEAD = "topic__lead"
BLOCKS = frozenset(
    ("p", "li", "ul", "ol", "dl", "dt", "dd", "div", "section", "article", "aside", "header", "footer", "nav", "main",
     "figure", "figcaption", "blockquote", "pre", "table", "thead", "tbody", "tr", "td", "th", "caption", "hr", "form",
     "h1", "h2", "h3", "h4", "h5", "h6")
)  # fmt: skip
UNSPOKEN = frozenset({"sup", "script", "style", "svg"})
"""A footnote's mark stands in the middle of a sentence that is quoted without it; a drawing shows what others say."""


_TELLING = "//*[{}]".format(
    " or ".join(f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')" for name in sorted(TELLING))
)


DESCRIBED = "//meta[translate(@name, 'D', 'd')='description']/@content"


class Own(NamedTuple):
    """A page's own words, bare, a block a line; of them those of its body; its day; the dates that have an anchor."""

    text: str
    body: str
    day: str
    dates: dict[str, str]

    @property
    def is_article(self) -> bool:
        """Whether its head has to be backed by a body."""
        return bool(self.body)


def own(page: Page) -> Own:
    """Reads a page's own words off its tree."""
    main = page.tree.xpath(_TELLING)
    outer = [element for element in main if not any(up in main for up in element.iterancestors())]
    body = [element for element in outer if is_body(element) and within(element, "article")]
    described = [str(content) for content in page.tree.xpath(DESCRIBED)]
    told = [*(line for element in outer for line in lines(element)), *map(bare, described)]
    cells = [quoted_cell(element) for element in page.tree.xpath("//td//*[@id]")]
    days = page.tree.xpath("//*[contains(@class, 'article-head')]//time/@datetime")
    dates = {str(one.get("id")): str(one.get("datetime")) for one in page.tree.xpath("//time[@id][@datetime]")}
    said = [line for element in body for line in lines(element)]
    return Own("\n".join([*told, *cells]), "\n".join([*said, *cells]), str(days[0]) if days else "", dates)


def classes(element: Any) -> list[str]:
    """The classes of an element; none of a comment."""
    return str(element.get("class") or "").split() if isinstance(element.tag, str) else []


def within(element: Any, name: str) -> bool:
    """Whether an element of this class holds this one."""
    return any(name in classes(up) for up in element.iterancestors())


def is_body(element: Any) -> bool:
    """Whether this is text of the page's own that no other has to say."""
    return not BODY.isdisjoint(classes(element)) and not within(element, LEAD)


def lines(element: Any) -> Iterator[str]:
    """The bare text of each block."""
    said = [""]
    _speak(element, said)
    return (line for line in map(bare, said) if line)


def _speak(element: Any, said: list[str]) -> None:
    block = element.tag in BLOCKS
    if block:
        said.append("")
    if isinstance(element.tag, str) and element.tag not in UNSPOKEN:
        said[-1] += element.text or ""
        for child in element:
            _speak(child, said)
            said[-1] += child.tail or ""
    if block:
        said.append("")


def quoted_cell(element: Any) -> str:
    """A table cell as a sentence quotes it: the heads of its row and column before it; "" outside tables."""
    cells = element.xpath("ancestor::*[self::td or self::th][1]") if element is not None else []
    if not cells:
        return ""
    (cell,) = cells
    number = len(cell.xpath("preceding-sibling::*"))
    heads = cell.xpath("preceding-sibling::*[last()]")
    if cell.tag == "td":
        heads += cell.xpath("ancestor::table[1]//tr[1]/th")[number : number + 1]
    return bare("".join(part.text_content() for part in [*heads, cell]))
