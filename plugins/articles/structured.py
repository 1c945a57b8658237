"""An article's page for search engines: a schema.org NewsArticle in JSON-LD. Pure.

It says what the manuscript says, and nothing of which that is silent. Of the figures it has those that lead: with all,
a page would carry each of its sentences twice over a slow line, and facts.json has them all.
"""

from __future__ import annotations

import json
from typing import Any

_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def news_article(article: dict[str, Any], url: str, offset: str, mentions: str) -> str:
    """The JSON, ready to stand between the tags of a script.

    `article` is what the page shows, `url` its address, `offset` the newsroom's time zone; `mentions` come as JSON,
    their addresses relative to the page.
    """
    said = {name: value for name, value in _fields(article, url, offset).items() if value}
    text = _compact(said)
    if mentions:
        here = mentions.replace('"url":"#', f'"url":"{url}#')  # no string holds this: its quotes would be escaped
        text = f'{text[:-1]},"mentions":{here}}}'
    return text.replace("<", "\\u003c")


def _fields(article: dict[str, Any], url: str, offset: str) -> dict[str, Any]:
    day, _, clock = article["time"].partition(" ")
    topics = [topic["title"] for topic in article["topics"]]
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "url": url,
        "headline": article["title"],
        "alternativeHeadline": article["subtitle"],
        "description": article["summary"],
        "inLanguage": "zh-CN",
        "datePublished": f"{day}T{clock}{offset}" if clock else day,
        "author": article["author"],
        "editor": article["editor"],
        "isBasedOn": _source(article),
        "articleSection": article["column"] and article["column"]["title"],
        "keywords": [*topics, *article["tags"]],
        "isPartOf": article["series"] and {"@type": "CreativeWorkSeries", "name": article["series"]["title"]},
        "correction": [{"@type": "CorrectionComment", "text": item["text"]} for item in article["corrections"]],
    }


def _source(article: dict[str, Any]) -> dict[str, Any] | None:
    """The report that the article is rewritten from, as far as the manuscript names it."""
    reporters = [{"@type": "Person", "name": name} for name in article["reporters"]]
    named = {"author": reporters, "publisher": article["source"]}
    said = {name: value for name, value in named.items() if value}
    return {"@type": "CreativeWork"} | said if said else None
