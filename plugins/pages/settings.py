"""Settings of plain pages."""

from __future__ import annotations

from plugins.settings import RoomSettings


class PageSettings(RoomSettings):
    """Only the site's own address, which the links in a page's body begin with."""

    SITEURL: str = ""
