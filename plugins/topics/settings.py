"""Settings of topic pages."""

from __future__ import annotations

from plugins.settings import RoomSettings


class TopicSettings(RoomSettings):
    """What a topic page shows."""

    SITEURL: str = ""
    LIST_LENGTH: int = 20
    """Articles on a page of a list."""
    TOPIC_FIGURES: int = 8
    """Leading figures on a topic page."""
    TOPIC_EVENTS: int = 12
    """Newest events on a topic page."""
    TOPIC_RECENT: int = 40
    """Newest articles of a topic that its figures and events are drawn from."""
    TOPIC_CHARTS: int = 2
    """Charts on a topic page, at most."""
    TOPIC_BARS: int = 12
    """Bars of a chart, at most."""
    STUDY_PACK_ARTICLES: int = 30
    """Articles in a topic's study pack, at most; 0 for no pack."""
