"""The plan: every page that should exist, with its stamp, written down in the archive.

It follows from the manuscripts, the house data and the templates alone. So a plan holds while none of them has changed:
taking in a manuscript strikes it out, and its mark tells of the rest.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any

from plugins.archive import Archive, Family, digest

from .house import House


class PlanError(Exception):
    """Two pages want one address."""


def plan(archive: Archive, house: House, families: Mapping[str, Family], pictures: Mapping[str, str]) -> int:
    """Writes down every page that should exist; returns how many, static files left out."""
    stamps = {name: house.page_stamp(family.template) for name, family in families.items()}
    mark = digest([stamps, pictures])
    if [row["mark"] for row in archive.ask("SELECT mark FROM plan")] != [mark]:
        archive.begin()
        archive.db.execute("DELETE FROM plan")
        archive.db.execute("DELETE FROM planned")
        for name, family in families.items():
            _plan_family(archive, name, family, "" if name == "static" else stamps[name])
        archive.db.execute("INSERT INTO plan VALUES (?)", (mark,))
        archive.commit()
    return int(archive.ask("SELECT COUNT(*) AS pages FROM planned WHERE family <> 'static'")[0]["pages"])


def _plan_family(archive: Archive, name: str, family: Family, stamp: str) -> None:
    rows = [(page.address, name, page.key, page.stamp + stamp, page.listed) for page in family.plan(archive)]
    try:
        archive.db.executemany("INSERT INTO planned VALUES (?, ?, ?, ?, ?)", rows)
    except sqlite3.IntegrityError as error:
        raise PlanError(f"有两个页面要用同一个地址：{_clash(archive, rows)}。") from error


def _clash(archive: Archive, rows: list[tuple[Any, ...]]) -> str:
    """The first address that stands twice among these rows, or that another row has already."""
    taken = {row["address"]: row["key"] for row in archive.ask("SELECT address, key FROM planned")}
    seen: set[str] = set()
    for address, _, key, *_ in rows:
        if address in seen or taken.get(address, key) != key:
            return str(address)
        seen.add(address)
    return next((str(row[0]) for row in rows if row[0] in taken), "")
