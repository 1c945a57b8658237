"""Settings of proof."""

from __future__ import annotations

from plugins.settings import RoomSettings


class ProofSettings(RoomSettings):
    """What proof takes for old, and for said at one time."""

    PROOF_OLD_MONTHS: int = 24
    """From this many months on a figure that leads a topic page is old."""
    PROOF_SAME_DAYS: int = 31
    """Figures of which no time is said are of one time in articles this many days apart at most."""
    TOPIC_FIGURES: int = 8
    """Leading figures on a topic page."""
    TOPIC_RECENT: int = 40
    """Newest articles of a topic that its figures are drawn from."""
