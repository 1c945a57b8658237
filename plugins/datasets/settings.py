"""Settings of the data sets."""

from __future__ import annotations

from plugins.settings import RoomSettings


class DatasetSettings(RoomSettings):
    """Whose data they are."""

    SITEURL: str = ""
    SITENAME: str = ""
