"""The dates under which articles went out, kept from release to release: whoever moves one has to say so.

In the release's work folder, which is a cache: where it is lost, the next release has nothing to compare with.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Protocol

NAME = "dates.json"
ARTICLES = "SELECT address, date FROM manuscripts WHERE kind = 'article' AND published = 1"

Dates = dict[str, str]
"""Day, or day and minute, by the article's site path."""


class Asked(Protocol):
    """An archive, as far as this has use for it."""

    def ask(self, sql: str, **values: object) -> list[Any]: ...


def dates_of(archive: Asked) -> Dates:
    """Of what is about to go out."""
    return {f"/{row['address']}": row["date"] for row in archive.ask(ARTICLES)}


def dates_before(work: Path) -> Dates:
    """Of what went out before; nothing is known where that was not noted."""
    try:
        found = json.loads((work / NAME).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(path): str(date) for path, date in found.items()} if isinstance(found, dict) else {}


def note_dates(work: Path, dates: Dates) -> None:
    """Notes what has gone out. An article that was withdrawn keeps its date, should it come back."""
    fresh = work / f"{NAME}.new"
    fresh.write_text(json.dumps(dates_before(work) | dates, ensure_ascii=False, indent=0) + "\n", "utf-8")
    fresh.replace(work / NAME)
