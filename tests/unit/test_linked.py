"""Structured data of pages that are no articles: what is said, in which order, and that no tag can end the script."""

from __future__ import annotations

import json
from typing import Any

from plugins.linked import Linked, script

LINKED = Linked({"name": "小站", "tagline": "说明"}, lambda path: f"https://a.example/b{path}")
PAGE = {"title": "要闻</script>", "description": "新的事", "path": "/columns/news/"}


def test_the_way_to_a_page_ends_with_the_page_itself() -> None:
    said = json.loads(LINKED.breadcrumb([{"title": "首页", "path": "/"}], "要闻"))
    assert said["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "首页", "item": "https://a.example/b/"},
        {"@type": "ListItem", "position": 2, "name": "要闻"},
    ]


def test_a_collection_lists_its_articles_and_ends_no_script() -> None:
    text = LINKED.collection(PAGE, [{"path": "/articles/a.html"}, {"path": "/articles/b.html"}])
    assert "<" not in text
    said = json.loads(text)
    assert (said["name"], said["url"]) == ("要闻</script>", "https://a.example/b/columns/news/")
    assert [(item["position"], item["url"]) for item in said["mainEntity"]["itemListElement"]] == [
        (1, "https://a.example/b/articles/a.html"), (2, "https://a.example/b/articles/b.html"),
    ]  # fmt: skip
    assert "mainEntity" not in json.loads(LINKED.collection(PAGE))


def test_a_site_says_how_to_search_it_where_it_can_be_searched() -> None:
    action: dict[str, Any] = json.loads(LINKED.website("/search/"))["potentialAction"]
    assert action["target"]["urlTemplate"] == "https://a.example/b/search/?q={search_term_string}"
    assert action["query-input"] == "required name=search_term_string"
    assert "potentialAction" not in json.loads(LINKED.website())


def test_what_is_empty_is_left_out() -> None:
    assert script({"a": "", "b": [], "c": None, "d": "字"}) == '{"d":"字"}'
