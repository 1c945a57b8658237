"""A site of the bench's corpus with stock Pelican: what the other sites have, by Pelican's own means."""

from __future__ import annotations

from typing import Any

from pelican import signals

SITENAME = AUTHOR = "测速样报"
SITEURL = FEED_DOMAIN = "https://bench.invalid"
PATH, OUTPUT_PATH, THEME = "content", "output", "theme"
ARTICLE_PATHS = ["news"]
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
DEFAULT_LANG, TIMEZONE = "zh-CN", "Asia/Shanghai"
SLUGIFY_USE_UNICODE = True

ARTICLE_URL = ARTICLE_SAVE_AS = "news/{slug}.html"
TAG_URL = TAG_SAVE_AS = "topics/{slug}.html"
CATEGORY_URL = CATEGORY_SAVE_AS = "columns/{slug}.html"
MONTH_ARCHIVE_URL = MONTH_ARCHIVE_SAVE_AS = "months/{date:%Y-%m}.html"
AUTHOR_SAVE_AS = AUTHORS_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"
PAGINATED_TEMPLATES = {"tag": 20, "category": 20}
PAGINATION_PATTERNS = [
    (1, "{name}{extension}", "{name}{extension}"),
    (2, "{name}/page/{number}{extension}", "{name}/page/{number}{extension}"),
]

FEED_ALL_ATOM = "feed.xml"
TAG_FEED_ATOM = "topics/{slug}/feed.xml"
CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
FEED_MAX_ITEMS = 20


class Neighbours:
    """Pelican has no links from article to article in order of date; this plugin gives it some."""

    @staticmethod
    def join(generator: Any) -> None:
        newer = None
        for article in generator.articles:  # the newest first
            article.newer, article.older = newer, None
            if newer:
                newer.older = article
            newer = article

    @classmethod
    def register(cls) -> None:
        signals.article_generator_finalized.connect(cls.join)


PLUGINS = [Neighbours]
