"""Settings of the styleguide."""

from __future__ import annotations

from plugins.settings import RoomSettings


class StyleguideSettings(RoomSettings):
    """Whether there is one."""

    STYLEGUIDE: bool = False
    """Whether /styleguide/ shows every component; publishconf.py says no."""
    THEME: str = "theme"
