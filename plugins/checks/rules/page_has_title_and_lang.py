"""Each page says its title and its language: what a screen reader, a tab and a search engine say first."""

from __future__ import annotations

from plugins.checks.site import Page
from plugins.checks.types import Findings, Place, Rule


class PageHasTitleAndLang(Rule):
    """`<html lang="zh…">` and exactly one `<title>` with words in it."""

    name = "page_has_title_and_lang"

    def page(self, page: Page) -> Findings:
        start = Place(page.file)
        lang = page.tree.getroottree().getroot().get("lang") or ""
        if not lang:
            yield self.fault("no_lang", start)
        elif not lang.lower().startswith("zh"):
            yield self.fault("other_lang", start, lang=lang)
        titles = page.tree.xpath("//head/title")
        if not any((title.text or "").strip() for title in titles):
            yield self.fault("no_title", start)
        if len(titles) > 1:
            yield self.fault("two_titles", page.place(titles[1]), count=len(titles))
