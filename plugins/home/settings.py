"""Settings of the front page."""

from __future__ import annotations

from plugins.settings import RoomSettings


class HomeSettings(RoomSettings):
    """How much the front page shows of each."""

    SITENAME: str = ""
    SITE_TAGLINE: str = ""
    """What the site is, in a sentence: the front page's description."""
    HOME_STORIES: int = 6
    """Newest stories behind the lead."""
    HOME_FIGURES: int = 5
    """Leading figures."""
    HOME_EVENTS: int = 8
    """Newest days of the chronicle."""
    HOME_RECENT: int = 40
    """Newest articles that the figures and events are drawn from."""
    HOME_TOPIC_CARDS: int = 3
    """Newest articles under each topic."""
