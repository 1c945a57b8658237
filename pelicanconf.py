"""The site's settings: values only. `docs/settings.md` has a line for each name of ours; the rest are Pelican's."""

import sys
from pathlib import Path

from jinja2 import StrictUndefined

# The `pelican` command, unlike `python -m pelican`, doesn't look for modules where it is called.
sys.path.insert(0, str(Path(__file__).resolve().parent))

from plugins.press.host import HubPelican

PELICAN_CLASS = HubPelican
PLUGINS = [
    "plugins.home",
    "plugins.articles",
    "plugins.topics",
    "plugins.columns",
    "plugins.facts",
    "plugins.timeline",
    "plugins.ledger",
    "plugins.datasets",
    "plugins.pages",
    "plugins.offline",
    "plugins.search",
    "plugins.syndication",
    "plugins.styleguide",
    "plugins.fonts",
]

PATH = "content"
OUTPUT_PATH = "output"
CACHE_PATH = ".cache"
THEME = "theme"
THEME_TEMPLATES_OVERRIDES = [str(Path(__file__).resolve().parent / "theme" / "components")]
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "undefined": StrictUndefined,
}
READERS = {"rst": None, "html": None}
DEFAULT_LANG = "zh-CN"
TIMEZONE = "Asia/Shanghai"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

STYLEGUIDE = True
SITEURL = ""
SITENAME = "济南党建融媒"
SITE_TAGLINE = "济南党建报道的专题、数字与大事，每个数字都能回到原句。"
SITE_NOTE = "本站为演示站点，内容据公开报道改写，每个数字均可追溯到原句。"
SITE_IDENTITY = {
    "主办单位": "",
    "联系方式": "",
    "ICP备案": "",
    "公安备案": "",
    "网站标识码": "",
}
NAVIGATION = (
    ("首页", "/", "home"),
    ("专题", "/topics/", "topics"),
    ("栏目", "/columns/", "columns"),
    ("大事记", "/timeline/", "timeline"),
    ("数据", "/data/", "data"),
    ("往期", "/archive/", "archive"),
    ("搜索", "/search/", "search"),
)
SERIES_SLUGS = {
    "先锋领航 建设“强新优富美高”新时代社会主义现代化强省会融媒策划": "xianfeng-linghang",
}
FEED_AUTHORITY = "jinan-dangjian-hub.invalid,2026"
