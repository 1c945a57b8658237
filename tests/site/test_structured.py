"""The structured data of an article's page says what facts.json and the manuscript say, and nothing else."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin

import pytest
import yaml

from plugins.articles.structured import news_article
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
        (data,) = DATA.findall(page.read_text("utf-8"))
        found[f"/articles/{page.name}"] = json.loads(data)
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
            assert article.get(name) == front.get(name)
        told = [person["name"] for person in article.get("isBasedOn", {}).get("author", [])]
        assert told == front.get("source_reporters", [])
        assert "publisher" not in article  # no manuscript names one


def article(**values: Any) -> dict[str, Any]:
    fields = dict.fromkeys(("subtitle", "summary", "author", "editor", "source"), "")
    lists: dict[str, list[Any]] = {name: [] for name in ("topics", "tags", "reporters", "corrections")}
    return fields | lists | {"title": "一篇", "time": "2026-03-01", "column": None, "series": None} | values


def test_what_looks_like_a_tag_stays_in_its_script() -> None:
    entry = FigureEntry(Figure(0, 2, "3门", 3.0, None, "eq", "门", '"url":"#</script>'), "f-1", "<!--3门")
    text = news_article(
        article(title="</script>"),
        "/x.html",
        "",
        mentions("x", [0], folded(rows([entry])), values([entry], ["2026-03-01"])),
    )
    assert "<" not in text
    said = json.loads(text)
    assert said["headline"] == "</script>"
    (mention,) = said["mentions"]
    assert (mention["name"], mention["url"]) == ('"url":"#</script>', "/x.html#f-1")


def test_what_the_manuscript_does_not_say_is_not_said() -> None:
    assert json.loads(news_article(article(), "/x.html", "+08:00", "")).keys() == {
        "@context", "@type", "url", "headline", "inLanguage", "datePublished",
    }  # fmt: skip


def test_the_hour_stands_with_its_time_zone() -> None:
    told = json.loads(news_article(article(time="2026-03-01 09:00"), "/x.html", "+08:00", ""))
    assert told["datePublished"] == "2026-03-01T09:00+08:00"
