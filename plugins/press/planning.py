"""The plan: every page that should exist, with its stamp, written down in the archive.

It follows from the manuscripts, the house data and the templates alone. While the latter two are what they were, only
the scopes that a changed manuscript has a part in, before the change or after it, are planned again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple

from plugins.archive import Archive, Family, Page, digest, is_inward, is_scoped

from .course import Course
from .house import House

FEW = 200
"""Changed manuscripts up to which it is cheaper to look up what each has a part in than to plan everything."""


HINT = "请看看稿件的 aliases（旧地址）里有没有它，专题的 slug 是不是 others。"
ASSETS = ("static", "pictures")
"""Families whose files follow from their own bytes alone."""
EVERYTHING = "everything"
"""A note among the plan's marks that scopes will not do."""


class PlanError(Exception):
    """Two pages want one address."""


class Touch:
    """What changed manuscripts have a part in: asked before they change and after, and noted behind the change."""

    def __init__(self, archive: Archive, families: Mapping[str, Family], paths: Collection[str]) -> None:
        self._archive = archive
        self._families = {name: of for name, of in families.items() if is_scoped(of)}
        self._inward = {name for name, of in families.items() if is_inward(of)}
        self._before = {path: archive.shown_elsewhere(path) for path in paths}
        self._scopes = {path: self._scopes_of(path) for path in paths}

    def _scopes_of(self, path: str) -> set[tuple[str, str]]:
        """Pairs of family and scope."""
        return {(name, scope) for name, of in self._families.items() for scope in of.scopes_of(self._archive, path)}

    def note(self) -> None:
        """To be called behind the change. One that other pages cannot show touches the manuscript's own page alone, and
        the families of bodies."""
        mark = "bodies"
        for path, before in self._before.items():
            scopes = self._scopes[path] | self._scopes_of(path)
            if before and before == self._archive.shown_elsewhere(path):
                scopes = {(name, scope) for name, scope in scopes if scope == path or name in self._inward}
            else:
                mark = "manuscripts"
            rows = [(name, scope, path) for name, scope in scopes]
            self._archive.db.executemany("INSERT OR IGNORE INTO touched VALUES (?, ?, ?)", rows)
        self._archive.db.execute("DELETE FROM plan WHERE name = ?", (mark,))


def touch_everything(archive: Archive) -> None:
    """Notes that the site is to be planned as a whole."""
    archive.db.execute("REPLACE INTO plan VALUES (?, '')", (EVERYTHING,))
    archive.db.execute("DELETE FROM plan WHERE name = 'manuscripts'")


def articles_alone(*changed: Collection[str]) -> bool:
    """Whether the rest of the site, its topics and columns and plain pages, is as it was."""
    return all(path.startswith("articles/") for paths in changed for path in paths)


@contextmanager
def touching(
    archive: Archive, families: Mapping[str, Family], gone: Collection[str], other: Collection[str]
) -> Iterator[None]:
    """Notes what the manuscripts have a part in before and after; strikes out the whole plan where that is simpler."""
    paths = [*gone, *other]
    if archive.fresh or len(paths) > FEW or not articles_alone(gone, other):
        touch_everything(archive)
        yield
        return
    touch = Touch(archive, families, paths)
    yield
    touch.note()


class Outline(NamedTuple):
    """What the plan hangs on, and what of it is another than when the plan was made."""

    stamps: dict[str, str]  # of each family's template and the house
    marks: dict[str, str]
    known: dict[str, str]  # the marks of then
    changed: list[str]

    @property
    def whole(self) -> bool:
        """Whether nothing is known of an earlier plan, or it does not help."""
        return EVERYTHING in self.known or "house" not in self.known


def outside(family: Family) -> str:
    """The fingerprint of what pages take from neither archive nor template, of a family that does."""
    told = getattr(family, "outside", None)
    return str(told()) if told else ""


def _outline(archive: Archive, house: House, families: Mapping[str, Family]) -> Outline:
    stamps = {name: house.page_stamp(family.template) + outside(family) for name, family in families.items()}
    stamps |= dict.fromkeys(ASSETS, "")
    marks = {"house": digest(stamps), "manuscripts": "planned", "bodies": "planned"}
    known = dict(archive.db.execute("SELECT name, mark FROM plan").fetchall())
    return Outline(stamps, marks, known, [name for name, mark in marks.items() if known.get(name) != mark])


def plan_own(archive: Archive, house: House, families: Mapping[str, Family]) -> bool:
    """Writes down the changed manuscripts' own pages and their pictures ahead of the plan, which is still to be made.

    False where that would gain nothing, or where only the plan as a whole can tell.
    """
    outline = _outline(archive, house, families)
    if outline.whole or not {"manuscripts"} <= set(outline.changed) <= {"manuscripts", "bodies"}:
        return False
    touched = archive.ask("SELECT DISTINCT family, scope, scope = path FROM touched")
    own = [(families[name], [scope]) for name, scope, itself in touched if itself or name in ASSETS]
    try:
        with archive.transaction():
            for family, scopes in own:
                _strike_out(archive, family.name, scopes)
            for family, scopes in own:
                _write(archive, family.name, _pages(archive, family, scopes), outline.stamps[family.name])
    except PlanError:  # it may be that the other page is to have another address
        return False
    return bool(own)


def plan(archive: Archive, house: House, families: Mapping[str, Family], course: Course) -> int:
    """Writes down every page that should exist; returns how many, the theme's files and pictures left out."""
    outline = _outline(archive, house, families)
    known, changed, course.whole = outline.known, outline.changed, outline.whole
    course.changed = [name for name in changed if name in known or name == "manuscripts"]
    if changed:
        course.touched = {tuple(row) for row in archive.ask("SELECT family, scope, path FROM touched")}
        with archive.transaction():
            scopes = _scopes(archive, families, changed, course)
            for name in families:
                _strike_out(archive, name, scopes.get(name))
            for name, family in families.items():
                _write(archive, name, _pages(archive, family, scopes.get(name)), outline.stamps[name])
            archive.db.execute("DELETE FROM touched")
            archive.db.execute("DELETE FROM plan WHERE name = ?", (EVERYTHING,))
            archive.db.executemany("REPLACE INTO plan VALUES (?, ?)", outline.marks.items())
    return int(
        archive.ask("SELECT COUNT(*) AS pages FROM planned WHERE family NOT IN ('static', 'pictures')")[0]["pages"]
    )


def _scopes(
    archive: Archive, families: Mapping[str, Family], changed: Collection[str], course: Course
) -> dict[str, list[str]]:
    """The scopes of each family that are to be planned again; a family without an entry is planned whole."""
    if course.whole or "house" in changed:
        return {}
    bodies_alone = list(changed) == ["bodies"]
    scopes: dict[str, list[str]] = {name: [] for name, of in families.items() if bodies_alone or is_scoped(of)}
    for row in archive.ask("SELECT DISTINCT family, scope FROM touched"):
        scopes[row["family"]].append(row["scope"])
    return scopes


def _strike_out(archive: Archive, name: str, scopes: list[str] | None) -> None:
    if scopes is None:
        archive.db.execute("DELETE FROM planned WHERE family = ?", (name,))
    else:
        rows = [(name, scope) for scope in scopes]
        archive.db.executemany("DELETE FROM planned WHERE family = ? AND scope = ?", rows)


def _pages(archive: Archive, family: Family, scopes: list[str] | None) -> Iterable[Page]:
    if scopes is None:
        return family.plan(archive)
    if not scopes:
        return ()
    assert is_scoped(family)
    return family.plan(archive, scopes)


def _write(archive: Archive, name: str, pages: Iterable[Page], stamp: str) -> None:
    rows = [(page.address, name, page.key, page.stamp + stamp, page.listed, page.scope) for page in pages]
    try:
        archive.db.executemany("INSERT INTO planned VALUES (?, ?, ?, ?, ?, ?)", rows)
    except sqlite3.IntegrityError as error:
        raise PlanError(f"有两个页面要用同一个地址：{_clash(archive, rows)}。{HINT}") from error


def _clash(archive: Archive, rows: list[tuple[Any, ...]]) -> str:
    """The first address that stands twice among these rows, or that another row has already."""
    taken = {row["address"]: row["key"] for row in archive.ask("SELECT address, key FROM planned")}
    seen: set[str] = set()
    for address, _, key, *_ in rows:
        if address in seen or taken.get(address, key) != key:
            return str(address)
        seen.add(address)
    return next((str(row[0]) for row in rows if row[0] in taken), "")
