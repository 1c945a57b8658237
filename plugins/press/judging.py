"""Manuscripts against each other: faults between files, located, those of files that did not compile among them.

What hangs on a file that is broken itself is not held against others: it would vanish with the mending.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from plugins.archive import Archive
from plugins.archive.judgements import Offence, known_names, offences
from plugins.manuscripts import Fault, locate_field, locate_text, make_fault

SECTIONS = {"topic-unknown": "topics/", "column-unknown": "columns/"}


def judged(
    archive: Archive,
    content: Path,
    broken: Mapping[str, dict[str, Any]],
    faulty: Collection[str],
    since: Collection[str] | None,
) -> list[Fault]:
    """Every fault between files. `broken` has the front matter of manuscripts that did not compile.

    `since` are the manuscripts that changed since there was no fault at all, if that is known.
    """
    found = [*offences(archive, since), *_of_broken(archive, broken)]
    return [_located(content, offence) for offence in found if not _follows(offence, faulty)]


def _of_broken(archive: Archive, broken: Mapping[str, dict[str, Any]]) -> Iterator[Offence]:
    """Unknown topics and columns and taken slugs of manuscripts that are not in the archive."""
    topics, columns = archive.sections["topic"], archive.sections["column"]
    for path, front in broken.items():
        if not path.startswith("articles/"):
            continue
        written = front.get("topics")
        for rank, name in enumerate(written if isinstance(written, list) else []):
            if isinstance(name, str) and name.strip() and name.strip() not in topics:
                yield Offence(
                    "topic-unknown", path, ("topics", rank), {"name": name, "known": known_names(name, topics)}
                )
        column = front.get("column")
        if isinstance(column, str) and column.strip() and column.strip() not in columns:
            yield Offence("column-unknown", path, ("column",), {"name": column, "known": known_names(column, columns)})
        yield from _taken_slug(archive, path, front.get("slug"))


def _taken_slug(archive: Archive, path: str, slug: object) -> Iterator[Offence]:
    rows = archive.ask("SELECT path FROM manuscripts WHERE kind = 'article' AND slug = :slug", slug=str(slug))
    for row in rows:
        yield Offence("slug-doubled", path, ("slug",), {"slug": str(slug), "other": row["path"]})


def _follows(offence: Offence, faulty: Collection[str]) -> bool:
    """Whether the offence may come only of another file's fault."""
    section = SECTIONS.get(offence.code)
    if section is not None:
        return any(path.startswith(section) for path in faulty)
    return offence.code == "link-dead" and offence.values["target"] in faulty


def _located(content: Path, offence: Offence) -> Fault:
    data = (content / offence.path).read_bytes()
    at = offence.place
    place = locate_text(data, at) if isinstance(at, str) else locate_field(data, at)
    return make_fault(offence.code, offence.path, data, place, **offence.values)
