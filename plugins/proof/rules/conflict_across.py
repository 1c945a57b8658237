"""Figures of one subject, unit, place, manner and time whose values can't both be true, in two articles.

    全市社区工作者7400多名。 | 全市共有社区工作者6900多名。      a conflict
    全市党员65.3万名。 | 开讲党课覆盖党员55万余人次。            none: another unit
    学习事项700余件。 | 学习事项712件。                          none: both may be true

What a figure counts is worked out once for each (`zhtext.counted`) and kept in a table in memory; which of them are to
be compared is a question to its index, so that the cost grows with the number of figures and not with its square.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date

from plugins.proof.readings import Said, agree
from plugins.proof.sheets import Reading, Sheet, sheets_of
from plugins.proof.types import Draft, Matter, Rule, Spot
from plugins.zhtext.counted import alike

TABLE = """
CREATE TABLE readings (
    subject TEXT, unit TEXT, place TEXT, manner TEXT, moment TEXT,
    path TEXT, day TEXT, asked INTEGER, start INTEGER, text TEXT, value REAL, high REAL, bound TEXT, around TEXT
)
"""
INDEX = "CREATE INDEX by_subject ON readings (subject, unit, place, manner, moment, value, high, bound, path, asked)"
DOUBTFUL = """
    SELECT subject, unit, place, manner, moment FROM readings GROUP BY subject, unit, place, manner, moment
    HAVING MIN(path) <> MAX(path) AND MAX(asked)
        AND (MIN(value) <> MAX(value) OR COUNT(DISTINCT IFNULL(high, '') || bound) > 1)
"""
THOSE = """
    SELECT * FROM readings
    WHERE subject = :subject AND unit = :unit AND place = :place AND manner = :manner AND moment = :moment
    ORDER BY day, path, start
"""
MOST = 12
"""Different readings of one subject at one time that are held against each other. A phrase that has more of them
(累计走访…户, in a hundred articles) names no one thing."""


class ConflictAcross(Rule):
    """Articles that contradict each other."""

    name = "conflict_across"
    wide = True

    def __init__(self, matter: Matter) -> None:
        super().__init__(matter)
        self.db = sqlite3.connect(":memory:", isolation_level=None)
        self.db.row_factory = sqlite3.Row
        self.db.execute(TABLE)
        self.db.execute("BEGIN")

    def sheet(self, sheet: Sheet) -> Iterator[Draft]:
        self.keep(sheet, asked=True)
        yield from ()

    def other(self, sheet: Sheet) -> None:
        self.keep(sheet, asked=False)

    def keep(self, sheet: Sheet, *, asked: bool) -> None:
        """Notes what each figure of an article counts."""
        rows = []
        for reading, key in sheet.counted:
            one = reading
            rows.append((
                *key[:4], one.when, sheet.path, sheet.date, asked, one.start, one.text, one.value, one.high, one.bound,
                key.around,
            ))  # fmt: skip
        self.db.executemany(f"INSERT INTO readings VALUES ({', '.join('?' * 14)})", rows)

    def close(self) -> Iterator[Draft]:
        self.db.execute("COMMIT")
        self.db.execute(INDEX)
        pairs = [pair for key in self.db.execute(DOUBTFUL).fetchall() for pair in self.pairs(key)]
        sheets = sheets_of(self.matter.archive, {row["path"] for pair in pairs for row in pair})
        for mine, theirs in pairs:
            yield self.draft("differs", _spot(sheets, mine), _spot(sheets, theirs), **_values(mine, theirs))

    def pairs(self, key: sqlite3.Row) -> Iterator[tuple[sqlite3.Row, sqlite3.Row]]:
        """Each reading that can't be true beside an earlier one; first the newer, or the one asked about."""
        known: dict[tuple[object, ...], sqlite3.Row] = {}
        told, found = set(), []
        for row in self.db.execute(THOSE, dict(key)):
            own = _reading(row)
            for reading, other in reversed(known.items()):
                pair = frozenset((own, reading))
                if pair not in told and self.parted(row, other) and self.clash(row, other):
                    told.add(pair)
                    found.append((row, other) if row["asked"] else (other, row))
                    break
            known[own] = row
            if len(known) > MOST and self.crowded(row, known):
                return
        yield from found

    def crowded(self, row: sqlite3.Row, known: dict[tuple[object, ...], sqlite3.Row]) -> bool:
        """Whether too many different readings are near in time; those that are not are forgotten."""
        for reading in [reading for reading, other in known.items() if not self.one_time(row, other)]:
            del known[reading]
        return len(known) > MOST

    def parted(self, row: sqlite3.Row, other: sqlite3.Row) -> bool:
        """Whether they are of two articles, one of them asked about."""
        return bool(row["path"] != other["path"] and (row["asked"] or other["asked"]))

    def one_time(self, row: sqlite3.Row, other: sqlite3.Row) -> bool:
        return bool(row["moment"]) or _days(row["day"], other["day"]) <= self.matter.settings.PROOF_SAME_DAYS

    def clash(self, row: sqlite3.Row, other: sqlite3.Row) -> bool:
        """Whether two readings of one subject contradict each other."""
        apart = not agree(_said(row), _said(other))
        return apart and self.one_time(row, other) and alike(row["around"], other["around"])


def _reading(row: sqlite3.Row) -> tuple[object, ...]:
    return row["value"], row["high"], row["bound"], row["around"]


def _said(row: sqlite3.Row) -> Said:
    return Said(row["text"], row["value"], row["high"], row["bound"])


def _days(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def _at(sheets: dict[str, Sheet], row: sqlite3.Row) -> Reading:
    return next(reading for reading in sheets[row["path"]].readings if reading.start == row["start"])


def _spot(sheets: dict[str, Sheet], row: sqlite3.Row) -> Spot:
    return sheets[row["path"]].figure(_at(sheets, row))


def _values(row: sqlite3.Row, other: sqlite3.Row) -> dict[str, str]:
    return {"mine": row["text"], "theirs": other["text"], "text": row["text"]}
