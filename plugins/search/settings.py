"""Settings of the search."""

from __future__ import annotations

from plugins.settings import RoomSettings


class SearchSettings(RoomSettings):
    """How the index is cut."""

    SITEURL: str = ""
    SEARCH_SEGMENT: int = 4_096
    """Most articles that share files. With more, a search asks for fewer files, and an old article added costs more."""
    SEARCH_NEWEST: int = 64
    """Articles up to which a part of the index may still grow: what a new article makes again."""
