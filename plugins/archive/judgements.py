"""What only the whole content folder can tell: doubled slugs and addresses, unknown topics and columns, dead links."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

from .store import Archive


@dataclass(frozen=True, slots=True)
class Offence:
    """A fault of one manuscript against the others. `place` is a field of the front matter, or a text of the body."""

    code: str
    path: str
    place: tuple[str | int, ...] | str
    values: dict[str, str] = field(default_factory=dict)


DOUBLED = """
    WITH twice AS (
        SELECT kind, {name}, MIN(path) AS first FROM manuscripts WHERE kind {kinds} GROUP BY kind, {name}
        HAVING COUNT(*) > 1
    )
    SELECT path, {name} AS name, first FROM manuscripts JOIN twice USING (kind, {name}) WHERE path <> first
    ORDER BY path
"""
UNKNOWN_TOPICS = """
    SELECT path, rank, topic FROM memberships WHERE topic IN (
        SELECT topic FROM memberships GROUP BY topic EXCEPT SELECT title FROM manuscripts WHERE kind = 'topic'
    ) ORDER BY path, rank
"""
UNKNOWN_COLUMNS = """
    SELECT path, column_title FROM manuscripts WHERE kind = 'article' AND column_title IN (
        SELECT column_title FROM manuscripts WHERE column_title IS NOT NULL GROUP BY column_title
        EXCEPT SELECT title FROM manuscripts WHERE kind = 'column'
    ) ORDER BY path
"""
DEAD_LINKS = """
    SELECT l.path, l.target, l.fragment, l.written, l.place, t.path IS NOT NULL AS known,
           t.kind = 'article' AND NOT t.published AS draft
    FROM links l JOIN manuscripts m ON m.path = l.path LEFT JOIN manuscripts t ON t.path = l.target
    WHERE NOT l.image {among} AND (t.path IS NULL OR (m.published AND t.kind = 'article' AND NOT t.published)
          OR (l.fragment <> '' AND NOT EXISTS
              (SELECT 1 FROM bodies b WHERE b.path = l.target AND instr(b.html, ' id="' || l.fragment || '"'))))
    ORDER BY l.path, l.rowid
"""
AMONG = """
    AND l.rowid IN (
        SELECT rowid FROM links WHERE path IN (SELECT value FROM json_each(:paths))
        UNION SELECT rowid FROM links WHERE target IN (SELECT value FROM json_each(:paths))
    )
"""
"""Links that lead from or to some manuscripts."""
IMAGES = "SELECT DISTINCT path, target, written, place FROM links WHERE image ORDER BY path"
TAKEN_ALIASES = """
    SELECT a.path, a.rank, a.alias, COALESCE(b.path, m.path) AS other FROM aliases a
    LEFT JOIN aliases b ON b.alias = a.alias AND b.path < a.path
    LEFT JOIN manuscripts m ON m.address IN (substr(a.alias, 2), substr(a.alias, 2) || 'index.html')
    WHERE COALESCE(b.path, m.path) IS NOT NULL ORDER BY a.path, a.rank
"""


def known_names(name: str, names: Iterable[str]) -> str:
    """The names there are, the one most like `name` first."""
    near = get_close_matches(name, list(names), n=1)
    rest = [other for other in names if other not in near]
    return "、".join([f"{near[0]}（最接近）" if near else "", *rest]).strip("、") or "（还一个也没有）"


def offences(archive: Archive, images: Collection[str], since: Collection[str] | None = None) -> Iterator[Offence]:
    """Every fault between files; `images` are the paths of the pictures under content/.

    `since` are the manuscripts that changed since there was no fault at all: other links need not be looked at.
    """
    yield from _doubled(archive)
    for row in archive.ask(UNKNOWN_TOPICS):
        known = known_names(row["topic"], archive.sections["topic"])
        yield Offence("topic-unknown", row["path"], ("topics", row["rank"]), {"name": row["topic"], "known": known})
    for row in archive.ask(UNKNOWN_COLUMNS):
        known = known_names(row["column_title"], archive.sections["column"])
        yield Offence("column-unknown", row["path"], ("column",), {"name": row["column_title"], "known": known})
    yield from _dead_links(archive, since)
    for row in archive.ask(IMAGES):
        if row["target"] not in images:
            place = ("image",) if row["place"] == "image" else row["written"]
            yield Offence("image-missing", row["path"], place, {"target": row["target"]})
    for row in archive.ask(TAKEN_ALIASES):
        values = {"alias": row["alias"], "other": row["other"]}
        yield Offence("alias-taken", row["path"], ("aliases", row["rank"]), values)


def _doubled(archive: Archive) -> Iterator[Offence]:
    for row in archive.ask(DOUBLED.format(name="slug", kinds="IS NOT NULL")):
        yield Offence("slug-doubled", row["path"], ("slug",), {"slug": row["name"], "other": row["first"]})
    for row in archive.ask(DOUBLED.format(name="title", kinds="IN ('topic', 'column', 'page')")):
        yield Offence("title-doubled", row["path"], ("title",), {"name": row["name"], "other": row["first"]})


def _dead_links(archive: Archive, since: Collection[str] | None) -> Iterator[Offence]:
    if since is None:
        rows = archive.ask(DEAD_LINKS.format(among=""))
    else:
        rows = archive.ask(DEAD_LINKS.format(among=AMONG), paths=json.dumps(list(since)))
    for row in rows:
        place = ("picks", int(row["written"])) if row["place"] == "picks" else row["written"]
        code = "link-dead" if not row["known"] else "link-to-draft" if row["draft"] else "fragment-dead"
        yield Offence(code, row["path"], place, {"target": row["target"], "fragment": row["fragment"]})
