"""A feed as Atom (RFC 4287): the same entries, the same feed, whatever the clock says."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from feedgenerator import Atom1Feed

from .settings import SyndicationSettings

EPOCH = "1970-01-01 00:00"


class SteadyFeed(Atom1Feed):  # type: ignore[misc] # the library has no types
    """Atom whose `updated` comes from its entries alone: the library asks the clock for an empty feed."""

    def latest_post_date(self) -> Any:
        return super().latest_post_date() if self.items else self.feed["no_entries"]


def atom(inputs: dict[str, Any], settings: SyndicationSettings) -> str:
    """The feed; its `updated` is the newest entry's."""
    feed = SteadyFeed(
        title=inputs["title"], subtitle=inputs["subtitle"], description="", language="zh-CN",
        link=settings.SITEURL + inputs["path"], feed_url=settings.SITEURL + inputs["feed"],
        feed_guid=settings.tag(inputs["name"]), author_name=settings.SITENAME,
        no_entries=_moment(EPOCH, settings),
    )  # fmt: skip
    for entry in inputs["entries"]:
        moment = _moment(entry["time"], settings)
        feed.add_item(
            title=entry["title"], link=settings.SITEURL + entry["path"], description=entry["summary"],
            unique_id=settings.tag(f"article:{entry['slug']}"), pubdate=moment, updateddate=moment,
            author_name="、".join(entry["reporters"]) or None,
            categories=[topic["title"] for topic in entry["topics"]],
        )  # fmt: skip
    return str(feed.writeString("utf-8"))


def _moment(time: str, settings: SyndicationSettings) -> datetime:
    return datetime.fromisoformat(settings.moment(time))
