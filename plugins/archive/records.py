"""One compiled manuscript as rows: what others show of it (card), what its own page shows (body), and their stamps."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator, Sequence
from typing import Any

from plugins.manuscripts.types import Kind, Manuscript

from .families import digest, site_path

FOLDERS: dict[Kind, str] = {"article": "articles", "page": "pages"}
CARD_FIELDS = ("title", "kicker", "subtitle", "column", "topics", "source_reporters", "series", "status")


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
    parts = date.partition(" ")[0].split("-") if date else ()
    return "".join(f"{int(part)}{mark}" for part, mark in zip(parts, "年月日", strict=False))


def card(manuscript: Manuscript) -> dict[str, Any]:
    """What lists show of a manuscript; topics and column by title until the archive knows their addresses."""
    front = manuscript.front
    date = str(front.get("date") or "")
    return {
        "title": front["title"],
        "path": site_path(address_of(manuscript)),
        "kicker": front.get("kicker") or "",
        "subtitle": front.get("subtitle") or "",
        "summary": manuscript.summary,
        "date": date[:10],
        "time": date.replace("T", " "),
        "date_zh": date_zh(date[:10]) if date else "",
        "column": front.get("column"),
        "topics": front.get("topics") or [],
        "reporters": front.get("source_reporters") or [],
    }


def head(card: dict[str, Any]) -> dict[str, Any]:
    """A card without its summary: enough to lead to an article from its neighbours."""
    return {name: value for name, value in card.items() if name != "summary"}


def body(manuscript: Manuscript) -> dict[str, Any]:
    """What the manuscript's own page shows beside its card."""
    front = {name: value for name, value in manuscript.front.items() if name not in CARD_FIELDS}
    headings = [{"level": level, "id": name, "text": text} for level, name, text in manuscript.headings]
    return {"front": front, "html": manuscript.html, "han": manuscript.han, "headings": headings}


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _target(path: str, written: str) -> str:
    """A relative file path of the front matter as a path under content/."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), written))


def rows(manuscript: Manuscript) -> Iterator[tuple[str, Sequence[object]]]:
    """(table, values) for the archive's own tables."""
    path, front = manuscript.path, manuscript.front
    shown, inside = card(manuscript), body(manuscript)
    marks = [figure.anchor for figure in manuscript.figures] + [event.anchor for event in manuscript.events]
    published = front.get("status", "published") == "published"
    yield "manuscripts", (
        path, manuscript.kind, front["slug"], address_of(manuscript), front["title"], shown["time"],
        front.get("column"), front.get("series"), published,
        _compact(shown), digest(shown), digest(head(shown)), digest([inside, front]),
    )  # fmt: skip
    yield "bodies", (path, _compact(inside))
    for rank, topic in enumerate(front.get("topics") or []):
        yield "memberships", (path, rank, topic, published, shown["time"], front["slug"])
    for link in manuscript.links:
        yield "links", (path, link.target, link.fragment, link.written, link.image, "body")
    for rank, pick in enumerate(front.get("picks") or []):
        yield "links", (path, _target(path, pick), "", str(rank), False, "picks")
    if front.get("image"):
        yield "links", (path, front["image"], "", "", True, "image")
    for anchor in dict.fromkeys([name for _, name, _ in manuscript.headings] + marks):
        yield "anchors", (path, anchor)
    for rank, alias in enumerate(front.get("aliases") or []):
        yield "aliases", (path, rank, alias)
