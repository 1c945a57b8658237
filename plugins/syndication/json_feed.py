"""A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/): what the Atom feed says, with the same ids."""

from __future__ import annotations

import json
from typing import Any

from .settings import SyndicationSettings

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(inputs: dict[str, Any], settings: SyndicationSettings) -> str:
    """The feed, an item a line."""
    feed = {
        "version": VERSION,
        "title": inputs["title"],
        "home_page_url": settings.SITEURL + inputs["path"],
        "feed_url": settings.SITEURL + inputs["feed"],
        "description": inputs["subtitle"],
        "language": "zh-CN",
        "authors": [{"name": settings.SITENAME}],
    }
    head = json.dumps({name: value for name, value in feed.items() if value}, ensure_ascii=False)
    items = ",\n".join(_item(entry, settings) for entry in inputs["entries"])
    return f'{head[:-1]}, "items": [\n{items}\n]}}\n'


def _item(entry: dict[str, Any], settings: SyndicationSettings) -> str:
    """An article; one without a summary has its title for a text, since an item must have one."""
    item = {
        "id": settings.tag(f"article:{entry['slug']}"),
        "url": settings.SITEURL + entry["path"],
        "title": entry["title"],
        "content_text": entry["summary"] or entry["title"],
        "date_published": settings.moment(entry["time"]),
        "authors": [{"name": name} for name in entry["reporters"]],
        "tags": [topic["title"] for topic in entry["topics"]],
    }
    return json.dumps({name: value for name, value in item.items() if value}, ensure_ascii=False)
