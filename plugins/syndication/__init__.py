"""What other programs read of the site: Atom feeds, the sitemap and robots.txt."""

from typing import Any

from plugins.archive import Feature, features

from .feeds import SiteFeed, TopicFeeds
from .settings import SyndicationSettings
from .sitemap import ArticleMaps, FamilyMaps, Robots, Sitemap


def feature() -> Feature:
    """What this room brings."""
    return Feature(
        name="syndication",
        settings=SyndicationSettings,
        families=lambda settings: [
            SiteFeed(settings),
            TopicFeeds(settings),
            Robots(settings),
            ArticleMaps(settings),
            FamilyMaps(settings),
            Sitemap(settings),
        ],
    )


def _join(_: Any) -> Feature:
    return feature()


def register() -> None:
    """Joins when the press asks for features: before that, nothing of the site is read."""
    features.connect(_join)
