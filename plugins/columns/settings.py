"""Settings of column pages."""

from __future__ import annotations

from plugins.settings import RoomSettings


class ColumnSettings(RoomSettings):
    """What a column page shows; the length is the one of every list."""

    SITEURL: str = ""
    LIST_LENGTH: int = 20
