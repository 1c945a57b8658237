"""What leads to the pages: feeds, the sitemap for programs and the one for readers, robots.txt."""

from typing import Any

from plugins.archive import Family, Feature, features

from .feeds import SectionFeeds, SiteFeed
from .guide import Guide
from .settings import SyndicationSettings
from .sitemap import ArticleMaps, FamilyMaps, Robots, Sitemap


def _feeds(settings: Any) -> list[Family]:
    """Of the site, its topics and its columns, in both formats."""
    feeds: list[Family] = []
    for ending in ("xml", "json"):
        sections = [SectionFeeds(settings, ending, kind) for kind in ("topic", "column")]
        feeds += [SiteFeed(settings, ending), *sections]
    return feeds


def feature() -> Feature:
    """What this room brings."""
    return Feature(
        name="syndication",
        settings=SyndicationSettings,
        families=lambda settings: [
            *_feeds(settings),
            Guide(),
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
