"""One fault each in what the norms ask of a site in production; held against `good_site.PRODUCTION`."""

from __future__ import annotations

from tests.unit.numeral_cases import Case

ARTICLE, HOME, COLUMN = "articles/lane.html", "index.html", "columns/news/index.html"
TAGS, IDENTITY, DATES = "page_tags_present", "identity_complete", "dates_are_honest"
DAY = "2026-03-02"
STRUCTURED = frozenset({"numerals_are_backed"})

CASES = [
    Case(TAGS, "lacking", "404.html", '<meta name="SiteName" content="小站">', "", "404.html"),
    Case(TAGS, "lacking", COLUMN, "SiteDomain", "sitedomain", COLUMN),
    Case(TAGS, "lacking", COLUMN, '"SiteIDCode" content="0000000001"', '"SiteIDCode" content=" "', COLUMN),
    Case(TAGS, "lacking", COLUMN, "ColumnName", "Column", COLUMN),
    Case(TAGS, "lacking", ARTICLE, '<meta name="ContentSource" content="小站">', "", ARTICLE),
    Case(TAGS, "twice", ARTICLE, '<meta name="Article', '<meta name="Author" content="甲">' * 2 + '<meta name="Article',
         ARTICLE),
    Case(TAGS, "differs", ARTICLE, 'ArticleTitle" content="小巷"', 'ArticleTitle" content="大街"', ARTICLE),
    Case(TAGS, "differs", HOME, 'SiteDomain" content="hub.example"', 'SiteDomain" content="other.example"', HOME),
    Case(TAGS, "form", ARTICLE, f'"PubDate" content="{DAY} 09:00"', f'"PubDate" content="{DAY}T09:00"', ARTICLE),
    Case(TAGS, "no_minute", ARTICLE, f'"PubDate" content="{DAY} 09:00"', f'"PubDate" content="{DAY}"', ARTICLE),
    Case(TAGS, "column_blank", COLUMN, 'Keywords" content="巷"', 'Keywords" content=""', "columns/index.html"),
    Case(IDENTITY, "unseen", HOME, "<dd>备1号</dd>", "<dd>备3号</dd>", HOME),
    Case(IDENTITY, "no_guide", HOME, ">网站地图<", ">地图<", HOME),
    Case("home_is_fresh", "nothing", HOME, f'<time datetime="{DAY}">2026年3月2日</time>', "", HOME,
         frozenset({"items_are_dated"})),
    Case("columns_are_fresh", "empty", COLUMN, f'<time datetime="{DAY}">2026年3月2日</time>', "", COLUMN,
         frozenset({"items_are_dated"})),
    Case("items_are_dated", "card", COLUMN, f'<time datetime="{DAY}">2026年3月2日</time>', "", f"{COLUMN}:9",
         frozenset({"columns_are_fresh"})),
    Case("items_are_dated", "article", ARTICLE, f'<time datetime="{DAY}">2026年3月2日</time>', "", ARTICLE,
         STRUCTURED | {"exports_are_backed"}),
    Case(DATES, "differ", ARTICLE, f'"datePublished": "{DAY}"', '"datePublished": "2026-03-01"', ARTICLE, STRUCTURED),
]  # fmt: skip
