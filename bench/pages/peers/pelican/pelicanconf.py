"""A site of the bench's corpus with stock Pelican and the theme that it comes with; all else as Pelican has it."""

import os

SITENAME = AUTHOR = "测速样报"
SITEURL = os.environ["BENCH_SITEURL"]
PATH, OUTPUT_PATH = "content", "output"
DEFAULT_LANG, TIMEZONE = "zh-CN", "Asia/Shanghai"
FEED_ALL_ATOM = "feeds/all.atom.xml"
CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
