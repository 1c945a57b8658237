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

    def tag(self, name: str) -> str:
        """An id (RFC 4151) that neither a new title nor a new address can change."""
        return f"tag:{self.FEED_AUTHORITY}:{name}"

    def moment(self, time: str) -> str:
        """A day, or a day and a minute, as a moment with its offset; feeds have no days, so a day is its first."""
        return f"{time if len(time) > 10 else time + ' 00:00'}:00{self.UTC_OFFSET}".replace(" ", "T")
