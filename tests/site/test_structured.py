"""The structured data of an article's page says what facts.json and the manuscript say, and nothing else."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin

import pytest
import yaml

from plugins.articles.settings import ArticleSettings
from plugins.articles.structured import Teller
from plugins.facts.export import values
from plugins.facts.markup import folded, rows
from plugins.facts.observations import mentions
from plugins.manuscripts.types import FigureEntry
from plugins.zhtext.types import Figure

ROOT = Path(__file__).resolve().parents[2]
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@pytest.fixture(scope="module")
def articles(site: Path) -> dict[str, dict[str, Any]]:
    """The structured data of every article by its site path."""
    found = {}
    for page in sorted((site / "articles").glob("*.html")):
        data = map(json.loads, DATA.findall(page.read_text("utf-8")))
        (found[f"/articles/{page.name}"],) = (one for one in data if one["@type"] == "NewsArticle")
    return found


def as_observed(fact: dict[str, Any]) -> dict[str, Any]:
    """A figure of facts.json by the names of schema.org."""
    ends = {
        "eq": ["value"], "approx": ["value"], "ge": ["minValue"], "le": ["maxValue"], "range": ["minValue", "maxValue"],
    }[fact["bound"]]  # fmt: skip
    told = {
        "@type": "Observation", "identifier": fact["id"], "name": fact["label"],
        "disambiguatingDescription": fact["text"], "observationDate": fact["as_of"], "description": fact["sentence"],
        "url": f"{fact['article']}#{fact['anchor']}", **dict(zip(ends, (fact["value"], fact["high"]), strict=False)),
    }  # fmt: skip
    return told | ({"unitText": fact["unit"]} if fact["unit"] else {})


def test_what_is_mentioned_is_what_facts_json_says(site: Path, articles: dict[str, dict[str, Any]]) -> None:
    facts = {fact["id"]: fact for fact in json.loads((site / "data/facts.json").read_text("utf-8"))}
    mentioned = [mention for article in articles.values() for mention in article.get("mentions", [])]
    assert mentioned == [as_observed(facts[mention["identifier"]]) for mention in mentioned]
    assert {fact["article"] for fact in facts.values() if fact["label"]} == {
        path for path, article in articles.items() if article.get("mentions")
    }


def test_what_is_mentioned_leads_to_its_element(site: Path, articles: dict[str, dict[str, Any]]) -> None:
    for path, article in articles.items():
        page = (site / path.lstrip("/")).read_text("utf-8")
        for mention in article.get("mentions", []):
            address, anchor = urldefrag(urljoin(path, mention["url"]))
            assert address == path
            assert f'<data id="{anchor}"' in page


def test_an_article_says_what_its_manuscript_says(articles: dict[str, dict[str, Any]]) -> None:
    for file in (ROOT / "content/articles").rglob("*.md"):
        front = yaml.safe_load(file.read_text("utf-8").split("---\n")[1])
        article = articles.get(f"/articles/{front['slug']}.html", {})
        if front.get("status", "published") != "published":
            continue
        assert article["@type"] == "NewsArticle"
        assert article["headline"] == front["title"]
        assert article["datePublished"][:10] == str(front["date"])[:10]
        for name in ("author", "editor"):
            assert article.get(name, {}).get("name") == front.get(name)
        reporters = [person["name"] for person in article.get("isBasedOn", {}).get("author", [])]
        assert reporters == front.get("source_reporters", [])
        assert article["publisher"]["name"] == "济南党建融媒"  # no manuscript names one: it is the site itself


def article(**values: Any) -> dict[str, Any]:
    fields = dict.fromkeys(("subtitle", "summary", "author", "editor", "source", "image"), "")
    lists: dict[str, list[Any]] = {name: [] for name in ("topics", "tags", "reporters", "corrections")}
    about = {"title": "一篇", "time": "2026-03-01", "path": "/x.html", "column": None, "series": None}
    return fields | lists | about | values


def told(mentions: str = "", **values: Any) -> dict[str, Any]:
    """What is said of an article; the site's name is 小站, its address none."""
    teller = Teller(ArticleSettings(SITENAME="小站"))
    found: dict[str, Any] = json.loads(teller.news_article(article(**values), mentions))
    return found


def test_what_looks_like_a_tag_stays_in_its_script() -> None:
    entry = FigureEntry(Figure(0, 2, "3门", 3.0, None, "eq", "门", '"url":"#</script>'), "f-1", "<!--3门")
    found = mentions("x", [0], folded(rows([entry])), values([entry], ["2026-03-01"]))
    text = Teller(ArticleSettings()).news_article(article(title="</script>"), found)
    assert "<" not in text
    said = json.loads(text)
    assert said["headline"] == "</script>"
    (mention,) = said["mentions"]
    assert (mention["name"], mention["url"]) == ('"url":"#</script>', "/x.html#f-1")


def test_what_the_manuscript_does_not_say_is_not_said() -> None:
    said = told()
    assert said.keys() == {"@context", "@type", "url", "headline", "inLanguage", "datePublished", "publisher"}
    assert said["publisher"]["name"] == "小站"


def test_the_hour_stands_with_its_time_zone() -> None:
    assert told(time="2026-03-01 09:00")["datePublished"] == "2026-03-01T09:00+08:00"


def test_a_correction_is_told_with_its_day_and_changes_when_the_article_was_modified() -> None:
    first, last = {"date": "2026-03-02", "text": "改甲。"}, {"date": "2026-03-03 08:00", "text": "改乙。"}
    said = told(corrections=[last, first], author="某人")
    assert said["dateModified"] == "2026-03-03T08:00+08:00"
    assert [(one["@type"], one["text"], one["datePublished"]) for one in said["correction"]] == [
        ("CorrectionComment", "改乙。", "2026-03-03T08:00+08:00"), ("CorrectionComment", "改甲。", "2026-03-02"),
    ]  # fmt: skip
    assert said["author"] == {"@type": "Person", "name": "某人"}


def test_the_publisher_is_who_answers_for_the_site() -> None:
    settings = ArticleSettings(SITENAME="小站", SITEURL="https://a.example/b", SITE_IDENTITY={"主办单位": "某单位"})
    said = json.loads(Teller(settings).news_article(article(image="https://a.example/b/images/x.png"), ""))
    assert said["publisher"] == {"@type": "Organization", "name": "某单位", "url": "https://a.example/b/"}
    assert said["url"] == "https://a.example/b/x.html"
    assert Teller(settings).absolute("/b/images/x.png") == "https://a.example/b/images/x.png"
