"""What an article's page says to machines: a schema.org NewsArticle in JSON-LD, and what its page tags need. Pure.

It says what the manuscript says, and nothing of which that is silent; the publisher is the site itself. Of the figures
it has those that lead: with all, a page would carry each of its sentences twice over a slow line, and facts.json has
them all.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from plugins.archive import root
from plugins.linked import script

from .settings import ArticleSettings

PUBLISHER = "主办单位"
"""Who answers for the site, by SITE_IDENTITY; where that is blank, the site goes by its own name."""


class Teller:
    """Tells of articles what the site's settings have a part in."""

    def __init__(self, settings: ArticleSettings) -> None:
        self._site = settings.SITEURL
        self._host = settings.SITEURL.removesuffix(root(settings.SITEURL))
        self._offset = settings.UTC_OFFSET
        name = settings.SITE_IDENTITY.get(PUBLISHER, "").strip() or settings.SITENAME
        self._publisher = {"@type": "Organization", "name": name, "url": f"{self._site}/"}

    def absolute(self, address: str) -> str:
        """The address of a picture, which begins with the site's own folder, with the host before it."""
        return address if urlsplit(address).scheme else self._host + address

    def about(self, article: dict[str, Any]) -> dict[str, Any]:
        """For the page's <head>: `published`, `modified` (ISO 8601; "" where nothing was corrected), `keywords`."""
        return {
            "published": self._moment(article["time"]),
            "modified": self._moment(_modified(article)),
            "keywords": _keywords(article),
        }

    def news_article(self, article: dict[str, Any], mentions: str, card: str = "") -> str:
        """The JSON, ready to stand between the tags of a script.

        `article` is what the page shows; `mentions` come as JSON, their addresses relative to the page. The share
        `card` stands for a picture where there is none.
        """
        url = self._site + article["path"]
        text = script(self._fields(article, url) | {"image": article["image"] or card})
        if mentions:
            # no string holds this: its quotes would be escaped
            here = mentions.replace('"url":"#', f'"url":"{url}#').replace("<", "\\u003c")
            text = f'{text[:-1]},"mentions":{here}}}'
        return text

    def _fields(self, article: dict[str, Any], url: str) -> dict[str, Any]:
        return {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "url": url,
            "headline": article["title"],
            "alternativeHeadline": article["subtitle"],
            "description": article["summary"],
            "inLanguage": "zh-CN",
            "datePublished": self._moment(article["time"]),
            "dateModified": self._moment(_modified(article)),
            "author": article["author"] and {"@type": "Person", "name": article["author"]},
            "editor": article["editor"] and {"@type": "Person", "name": article["editor"]},
            "publisher": self._publisher,
            "isBasedOn": _source(article),
            "articleSection": article["column"] and article["column"]["title"],
            "keywords": _keywords(article),
            "isPartOf": article["series"] and {"@type": "CreativeWorkSeries", "name": article["series"]["title"]},
            "correction": [self._correction(item) for item in article["corrections"]],
        }

    def _correction(self, item: dict[str, str]) -> dict[str, str]:
        told = {"@type": "CorrectionComment", "text": item["text"]}
        return told | {"datePublished": self._moment(item["date"])}

    def _moment(self, time: str) -> str:
        """A day as it is, for its hour is not known; a day and a minute with the newsroom's time zone."""
        day, _, clock = time.partition(" ")
        return f"{day}T{clock}{self._offset}" if clock else day


def _modified(article: dict[str, Any]) -> str:
    """When the newest correction was printed."""
    return max((str(item["date"]) for item in article["corrections"]), default="")


def _keywords(article: dict[str, Any]) -> list[str]:
    return list(dict.fromkeys([*(topic["title"] for topic in article["topics"]), *article["tags"]]))


def _source(article: dict[str, Any]) -> dict[str, Any] | None:
    """The report that the article is rewritten from, as far as the manuscript names it."""
    reporters = [{"@type": "Person", "name": name} for name in article["reporters"]]
    named = {"author": reporters, "publisher": article["source"]}
    said = {name: value for name, value in named.items() if value}
    return {"@type": "CreativeWork"} | said if said else None
