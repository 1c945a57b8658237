"""Settings of the headline font."""

from __future__ import annotations

from plugins.settings import RoomSettings


class FontSettings(RoomSettings):
    """Which font headlines are set in where the reader has none."""

    SITENAME: str = ""
    HEADLINE_FONT: str = ""
    """Path of a font file, "auto" for one that is installed in a usual place, "" for none."""
