"""Settings of article pages."""

from __future__ import annotations

from plugins.settings import RoomSettings


class ArticleSettings(RoomSettings):
    """How article pages are laid out."""

    SITEURL: str = ""
    SITENAME: str = ""
    SITE_IDENTITY: dict[str, str] = {}
    UTC_OFFSET: str = "+08:00"
    SERIES_SLUGS: dict[str, str] = {}
    """Address of a series by its name; a series that is not named here gets an address made from its name."""
    READING_SPEED: int = 400
    """Han characters a minute, for the reading time."""
    FACTBOX_LENGTH: int = 4
    """Most figures in an article's fact box."""
    LIST_LENGTH: int = 20
    """Newest titles on the archive's first page."""
    PRINT_DRAFTS: bool = True
    """Whether drafts get a page (under /drafts/, in no list); publishconf.py says no."""
