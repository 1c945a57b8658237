"""What only the whole content folder can tell: doubled slugs and addresses, unknown topics and columns, dead links."""

from __future__ import annotations

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
    SELECT path, slug, title, kind, MIN(path) OVER same AS first, MIN(path) OVER same_title AS first_title
    FROM manuscripts
    WINDOW same AS (PARTITION BY kind, slug), same_title AS (PARTITION BY kind, title) ORDER BY path
"""
UNKNOWN_TOPICS = """
    SELECT path, rank, topic FROM memberships
    WHERE topic NOT IN (SELECT title FROM manuscripts WHERE kind = 'topic') ORDER BY path, rank
"""
UNKNOWN_COLUMNS = """
    SELECT path, column_title FROM manuscripts WHERE kind = 'article'
    AND column_title NOT IN (SELECT title FROM manuscripts WHERE kind = 'column') ORDER BY path
"""
DEAD_LINKS = """
    SELECT l.path, l.target, l.fragment, l.written, l.place, t.path IS NOT NULL AS known,
           t.kind = 'article' AND NOT t.published AS draft
    FROM links l JOIN manuscripts m ON m.path = l.path LEFT JOIN manuscripts t ON t.path = l.target
    WHERE NOT l.image AND (t.path IS NULL OR (m.published AND t.kind = 'article' AND NOT t.published)
          OR (l.fragment <> '' AND NOT EXISTS
              (SELECT 1 FROM bodies b WHERE b.path = l.target AND instr(b.html, ' id="' || l.fragment || '"'))))
    ORDER BY l.path, l.rowid
"""
IMAGES = "SELECT DISTINCT path, target, written, place FROM links WHERE image ORDER BY path"
TAKEN_ALIASES = """
    SELECT a.path, a.rank, a.alias, COALESCE(b.path, m.path) AS other FROM aliases a
    LEFT JOIN aliases b ON b.alias = a.alias AND b.path < a.path
    LEFT JOIN manuscripts m ON '/' || m.address IN (a.alias, a.alias || 'index.html')
    WHERE COALESCE(b.path, m.path) IS NOT NULL ORDER BY a.path, a.rank
"""


def known_names(name: str, names: Iterable[str]) -> str:
    """The names there are, the one most like `name` first."""
    near = get_close_matches(name, list(names), n=1)
    rest = [other for other in names if other not in near]
    return "、".join([f"{near[0]}（最接近）" if near else "", *rest]).strip("、") or "（还一个也没有）"


def offences(archive: Archive, images: Collection[str]) -> Iterator[Offence]:
    """Every fault between files; `images` are the paths of the pictures under content/."""
    yield from _doubled(archive)
    for row in archive.ask(UNKNOWN_TOPICS):
        known = known_names(row["topic"], archive.sections["topic"])
        yield Offence("topic-unknown", row["path"], ("topics", row["rank"]), {"name": row["topic"], "known": known})
    for row in archive.ask(UNKNOWN_COLUMNS):
        known = known_names(row["column_title"], archive.sections["column"])
        yield Offence("column-unknown", row["path"], ("column",), {"name": row["column_title"], "known": known})
    yield from _dead_links(archive)
    for row in archive.ask(IMAGES):
        if row["target"] not in images:
            place = ("image",) if row["place"] == "image" else row["written"]
            yield Offence("image-missing", row["path"], place, {"target": row["target"]})
    for row in archive.ask(TAKEN_ALIASES):
        values = {"alias": row["alias"], "other": row["other"]}
        yield Offence("alias-taken", row["path"], ("aliases", row["rank"]), values)


def _doubled(archive: Archive) -> Iterator[Offence]:
    for row in archive.ask(DOUBLED):
        if row["path"] != row["first"]:
            yield Offence("slug-doubled", row["path"], ("slug",), {"slug": row["slug"], "other": row["first"]})
        if row["kind"] != "article" and row["path"] != row["first_title"]:
            yield Offence("title-doubled", row["path"], ("title",), {"name": row["title"], "other": row["first_title"]})


def _dead_links(archive: Archive) -> Iterator[Offence]:
    for row in archive.ask(DEAD_LINKS):
        place = ("picks", int(row["written"])) if row["place"] == "picks" else row["written"]
        code = "link-dead" if not row["known"] else "link-to-draft" if row["draft"] else "fragment-dead"
        yield Offence(code, row["path"], place, {"target": row["target"], "fragment": row["fragment"]})
