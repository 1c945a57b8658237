"""Settings of the data sets."""

from __future__ import annotations

from plugins.settings import RoomSettings


class DatasetSettings(RoomSettings):
    """Whose data they are."""

    SITEURL: str = ""
    SITENAME: str = ""
    DATABASE_FIGURES: int = 5_000
    """Figures up to which facts.sqlite is made; 0 for never. It is made whole at every change of one of them."""
