"""Old figures that still lead a topic page."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.proof.sheets import Sheet, cache_of_sheets
from plugins.proof.types import Draft, Rule

TOPICS = "SELECT title FROM manuscripts WHERE kind = 'topic' ORDER BY slug"


class AgeStale(Rule):
    """What a topic page shows large and nobody has renewed."""

    name = "age_stale"

    def close(self) -> Iterator[Draft]:
        settings, archive = self.matter.settings, self.matter.archive
        found: dict[tuple[str, str], tuple[str, list[str]]] = {}
        for topic in archive.ask(TOPICS):
            shown = {"topic": topic["title"], "recent": settings.TOPIC_RECENT, "limit": settings.TOPIC_FIGURES}
            for leader in archive.fetch("facts.leaders_of_topic", **shown):
                if self.matter.asked(leader["path"]) and self.is_old(leader["as_of"]):
                    place = leader["path"], leader["anchor"]
                    found.setdefault(place, (leader["as_of"], []))[1].append(topic["title"])
        sheet = cache_of_sheets(self.matter.archive)
        for (path, anchor), (as_of, topics) in found.items():
            yield from self.told(sheet(path), anchor, as_of, topics)

    def told(self, sheet: Sheet, anchor: str, as_of: str, topics: list[str]) -> Iterator[Draft]:
        for reading in sheet.readings:
            if reading.anchor == anchor:
                shown = "、".join(f"“{topic}”" for topic in topics)
                months = self.matter.settings.PROOF_OLD_MONTHS
                yield self.draft("old", sheet.figure(reading), as_of=as_of, topics=shown, months=months)

    def is_old(self, as_of: str) -> bool:
        """By the last month of what its date says: 2024 is 2024-12."""
        year, month = int(as_of[:4]), int(as_of[5:7] or 12)
        today = self.matter.today
        return (today.year - year) * 12 + today.month - month >= self.matter.settings.PROOF_OLD_MONTHS
