"""Settings of the checks that a site in production has to pass: what the inspection of government sites asks for.

The days are those of 《政府网站与政务新媒体检查指标》 (国办秘函〔2019〕19号), part one; a site may set shorter ones.
"""

from __future__ import annotations

from plugins.settings import RoomSettings


class CheckSettings(RoomSettings):
    """Who answers for the site, the newsroom's clock, and after how many days something is stale."""

    SITE_IDENTITY: dict[str, str] = {}
    UTC_OFFSET: str = "+08:00"
    CHECK_HOME_DAYS: int = 14
    """The front page must show something as new as this."""
    CHECK_NEWS_DAYS: int = 14
    """A column of news must have something as new as this."""
    CHECK_NOTICE_DAYS: int = 183
    """A column of notices or policy papers must have something as new as this."""
    CHECK_COLUMN_DAYS: int = 365
    """Any other column must have something as new as this."""
