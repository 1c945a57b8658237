"""The plan: every page that should exist, with its stamp, written down in the archive.

It follows from the manuscripts, the house data and the templates alone. While the latter two are what they were, only
the scopes that a changed manuscript has a part in, before the change or after it, are planned again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from plugins.archive import Archive, Family, Page, ScopedFamily, digest

from .course import Course
from .house import House

FEW = 200
"""Changed manuscripts up to which it is cheaper to look up what each has a part in than to plan everything."""


HINT = "请看看稿件的 aliases（旧地址）里有没有它，专题的 slug 是不是 others。"
EVERYTHING = "everything"
"""A note among the plan's marks that scopes will not do."""


class PlanError(Exception):
    """Two pages want one address."""


def touch(archive: Archive, families: Mapping[str, Family], paths: Iterable[str]) -> None:
    """Notes what these manuscripts have a part in, as the archive stands: asked before and after they change."""
    rows = [
        (name, scope, path)
        for path in paths
        for name, family in families.items()
        if isinstance(family, ScopedFamily)
        for scope in family.scopes_of(archive, path)
    ]
    archive.db.executemany("INSERT OR IGNORE INTO touched VALUES (?, ?, ?)", rows)
    archive.db.execute("DELETE FROM plan WHERE name = 'manuscripts'")


def touch_everything(archive: Archive) -> None:
    """Notes that the site is to be planned as a whole."""
    archive.db.execute("REPLACE INTO plan VALUES (?, '')", (EVERYTHING,))
    archive.db.execute("DELETE FROM plan WHERE name = 'manuscripts'")


def plan(
    archive: Archive, house: House, families: Mapping[str, Family], pictures: Mapping[str, int], course: Course
) -> int:
    """Writes down every page that should exist; returns how many, static files left out."""
    stamps = {name: house.page_stamp(family.template) for name, family in families.items()}
    marks = {"house": digest(stamps), "pictures": digest(pictures), "manuscripts": "planned"}
    known = dict(archive.db.execute("SELECT name, mark FROM plan").fetchall())
    changed = [name for name, mark in marks.items() if known.get(name) != mark]
    course.whole = EVERYTHING in known or "house" not in known
    course.changed = [name for name in changed if name in known or name == "manuscripts"]
    if changed:
        course.touched = {tuple(row) for row in archive.ask("SELECT family, scope, path FROM touched")}
        with archive.transaction():
            scopes = _scopes(archive, families, again="house" not in changed and not course.whole)
            for name in families:
                _strike_out(archive, name, scopes.get(name))
            for name, family in families.items():
                _write(
                    archive, name, _pages(archive, family, scopes.get(name)), "" if name == "static" else stamps[name]
                )
            archive.db.execute("DELETE FROM touched")
            archive.db.execute("DELETE FROM plan WHERE name = ?", (EVERYTHING,))
            archive.db.executemany("REPLACE INTO plan VALUES (?, ?)", marks.items())
    return int(archive.ask("SELECT COUNT(*) AS pages FROM planned WHERE family <> 'static'")[0]["pages"])


def _scopes(archive: Archive, families: Mapping[str, Family], *, again: bool) -> dict[str, list[str]]:
    """The touched scopes of families that need only be planned `again`; one without an entry is planned whole."""
    if not again:
        return {}
    scopes: dict[str, list[str]] = {name: [] for name, of in families.items() if isinstance(of, ScopedFamily)}
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
    assert isinstance(family, ScopedFamily)
    return family.plan(archive, scopes) if scopes else ()


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
