"""学习包: a topic as one file, with its lead, figures, events and articles, styles and pictures inside.

It holds what the editors picked and the newest, up to `STUDY_PACK_ARTICLES`, and says so: with all of a topic of two
thousand articles it would weigh many megabytes, and every new one would write them again.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from sqlite3 import Row
from typing import Any

from plugins.archive import Archive, Page, date_zh, digest, root, site_path

from .packing import anchor, data_address, packed, place, with_pictures
from .settings import TopicSettings
from .tables import TOPIC, topic_rows

FEW_PICTURES = 12
"""Up to so many pictures come in the width of the column; more of them come in that of a telephone."""
MOST_PICTURES = 60
"""More are left out, which the file says, and the build, too."""
LEFT_OUT = "专题“{title}”的学习包只收 {most} 幅图，另有 {count} 幅没有收进，文件里写明了。"
PICTURES = "SELECT COUNT(*) FROM pictures"
CHOSEN = """
    WITH picked AS (
        SELECT m.path, l.rowid AS rank FROM links l JOIN manuscripts m ON m.path = l.target
        WHERE l.path = :topic_path AND l.place = 'picks' AND m.published AND m.kind = 'article' LIMIT :most
    ), newest AS (
        SELECT k.path FROM memberships k WHERE k.topic = :topic AND k.published = 1
        ORDER BY k.date DESC, k.slug DESC LIMIT :most
    ), chosen AS (
        SELECT path FROM picked UNION ALL
        SELECT path FROM (SELECT path FROM newest WHERE path NOT IN (SELECT path FROM picked))
        LIMIT :most
    )
    SELECT m.path, m.address, m.title, m.date, m.card_stamp || m.body_stamp AS stamp,
        (SELECT group_concat(l.target || COALESCE(o.address, p.key)) FROM links l
         LEFT JOIN manuscripts o ON o.path = l.target LEFT JOIN pictures p ON p.path = l.target
         WHERE l.path = m.path) AS links
    FROM chosen JOIN manuscripts m USING (path) ORDER BY m.date DESC, m.slug DESC
"""
"""The articles of the file, the newest first, with all that they show."""
COUNT = "SELECT COUNT(*) AS count FROM memberships WHERE topic = :topic AND published = 1"
BODY = "SELECT card, html, details FROM manuscripts JOIN bodies USING (path) WHERE path = :path"
HOLDING = """
    SELECT t.slug FROM memberships k CROSS JOIN manuscripts t ON t.kind = 'topic' AND t.title = k.topic
    WHERE k.path = :path
    UNION SELECT slug FROM manuscripts WHERE path = :path AND kind = 'topic'
    UNION SELECT t.slug FROM links l JOIN manuscripts t ON t.path = l.path WHERE l.target = :path AND t.kind = 'topic'
    UNION SELECT t.slug FROM links l JOIN memberships k ON k.path = l.path
    CROSS JOIN manuscripts t ON t.kind = 'topic' AND t.title = k.topic WHERE l.target = :path
    UNION SELECT t.slug FROM links l JOIN links p ON p.target = l.path AND p.place = 'picks'
    JOIN manuscripts t ON t.path = p.path WHERE l.target = :path
"""
"""Topics in whose file a manuscript may have a part: as itself, or as what an article in it links to."""


class StudyPacks:
    """One file for each topic that has articles."""

    name = "study-packs"
    template = "packs/study-pack.html"
    inward = True
    apart = True
    aside = True

    def __init__(self, settings: TopicSettings) -> None:
        self.settings = settings
        self.root = root(settings.SITEURL)

    def plan(self, archive: Archive, scopes: Collection[str] | None = None) -> Iterator[Page]:
        for row in topic_rows(archive, scopes) if self.settings.STUDY_PACK_ARTICLES else ():
            chosen = self._chosen(archive, row)
            if chosen:
                stamps = [tuple(article) for article in chosen]
                lead = archive.resolve(row["path"], row["html"].decode(), self.root)
                shown = [row["card"], lead, stamps, *self._drawn(archive, row)]
                yield Page(address(row["slug"]), row["slug"], digest(shown), listed=False, scope=row["slug"])

    def remarks(self, archive: Archive) -> list[str]:
        """Which files lack pictures. Only a site with many is asked about its topics."""
        if not self.settings.STUDY_PACK_ARTICLES or archive.ask(PICTURES)[0][0] <= MOST_PICTURES:
            return []
        left = {
            row["title"]: self._pictures(archive, row, self._chosen(archive, row)).left
            for row in topic_rows(archive, None)
        }
        return [LEFT_OUT.format(title=title, most=MOST_PICTURES, count=count) for title, count in left.items() if count]

    def scopes_of(self, archive: Archive, path: str) -> list[str]:
        return [row["slug"] for row in archive.ask(HOLDING, path=path)]

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        (row,) = archive.ask(TOPIC, slug=key)
        chosen = self._chosen(archive, row)
        numbers = {site_path(article["address"]): number for number, article in enumerate(chosen, 1)}
        figures, events, count = self._drawn(archive, row)
        pictures = self._pictures(archive, row, chosen)
        title = row["title"]
        return {
            "page": {"title": f"学习包：{title}", "description": f"专题“{title}”的学习包。", "section": "", "feed": ""},
            "topic": {"title": title, "path": site_path(row["address"])},
            "lead": self._body(archive, pictures, row["path"], row["html"].decode(), 0, numbers),
            "figures": [self._within(figure, numbers) for figure in figures],
            "events": [self._within(event, numbers) for event in events],
            "articles": [self._article(archive, pictures, article, numbers) for article in chosen],
            "count": count,
            "pictures_left": pictures.left,
            "newest": date_zh(chosen[0]["date"][:10]),
        }

    def _chosen(self, archive: Archive, row: Row) -> list[Row]:
        most = self.settings.STUDY_PACK_ARTICLES
        return archive.ask(CHOSEN, topic=row["title"], topic_path=row["path"], most=most)

    @staticmethod
    def _pictures(archive: Archive, row: Row, chosen: list[Row]) -> _Pictures:
        return _Pictures(archive, [row["path"], *(article["path"] for article in chosen)])

    def _drawn(self, archive: Archive, row: Row) -> tuple[list[dict[str, Any]], list[dict[str, Any]], int]:
        """The figures and events of the topic's page, and how many articles it has."""
        settings, recent = self.settings, {"topic": row["title"], "recent": self.settings.TOPIC_RECENT}
        (counted,) = archive.ask(COUNT, topic=row["title"])
        figures = archive.fetch("facts.leading_of_topic", limit=settings.TOPIC_FIGURES, **recent)
        events = archive.fetch("timeline.of_topic", limit=settings.TOPIC_EVENTS, **recent)
        return figures, events, counted["count"]

    def _within(self, piece: dict[str, Any], numbers: dict[str, int]) -> dict[str, Any]:
        """A figure or event with its link led inward."""
        return piece | {"to": place(piece["path"], numbers, self.settings.SITEURL)}

    def _article(self, archive: Archive, pictures: _Pictures, row: Row, numbers: dict[str, int]) -> dict[str, Any]:
        (stored,) = archive.ask(BODY, path=row["path"])
        number = numbers[site_path(row["address"])]
        details: dict[str, Any] = json.loads(stored["details"])
        card = archive.as_card(stored["card"])
        html = self._body(archive, pictures, row["path"], stored["html"].decode(), number, numbers)
        return card | details | {"anchor": anchor(number), "html": html}

    def _body(  # noqa: PLR0913, PLR0917 - what a body hangs on
        self, archive: Archive, pictures: _Pictures, path: str, html: str, number: int, numbers: dict[str, int]
    ) -> str:
        inside = with_pictures(html, lambda name: pictures.attributes(path, name))
        return packed(archive.resolve(path, inside, self.root), number, numbers, self.root, self.settings.SITEURL)


def address(slug: str) -> str:
    """Where a topic's file is."""
    return f"topics/{slug}/study-pack.html"


class _Pictures:
    """The pictures of the file, each as `data:` in a width that follows from how many there are."""

    def __init__(self, archive: Archive, paths: list[str]) -> None:
        self.archive = archive
        self.sheets = {path: archive.pictures(path) for path in paths}
        names = list(dict.fromkeys(name for sheets in self.sheets.values() for name in sheets))
        self.kept = set(names[:MOST_PICTURES])
        self.left = len(names) - len(self.kept)
        self.width = 960 if len(names) <= FEW_PICTURES else 480

    def attributes(self, path: str, name: str) -> str:
        """What its tag says of source and size; "" for one too many."""
        if name not in self.kept:
            return ""
        sheet = self.sheets[path][name]
        smallest, *wider = sheet.names("webp")
        width, file = [smallest, *(entry for entry in wider if entry[0] <= self.width)][-1]
        height = max(1, round(sheet.height * width / sheet.width))
        return f' src="{data_address(self.archive.shelf.read(file), "image/webp")}" width="{width}" height="{height}"'
