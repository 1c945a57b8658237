"""Share cards of articles: which there are, and what each shows. A card is drawn anew when something on it changes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from plugins.archive import Archive, Page, digest
from plugins.cards import HEIGHT, WIDTH, Card, card, draw

from .settings import ArticleSettings

CARDS = """
    SELECT m.path, m.slug, m.title, COALESCE(k.topic, '') AS topic FROM manuscripts m
    LEFT JOIN memberships k ON k.path = m.path AND k.rank = 0 WHERE m.kind = 'article' AND m.published = 1
"""
ONE_CARD = f"{CARDS} AND m.path = :path"
NO_FONT = (
    "没有找到可以画分享图的中文字体，这次没有分享图（og:image），其余照旧。要有分享图，请安装思源宋体、思源黑体"
    "（Debian、Ubuntu：fonts-noto-cjk），或在设置 SHARE_CARD_FONTS 里写明字体文件。"
)


def address(slug: str) -> str:
    return f"cards/{slug}.png"


def shown(of: Card, slug: str, site_url: str) -> dict[str, Any]:
    """What an article's page says of its card."""
    return {"url": f"{site_url}/{address(slug)}", "width": WIDTH, "height": HEIGHT, "alt": of.said}


class ShareCards:
    """One picture for each published article."""

    name = "share-cards"
    template = ""

    def __init__(self, settings: ArticleSettings) -> None:
        self.settings = settings
        self.faces = settings.faces()

    def remarks(self, _: Archive | None = None) -> list[str]:
        """What the build's report has to say once."""
        wanted = self.settings.SHARE_CARDS and self.settings.SITEURL
        return [NO_FONT] if wanted and self.faces is None else []

    def plan(self, archive: Archive, scopes: Collection[str] | None = None) -> Iterator[Page]:
        if self.faces is None:
            return
        if scopes is None:
            rows = archive.ask(CARDS)
            leaders = {row["path"]: row for row in archive.fetch("facts.first_leaders")}
        else:
            rows = [row for path in scopes for row in archive.ask(ONE_CARD, path=path)]
            leaders = {row["path"]: row for path in scopes for row in archive.fetch("facts.first_leader", path=path)}
        for row in rows:
            of = self.card(row["title"], row["topic"], leaders.get(row["path"]))
            yield Page(
                address(row["slug"]), row["path"], digest([of, self.faces.mark]), listed=False, scope=row["path"]
            )

    def scopes_of(self, archive: Archive, path: str) -> list[str]:
        """The article itself, where there are cards."""
        return [path] if self.faces is not None and path.startswith("articles/") else []

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        (row,) = archive.ask(ONE_CARD, path=key)
        leaders = archive.fetch("facts.first_leader", path=key)
        return {"card": self.card(row["title"], row["topic"], leaders[0] if leaders else None)}

    def card(self, title: str, topic: str, leader: dict[str, Any] | None) -> Card:
        """`leader` has `anchor`, `written` and `label`."""
        named = leader and (leader["anchor"], leader["written"], leader["label"])
        return card(self.settings.SITENAME, title, topic, named or None)

    def render(self, inputs: dict[str, Any]) -> bytes:
        assert self.faces is not None
        return draw(inputs["card"], self.faces)
