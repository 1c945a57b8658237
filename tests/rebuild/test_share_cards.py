"""Share cards in builds: one an article, drawn anew only when something on it changes, none where there is no font."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.articles.settings import ArticleSettings
from plugins.articles.share_cards import ShareCards
from plugins.cards import faces
from plugins.checks import run
from tests.rebuild.little import Little, files

ADDRESS = "https://hub.example/news"


@pytest.fixture
def carded(tmp_path: Path, tools: None) -> Little:
    """A small site with cards, built once."""
    assert faces() is not None
    site = Little(tmp_path, {"SITEURL": ADDRESS, "SHARE_CARDS": True})
    assert site.build().notes == []
    return site


def test_every_published_article_has_its_card(carded: Little) -> None:
    carded.replace("articles/c.md", "column: 要闻", "column: 要闻\nstatus: draft")
    carded.build()
    assert sorted(path.name for path in (carded.output / "cards").iterdir()) == ["a.png", "b.png"]
    for name in "ab":
        page = (carded.output / f"articles/{name}.html").read_text("utf-8")
        assert f'<meta property="og:image" content="{ADDRESS}/cards/{name}.png">' in page
        assert f'"image":"{ADDRESS}/cards/{name}.png"' in page
    assert "og:image" not in (carded.output / "drafts/c.html").read_text("utf-8")
    assert [one.render() for one in run(carded.output, site_url=ADDRESS) if one.rule == "cards_are_backed"] == []


def test_a_card_is_drawn_anew_when_something_on_it_changes(carded: Little) -> None:
    cards = {"cards/a.png", "cards/b.png", "cards/c.png"}
    carded.replace("articles/a.md", "第一批果苗运到山上", "头一批果苗运到山上")
    assert carded.printed() & cards == set()
    carded.replace("articles/a.md", "300余户", "310余户")
    first = carded.printed()
    carded.replace("articles/a.md", "title: 果园里的新路", "title: 果园里的路")
    assert carded.printed() & cards == {"cards/a.png"}
    carded.replace("topics/serve.md", "title: 为民服务", "title: 服务为民")
    for name in "bc":
        carded.replace(f"articles/{name}.md", "为民服务", "服务为民")
    assert carded.printed() & cards == {"cards/c.png"}  # b has another topic first
    assert files(carded.output) == carded.fresh()
    assert "articles/a.html" in first


def test_without_a_font_there_is_no_card_and_that_is_said_once(tmp_path: Path) -> None:
    fonts = {"SHARE_CARD_FONTS": (str(tmp_path / "none.ttf"),)}
    site = Little(tmp_path, {"SITEURL": ADDRESS, "SHARE_CARDS": True} | fonts)
    report = site.build()
    assert [note for note in report.notes if "og:image" in note] == report.notes
    assert len(report.notes) == 1
    assert not (site.output / "cards").exists()
    assert "og:image" not in (site.output / "articles/a.html").read_text("utf-8")


def test_a_site_without_an_address_or_the_wish_has_no_cards(tools: None) -> None:
    assert ArticleSettings(SITEURL=ADDRESS, SHARE_CARDS=True).faces() is not None
    for settings in (ArticleSettings(SHARE_CARDS=True), ArticleSettings(SITEURL=ADDRESS)):
        assert settings.faces() is None
        assert ShareCards(settings).remarks() == []


def test_a_font_that_comes_and_goes_brings_and_takes_the_cards(carded: Little) -> None:
    with_cards = files(carded.output)
    carded.overrides["SHARE_CARD_FONTS"] = ("nowhere.ttf",)
    carded.build()
    assert not (carded.output / "cards").exists()
    del carded.overrides["SHARE_CARD_FONTS"]
    carded.build()
    assert files(carded.output) == with_cards
