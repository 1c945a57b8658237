"""Where on a page the article is: its root, its headline, and the element that frames both."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

from bs4 import NavigableString, Tag

from plugins.imports.words import sections

ROOTS: Final = (
    "#js_content", "[itemprop=articleBody]", "founder-content", "#ozoom", "#UCAP-CONTENT", ".TRS_Editor", "#zoom",
    "#zoomcon",
    ".article-content", ".article-body", ".article_content", ".entry-content", ".post-content", ".content-article",
)  # fmt: skip
STOP: Final = re.compile("[，。；！？：,;!?]")
BOILERPLATE: Final = frozenset(sections()["boilerplate"])
TAGS: Final = frozenset({"nav", "footer", "form", "button", "select", "aside", "option", "label"})
SPLIT: Final = re.compile(r"[\s_-]+|(?<=[a-z])(?=[A-Z])")
FEWEST: Final = 20
MOST: Final = 0.5
"""Characters that make an element the article."""


def names_of(tag: Tag) -> set[str]:
    """The words of an element's classes and id."""
    values = tag.get("class")
    classes = values if isinstance(values, list) else [str(values or "")]
    whole = [*classes, str(tag.get("id") or "")]
    return {part.lower() for name in whole for part in [name, *SPLIT.split(name)] if part}


def boilerplate(tag: Tag) -> str:
    """What kind of page furniture an element says it is; "" for none."""
    if tag.name == "header" and tag.find(("h1", "h2")) is not None:
        return ""
    if tag.name in TAGS or tag.name == "header":
        return REASONS.get(tag.name, "网页的导航和按钮")
    found = names_of(tag) & BOILERPLATE
    if not found or (tag.find("h1") is not None and not found & {"nav", "footer"}):
        return ""
    return next((REASONS[name] for name in sorted(found) if name in REASONS), "网页的导航和按钮")


REASONS: Final = {
    **dict.fromkeys(("footer", "foot", "copyright", "copy", "bottom"), "网页的页脚"),
    **dict.fromkeys(("ad", "ads", "adv", "advert", "advertisement", "gg"), "广告"),
    **dict.fromkeys(("related", "relate", "recommend", "hotnews", "rank", "aside"), "相关阅读"),
    **dict.fromkeys(("share", "bdshare"), "分享按钮"),
    **dict.fromkeys(("comment", "comments", "cmt", "pinglun"), "网友评论"),
}


def root_of(body: Tag) -> Tag:
    """The element that holds the article's prose."""
    for selector in ROOTS:
        found = [tag for tag in body.select(selector) if len(tag.get_text(strip=True)) >= FEWEST]
        if found:
            return max(found, key=lambda tag: len(tag.get_text(strip=True)))
    articles = [tag for tag in _tags(body, "article") if _prose(tag) >= FEWEST]
    if articles:
        return max(articles, key=_prose)
    return _densest(body)


def _prose(tag: Tag) -> int:
    return len(tag.get_text(strip=True))


def _densest(body: Tag) -> Tag:
    """The element with most sentences in its own text and its children's."""
    most = _prose(body) * MOST
    points: defaultdict[int, float] = defaultdict(float)
    tags: dict[int, Tag] = {}
    for string in body.find_all(string=True):
        weight = len(STOP.findall(string)) * 10 + min(len(string.strip()), 200) / 10 if STOP.search(string) else 0
        if not weight or _inside(string, body, most):
            continue
        share = 1.0
        parent = _block(string)
        while parent is not None and parent is not body.parent and share > 0.2:
            points[id(parent)] += weight * share
            tags[id(parent)] = parent
            share *= 0.98 if parent.name in ("p", "span", "font", "section", "td", "tr", "tbody") else 0.5
            parent = parent.parent
    if not points:
        return body
    return tags[max(points, key=lambda key: points[key])]


def _inside(string: NavigableString, body: Tag, most: float) -> bool:
    """Whether a text is in a link or in furniture; what holds most of a page is no furniture, whatever its name."""
    for parent in string.parents:
        if parent is body:
            return False
        if parent.name == "a" or (boilerplate(parent) and _prose(parent) < most):
            return True
    return False


def _block(string: NavigableString) -> Tag | None:
    parent: Tag | None = string.parent
    while parent is not None and parent.name in ("span", "b", "strong", "font", "em", "i", "u", "a", "sup", "sub"):
        parent = parent.parent
    return parent


def headline_of(body: Tag, root: Tag, title: str) -> Tag | None:
    """The element that is the headline: an h1, or the last above the article whose text the page's title has."""
    firsts = [tag for tag in _tags(body, "h1") if tag.get_text(strip=True) and not boilerplate(tag)]
    wanted = _bare(title)
    for tag in firsts:
        if wanted and (_bare(tag.get_text()) in wanted or wanted in _bare(tag.get_text())):
            return tag
    if len(firsts) == 1:
        return firsts[0]
    best: Tag | None = None
    for tag in _tags(body, "div", "td", "p", "h2", "h3", "span", "strong", "section"):
        text = _bare(tag.get_text())
        if not 4 <= len(text) <= 80 or text not in wanted or len(text) * 3 < len(wanted):
            continue
        if tag.find_parent(("a", "li")) is not None or holds(tag, root):
            continue
        if best is None or len(text) >= len(_bare(best.get_text())):
            best = tag
    return best or (firsts[0] if firsts else None)


def holds(tag: Tag, inner: Tag) -> bool:
    """Whether an element is around another."""
    return any(parent is tag for parent in inner.parents)


def _tags(body: Tag, *names: str) -> list[Tag]:
    return [tag for tag in body.find_all(names) if isinstance(tag, Tag)]


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def frame_of(root: Tag, headline: Tag | None) -> Tag:
    """The smallest element that has both the headline and the article."""
    if headline is None:
        return root
    around = [root, *root.parents]
    for parent in [headline, *headline.parents]:
        for candidate in around:
            if parent is candidate:
                return parent
    return root
