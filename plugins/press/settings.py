"""Settings of the press: what every page shows, and how the work is shared out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.settings import RoomSettings

if TYPE_CHECKING:
    from pydantic import NonNegativeInt


class PressSettings(RoomSettings):
    """The site's own words and the press's manner of work."""

    SITEURL: str = ""
    SITENAME: str = ""
    SITE_TAGLINE: str = ""
    SITE_NOTE: str = ""
    """What this site says of itself at the foot of every page."""
    SITE_IDENTITY: dict[str, str] = {}
    """主办单位, 联系方式, ICP备案 …: shown at the foot of every page; blank ones are not shown."""
    NAVIGATION: tuple[tuple[str, str, str], ...] = ()
    """The main navigation: (title, site path, section)."""
    PRINT_DRAFTS: bool = True
    """Whether drafts get a page; else their pictures are not published either."""
    PRESS_JOBS: NonNegativeInt = 0
    """Processes that compile and render; 0 for as many as there are processors."""
    PRESS_EXECUTOR: str = ""
    """`dask://host:port` of a scheduler, to compile and render on many machines; blank for this one alone."""
