"""One compiled manuscript as rows: what others show of it (card), what its own page shows (body), and their stamps.

Each is written down once, as templates get it, and its stamp is of the very text that is written down. A neighbour
shows less than the card: title, address and day have a stamp of their own.
"""

from __future__ import annotations

import hashlib
import json
import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from plugins.manuscripts.types import Kind, Manuscript

from .families import site_path

FOLDERS: dict[Kind, str] = {"article": "articles", "page": "pages"}


def address_of(manuscript: Manuscript) -> str:
    """Where the manuscript's own page is printed, relative to the output folder. It depends on the slug alone."""
    slug = manuscript.front["slug"]
    if manuscript.kind == "article" and manuscript.front.get("status") == "draft":
        return f"drafts/{slug}.html"
    if manuscript.kind in FOLDERS:
        return f"{FOLDERS[manuscript.kind]}/{slug}.html"
    return f"{manuscript.kind}s/{slug}/index.html"


def date_zh(date: str) -> str:
    """2026-11-23 (and 2026-11, 2026) as 2026年11月23日."""
    year, month, day = date[:4], date[5:7], date[8:10]
    return (year and f"{int(year)}年") + (month and f"{int(month)}月") + (day and f"{int(day)}日")


def holds(date: str) -> dict[str, str]:
    """As of when a figure holds: for `<time datetime>` and for readers; both "" where nobody knows."""
    return {"as_of": date, "as_of_zh": date_zh(date)}


def in_common(figures: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The day that most of the figures on a page hold as of, which is then said once; `every` if all of them do.

    Nothing is in common where each has its own.
    """
    days = Counter(figure["as_of"] for figure in figures if figure["as_of"])
    day, times = days.most_common(1)[0] if days else ("", 0)
    every = times == len(figures)
    return holds(day if every or times > 1 else "") | {"every": every}


def card(manuscript: Manuscript, address: str) -> dict[str, Any]:
    """What lists show of a manuscript; topics and column by title until the archive knows their addresses."""
    front = manuscript.front
    date = str(front.get("date") or "")
    return {
        "title": front["title"],
        "phrased": manuscript.phrases.get(front["title"], front["title"]),
        "path": site_path(address),
        "kicker": front.get("kicker") or "",
        "subtitle": front.get("subtitle") or "",
        "summary": manuscript.summary,
        "date": date[:10],
        "time": date.replace("T", " "),
        "date_zh": date_zh(date),
        "column": front.get("column"),
        "topics": front.get("topics") or [],
        "reporters": front.get("source_reporters") or [],
    }


def body(manuscript: Manuscript) -> dict[str, Any]:
    """What the manuscript's own page shows beside its card and its text."""
    front = manuscript.front
    corrections = front.get("corrections") or []
    of_column = manuscript.kind == "column"
    tags = {"keywords": front.get("keywords") or [], "type": front.get("type") or ""} if of_column else {}
    return {
        "han": manuscript.han,
        "phrases": dict(manuscript.phrases),
        "headings": [{"level": level, "id": name, "text": text} for level, name, text in manuscript.headings],
        **holds(str(front.get("as_of") or "")),
        "corrections": [
            {"date": item["date"], "date_zh": date_zh(item["date"]), "text": item["text"]} for item in corrections
        ],
        **{name: front.get(name) or "" for name in ("source", "author", "editor", "description", "image")},
        **{name: front.get(name) or "" for name in ("image_alt", "image_caption")},
        **{name: front.get(name) or [] for name in ("tags", "captions")},
        **tags,
    }


_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _stamp(*texts: str | bytes) -> str:
    data = b"\0".join([text if isinstance(text, bytes) else text.encode() for text in texts])
    return hashlib.sha256(data).hexdigest()[:24]  # processors have instructions for it


def _target(path: str, written: str) -> str:
    """A relative file path of the front matter as a path under content/."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), written))


def rows(manuscript: Manuscript) -> Iterator[tuple[str, Sequence[object]]]:
    """(table, values) for the archive's own tables."""
    path, front = manuscript.path, manuscript.front
    html = manuscript.html.encode()  # once, for its stamp, its way to another process and SQLite
    address, slug, title = address_of(manuscript), front["slug"], front["title"]
    shown = card(manuscript, address)
    stored, inside = _compact(shown), _compact(body(manuscript))
    decided = _compact([front.get("facts"), front.get("year")])  # what else figures, labels and dates hang on
    published, time = front.get("status", "published") == "published", shown["time"]
    yield "manuscripts", (
        path, manuscript.kind, slug, address, title, time, front.get("column"), front.get("series"), published, stored,
        _stamp(stored), _stamp(title, address, shown["date"]), _stamp(html, inside, decided),
    )  # fmt: skip
    yield "bodies", (path, html, inside)
    for rank, topic in enumerate(shown["topics"]):
        yield "memberships", (path, rank, topic, published, time, slug)
    for link in manuscript.links:
        yield "links", (path, link.target, link.fragment, link.written, link.image, "body")
    for rank, pick in enumerate(front.get("picks") or []):
        yield "links", (path, _target(path, pick), "", str(rank), False, "picks")
    if front.get("image"):
        yield "links", (path, front["image"], "", "", True, "image")
    for rank, alias in enumerate(front.get("aliases") or []):
        yield "aliases", (path, rank, alias)
