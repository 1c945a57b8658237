"""Settings of the chronicle."""

from __future__ import annotations

from plugins.settings import RoomSettings


class TimelineSettings(RoomSettings):
    """How much of the chronicle its first page shows."""

    TIMELINE_MONTHS: int = 6
    """Newest months whose events stand on the chronicle's first page."""
    TIMELINE_BARS: int = 12
    """Newest months that the chart there shows."""
