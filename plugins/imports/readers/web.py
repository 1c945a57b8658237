"""Web pages and saved WeChat articles: the page's text in order, the article's as lines, the rest dropped.

The article is found by what pages call it (`#js_content`, `<article>`, …) or by where the prose is; its head stands
above it in the nearest element that holds the headline too. Nothing is fetched, no script is run.
"""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

from bs4 import BeautifulSoup, Comment, Tag

from plugins.imports.dates import day_of
from plugins.imports.decoding import decode
from plugins.imports.refusal import ImportRefusedError
from plugins.imports.types import Source

from .webpage import frame_of, headline_of, root_of
from .webwalk import Walk

SILENT: Final = frozenset({"script", "style", "template", "noscript", "iframe", "svg", "head", "object", "canvas"})
DATES: Final = ("article:published_time", "PubDate", "publishdate", "pubdate", "og:release_date", "publish_time")


def read(name: str, data: bytes) -> Source:
    decoded = decode(name, data)
    return of_html(name, "html", decoded.text, decoded.encoding)


def of_html(name: str, kind: str, text: str, encoding: str) -> Source:
    """The source of a page's HTML."""
    try:
        return _source(name, kind, text, encoding)
    except RecursionError:
        raise ImportRefusedError("html-deep", name=name) from None


def _source(name: str, kind: str, text: str, encoding: str) -> Source:
    soup = BeautifulSoup(text, "html.parser")
    source = Source(name, kind, "", [], encoding=encoding)
    source.date, source.title = _published(soup), _title(soup)
    silent = [tag for tag in soup.find_all(SILENT) if tag.name != "head"]
    if count := len(silent):
        source.notes.append(f"网页里的脚本、样式等 {count} 段不是文字，没有读")
    for node in [*soup.find_all(SILENT), *soup.find_all(string=lambda string: isinstance(string, Comment))]:
        node.extract()
    body = soup.body or soup
    root = root_of(body)
    headline = headline_of(body, root, source.title)
    walk = Walk(root, headline, frame_of(root, headline))
    walk.element(body)
    walk.close()
    source.text, source.lines, source.dropped = walk.stream.text, walk.stream.lines, walk.stream.dropped
    source.witness = _witness(text)
    if not source.text.strip():
        raise ImportRefusedError("no-text", name=name)
    return source


def _title(soup: BeautifulSoup) -> str:
    for key, value in (("property", "og:title"), ("name", "ArticleTitle")):
        tag = soup.find("meta", attrs={key: value})
        if isinstance(tag, Tag) and str(tag.get("content") or "").strip():
            return str(tag["content"]).strip()
    return soup.title.get_text().strip() if soup.title else ""


def _published(soup: BeautifulSoup) -> str:
    for tag in soup.find_all("meta"):
        label = str(tag.get("property") or tag.get("name") or "")
        if label in DATES and (day := day_of(str(tag.get("content") or ""))):
            return day
    tag = soup.find(id="publish_time")
    return day_of(tag.get_text()) if isinstance(tag, Tag) else ""


class _Witness(HTMLParser):
    """All text of a page by the plainest way: no tree, no choice."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self.silent.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.silent:
            del self.silent[self.silent.index(tag) :]

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.said.append(data)


def _witness(text: str) -> str:
    reader = _Witness()
    reader.feed(text)
    reader.close()
    return "".join(reader.said)
