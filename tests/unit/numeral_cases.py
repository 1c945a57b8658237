"""One fault each in what the good site shows of figures: a digit, a dropped 余, a wrong date."""

from __future__ import annotations

from typing import NamedTuple


class Case(NamedTuple):
    """An edit of the good site, and the finding that must follow."""

    rule: str
    code: str
    file: str
    old: str
    new: str
    place: str  # path:line of the finding; the line may be left out
    also: frozenset[str] = frozenset()  # rules that rightly speak up too


ARTICLE, HOME, FEED = "articles/lane.html", "index.html", "feed.xml"
FACTS, EVENTS, SHEET = "data/facts.json", "data/events.json", "data/facts.csv"
NUMERALS, COUNTS, EXPORTS, FIGURES = (
    "numerals_are_backed",
    "counts_are_true",
    "exports_are_backed",
    "figures_are_backed",
)
CARD = "4盏路灯亮了，入住率高0.7个百分点"

CASES = [
    # What is quoted beside a link.
    Case(NUMERALS, "not_quoted", HOME, f"<p>{CARD}", "<p>5盏路灯亮了，入住率高0.7个百分点", f"{HOME}:15"),
    Case(NUMERALS, "not_quoted", HOME, f"<p>{CARD}", "<p>4盏路灯亮了，入住率高0.7%", f"{HOME}:15"),
    Case(NUMERALS, "not_quoted", HOME, f"<p>{CARD}", "<p>路灯亮了，入住率高7个百分点", f"{HOME}:15"),
    Case(NUMERALS, "not_quoted", HOME, 'lane.html">小巷</a></h2>', 'lane.html">30户人家的小巷</a></h2>', f"{HOME}:14"),
    Case(NUMERALS, "not_quoted", HOME, "巷口4盏路灯亮了", "巷口6盏路灯亮了", f"{HOME}:19"),
    Case(NUMERALS, "no_source", HOME, "<h1>首页</h1>", "<h1>首页有30余户</h1>", f"{HOME}:10"),
    Case(NUMERALS, "no_source", HOME, "<h1>首页</h1>", '<h1 aria-label="30余户">首页</h1>', HOME),
    Case(NUMERALS, "not_on_page", HOME, "<title>首页<", "<title>首页上的30户<", f"{HOME}:5"),
    # Dates.
    Case(NUMERALS, "other_date", HOME, ">2026年3月2日<", ">2026年3月3日<", f"{HOME}:16"),
    Case(NUMERALS, "not_quoted", HOME, '"2026-03-02">3月2日<', '"2026-03-05">3月5日<', f"{HOME}:18"),
    # An article's head.
    Case(NUMERALS, "not_in_body", ARTICLE, "<p>住着30余户</p>", "<p>住着31余户</p>", f"{ARTICLE}:10"),
    Case(NUMERALS, "not_in_body", ARTICLE, "<title>小巷<", "<title>80户的小巷<", f"{ARTICLE}:5"),
    Case(NUMERALS, "not_in_body_in_words", ARTICLE, "<title>小巷<", "<title>十来户的小巷<", f"{ARTICLE}:5"),
    # Charts, structured data, feeds.
    Case(NUMERALS, "not_in_table", HOME, "<text>30余户</text>", "<text>30户</text>", f"{HOME}:21"),
    Case(NUMERALS, "not_in_table", HOME, "<desc>人家：30余户", "<desc>人家：32余户", f"{HOME}:20"),
    Case(NUMERALS, "not_quoted", ARTICLE, '"description": "住着30余户"', '"description": "住着30户"', f"{ARTICLE}:18"),
    Case(NUMERALS, "not_quoted", ARTICLE, 'Published": "2026-03-02"', 'Published": "2026-03-01"', f"{ARTICLE}:18",
         frozenset({"dates_are_honest"})),
    Case(NUMERALS, "no_json", ARTICLE, '{"@type": "NewsArticle"', '{"@type" "NewsArticle"', f"{ARTICLE}:18"),
    Case(NUMERALS, "not_quoted", FEED, "住着30余户", "住着30户", f"{FEED}:12"),
    Case(NUMERALS, "not_quoted", FEED, "<title>小巷<", "<title>30户小巷<", f"{FEED}:9"),
    Case(NUMERALS, "not_quoted", FEED, "<published>2026-03-02", "<published>2026-03-01", f"{FEED}:10"),
    # Counts.
    Case(COUNTS, "differs", HOME, 'data-of="/hub/">1</span>', 'data-of="/hub/">2</span>', f"{HOME}:17"),
    Case(COUNTS, "differs", HOME, 'data-of="/hub/">1</b>', 'data-of="/hub/">7</b>', f"{HOME}:17"),
    Case(COUNTS, "differs", HOME, 'data-of="unit 户">1</i>', 'data-of="unit 户">2</i>', f"{HOME}:17"),
    Case(COUNTS, "differs", ARTICLE, ">27</b>", ">72</b>", f"{ARTICLE}:10"),
    Case(COUNTS, "unknown", ARTICLE, '"characters"', '"letters"', f"{ARTICLE}:10"),
    # Exports.
    Case(EXPORTS, "no_anchor", FACTS, '"anchor": "f1"', '"anchor": "f9"', FACTS, frozenset({NUMERALS})),
    Case(EXPORTS, "not_in_sentence", FACTS, "住着30余户", "住着三十户", FACTS),
    Case(EXPORTS, "no_sentence", FACTS, "巷子里住着", "巷子里只住着", FACTS),
    Case(EXPORTS, "no_article", FACTS, "lane.html", "gone.html", FACTS),
    Case(EXPORTS, "differs", EVENTS, '"text": "3月2日"', '"text": "3月"', EVENTS),
    Case(EXPORTS, "no_export", EVENTS, "[{", "[{{", EVENTS, frozenset({"leftover_placeholders", NUMERALS})),
    Case(EXPORTS, "no_export", SHEET, ",30,,", ",3x,,", SHEET, frozenset({COUNTS})),
    Case(EXPORTS, "misread", FACTS, '"value": 30', '"value": 31', FACTS),
    Case(EXPORTS, "misread", FACTS, '"bound": "ge"', '"bound": "eq"', FACTS),
    Case(EXPORTS, "misread", FACTS, '"unit": "户"', '"unit": "人"', FACTS),
    Case(EXPORTS, "misread", EVENTS, "2026-03-02", "2026-03-03", EVENTS, frozenset({NUMERALS})),
    Case(EXPORTS, "told_otherwise", ARTICLE, '"minValue": 30', '"minValue": 3', ARTICLE),
    Case(EXPORTS, "label", FACTS, "30余户的巷子", "40余户的巷子", FACTS),
    Case(EXPORTS, "told_otherwise", SHEET, "30余户的巷子", "巷子", SHEET),
    Case(EXPORTS, "told_otherwise", SHEET, ",30,,ge", ",20,,ge", SHEET),
    Case(EXPORTS, "title", SHEET, ",小巷,", ",大街,", SHEET),
    Case(EXPORTS, "published", SHEET, "2026-03-02", "2026-03-12", SHEET),
    Case(EXPORTS, "other_id", SHEET, "lane#f1", "lane#f2", SHEET),
]  # fmt: skip
