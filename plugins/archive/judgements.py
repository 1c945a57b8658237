"""What only the whole content folder can tell: doubled slugs and addresses, unknown topics and columns, dead links."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
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


AMONG = "IN (SELECT value FROM json_each(:paths))"
"""Holds a judgement to some manuscripts."""
DOUBLED = """
    WITH twice AS (
        SELECT kind, {name}, MIN(path) AS first FROM manuscripts WHERE {those} GROUP BY kind, {name} HAVING COUNT(*) > 1
    )
    SELECT path, {name} AS name, first FROM manuscripts JOIN twice USING (kind, {name}) WHERE path <> first
    ORDER BY path
"""
DOUBLED_SLUGS = DOUBLED.format(name="slug", those="kind IS NOT NULL")
DOUBLED_SLUGS_AMONG = DOUBLED.format(
    name="slug", those=f"kind = 'article' AND slug IN (SELECT slug FROM manuscripts WHERE path {AMONG})"
)
DOUBLED_TITLES = DOUBLED.format(name="title", those="kind IN ('topic', 'column', 'page')")
UNKNOWN_TOPICS = """
    SELECT path, rank, topic FROM memberships WHERE topic IN (
        SELECT topic FROM memberships {among} GROUP BY topic EXCEPT SELECT title FROM manuscripts WHERE kind = 'topic'
    ) ORDER BY path, rank
"""
UNKNOWN_COLUMNS = """
    SELECT path, column_title FROM manuscripts WHERE kind = 'article' AND column_title IN (
        SELECT column_title FROM manuscripts WHERE +column_title IS NOT NULL {among} GROUP BY +column_title
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
LINKS_AMONG = f"""
    AND l.rowid IN (SELECT rowid FROM links WHERE path {AMONG} UNION SELECT rowid FROM links WHERE target {AMONG})
"""
"""Links that lead from or to some manuscripts."""
IMAGES = """
    SELECT DISTINCT l.path, l.target, l.written, l.place, p.fault FROM links l LEFT JOIN pictures p ON p.path = l.target
    WHERE l.image {among} AND (p.path IS NULL OR p.fault <> '') ORDER BY l.path
"""
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


def offences(archive: Archive, since: Collection[str] | None = None) -> Iterator[Offence]:
    """Every fault between files.

    `since` are the articles that changed since there was no fault at all, and those that show a picture that did: the
    others need not be judged again.
    """
    paths = {} if since is None else {"paths": json.dumps(list(since))}
    yield from _doubled(archive, paths)
    for row in archive.ask(UNKNOWN_TOPICS.format(among=f"WHERE path {AMONG}" if paths else ""), **paths):
        known = known_names(row["topic"], archive.sections["topic"])
        yield Offence("topic-unknown", row["path"], ("topics", row["rank"]), {"name": row["topic"], "known": known})
    for row in archive.ask(UNKNOWN_COLUMNS.format(among=f"AND path {AMONG}" if paths else ""), **paths):
        known = known_names(row["column_title"], archive.sections["column"])
        yield Offence("column-unknown", row["path"], ("column",), {"name": row["column_title"], "known": known})
    yield from _dead_links(archive, paths)
    for row in archive.ask(IMAGES.format(among=f"AND l.path {AMONG}" if paths else ""), **paths):
        place = ("image",) if row["place"] == "image" else row["written"]
        code, values = json.loads(row["fault"]) if row["fault"] else ("image-missing", {})
        yield Offence(code, row["path"], place, {"target": row["target"], **values})
    for row in archive.ask(TAKEN_ALIASES):
        values = {"alias": row["alias"], "other": row["other"]}
        yield Offence("alias-taken", row["path"], ("aliases", row["rank"]), values)


def _doubled(archive: Archive, paths: Mapping[str, str]) -> Iterator[Offence]:
    for row in archive.ask(DOUBLED_SLUGS_AMONG if paths else DOUBLED_SLUGS, **paths):
        yield Offence("slug-doubled", row["path"], ("slug",), {"slug": row["name"], "other": row["first"]})
    for row in () if paths else archive.ask(DOUBLED_TITLES):
        yield Offence("title-doubled", row["path"], ("title",), {"name": row["name"], "other": row["first"]})


def _dead_links(archive: Archive, paths: Mapping[str, str]) -> Iterator[Offence]:
    rows = archive.ask(DEAD_LINKS.format(among=LINKS_AMONG if paths else ""), **paths)
    for row in rows:
        place = ("picks", int(row["written"])) if row["place"] == "picks" else row["written"]
        code = "link-dead" if not row["known"] else "link-to-draft" if row["draft"] else "fragment-dead"
        yield Offence(code, row["path"], place, {"target": row["target"], "fragment": row["fragment"]})
