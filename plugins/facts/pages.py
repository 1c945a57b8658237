"""The ledger: every figure of the site with its sentence and article, grouped by topic."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from plugins.archive import Archive, Listing, Page, digest, holds, site_path, slices

from .markup import dated_pieces
from .queries import folder
from .settings import FactsSettings

SMALL = 1000
"""A ledger of fewer articles may come or go with the changes of one build, and the ledgers name each other."""

STAMPS = "SELECT stamp FROM ledger WHERE topic = :topic ORDER BY date, slug"
STARTS = "SELECT date, slug FROM ledger WHERE topic = :topic ORDER BY date, slug"
ENTRIES = """
    SELECT l.figures, m.title, m.address, r.as_of, r.dates, r.rows, r.more
    FROM ledger l CROSS JOIN manuscripts m USING (path) CROSS JOIN figure_rows r USING (path)
    WHERE l.topic = :topic AND (l.date, l.slug) >= (:date, :slug) ORDER BY l.date, l.slug LIMIT :count
"""


def groups(archive: Archive) -> list[dict[str, Any]]:
    """See the query."""
    return archive.fetch("facts.groups")


class LedgerPages:
    """A topic's figures, article by article, in pages numbered from the oldest. A scope is one topic's ledger."""

    name = "ledger-topic"
    template = "ledger-topic.html"

    def __init__(self, settings: FactsSettings) -> None:
        self.settings = settings

    def plan(self, archive: Archive, scopes: Collection[str] | None = None) -> Iterator[Page]:
        every = archive.once("facts.groups", groups)
        house = [[group["title"], group["path"]] for group in every]
        for group in every:
            if scopes is None or group["slug"] in scopes:
                stamps = [row[0] for row in archive.ask(STAMPS, topic=group["topic"])]
                listing = Listing(folder(group["slug"]), self.settings.LEDGER_LENGTH)
                for page in listing.plan(group["slug"], stamps, group["count"]):
                    yield Page(page.address, page.key, digest([page.stamp, house]), scope=group["slug"])

    def scopes_of(self, archive: Archive, path: str) -> Iterable[str]:
        """The ledgers of an article; all, for a topic or where one may come or go."""
        every = {group["topic"]: group["slug"] for group in archive.once("facts.groups", groups)}
        topics = [row["topic"] for row in archive.ask("SELECT topic FROM ledger WHERE path = :path", path=path)]
        if path.startswith("topics/") or any(self._is_small(archive, topic) for topic in topics):
            return every.values()
        return [every[topic] for topic in topics if topic in every]

    def _is_small(self, archive: Archive, topic: str) -> bool:
        return not archive.ask("SELECT 1 FROM ledger WHERE topic = :topic LIMIT 1 OFFSET :few", topic=topic, few=SMALL)

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        slug, _, number = key.partition("#")
        every = archive.once("facts.groups", groups)
        (group,) = (group for group in every if group["slug"] == slug)
        count, starts = archive.once(f"facts.starts {slug}", lambda archive: self._starts(archive, group["topic"]))
        parts = slices(count, self.settings.LEDGER_LENGTH)
        part = parts[int(number) - 1]
        date, first = starts[part.number - 1]
        rows = archive.ask(ENTRIES, topic=group["topic"], date=date, slug=first, count=part.end - part.start)
        return {
            "page": {
                "title": f"数据台账：{group['title']}", "description": f"“{group['title']}”稿件里的每个数字。",
                "section": "data", "feed": "",
            },
            "group": group if part.newest else group | {"count": 0},
            "entries": [
                {"article": {"title": row["title"], "path": site_path(row["address"])}, "count": row["figures"],
                 **holds(row["as_of"]), "pieces": dated_pieces(row["rows"], row["dates"], row["more"])}
                for row in reversed(rows)
            ],
            "siblings": [
                {"title": other["title"], "path": other["path"]} for other in every if other["slug"] != slug
            ],
            **Listing(folder(slug), self.settings.LEDGER_LENGTH).links(parts, part.number),
        }  # fmt: skip

    def _starts(self, archive: Archive, topic: str) -> tuple[int, Sequence[tuple[str, str]]]:
        """How many articles a ledger has, and the first of each of its pages."""
        rows = archive.ask(STARTS, topic=topic)
        return len(rows), [(row["date"], row["slug"]) for row in islice(rows, 0, None, self.settings.LEDGER_LENGTH)]
