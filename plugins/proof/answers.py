"""What editors have answered already: `differs` of a figure, `hide` of a doubtful one, `checked` of any words.

An answered draft is no finding. An answer may stand in any of the articles that the draft speaks of.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from plugins.archive import Archive
from plugins.manuscripts import front_matter

from .types import Draft, Spot


class Answers:
    """The answers of all articles; those in front matter are read when they are asked for."""

    def __init__(self, archive: Archive, source: Callable[[str], bytes]) -> None:
        self._source = source
        self._explained = {(row["path"], row["anchor"]) for row in archive.fetch("facts.explained")}
        self._fronts: dict[str, dict[str, Any]] = {}

    def settle(self, draft: Draft) -> bool:
        """Whether an editor has answered it."""
        return any(self._answers(draft.rule, spot) for spot in (draft.spot, *draft.related))

    def _answers(self, rule: str, spot: Spot) -> bool:
        if (spot.path, spot.anchor) in self._explained:
            return True
        if spot.path not in self._fronts:
            self._fronts[spot.path] = front_matter(self._source(spot.path))
        front = self._fronts[spot.path]
        if rule == "doubt_figure" and any(
            one.get("hide") and one["text"] == spot.words for one in front.get("facts", ())
        ):
            return True
        return any(
            item.get("rule", rule) == rule and (spot.words in item["text"] or item["text"] in spot.words)
            for item in front.get("checked", ())
        )
