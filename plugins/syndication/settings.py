"""Settings of feeds and sitemap."""

from __future__ import annotations

from plugins.settings import RoomSettings


class SyndicationSettings(RoomSettings):
    """Who speaks, and for how long an entry stays in a feed."""

    SITEURL: str = ""
    SITENAME: str = ""
    SITE_TAGLINE: str = ""
    FEED_LENGTH: int = 20
    """Newest articles in a feed."""
    FEED_AUTHORITY: str = "hub.invalid,2026"
    """The tagging authority (a name and a year, RFC 4151) in feed ids; must never change once published."""
    UTC_OFFSET: str = "+08:00"
    """The newsroom's time zone, for the dates in feeds."""
