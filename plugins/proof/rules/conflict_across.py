"""Figures of one subject, unit, place, manner and time whose values can't both be true, in two articles.

    全市社区工作者7400多名。 | 全市共有社区工作者6900多名。      a conflict
    全市党员65.3万名。 | 开讲党课覆盖党员55万余人次。            none: another unit
    学习事项700余件。 | 学习事项712件。                          none: both may be true

What a figure counts is worked out once (`zhtext.counted`) and kept (`subjects`); which of them are to be compared is a
question to its index, so that the cost grows with the number of figures and not with its square.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date

from plugins.proof.readings import Said, agree
from plugins.proof.sheets import Sheet, cache_of_sheets
from plugins.proof.subjects import Subjects
from plugins.proof.types import Draft, Matter, Rule, Spot
from plugins.zhtext.counted import alike, heads_differ

DOUBTFUL = """
    SELECT subject, unit, place, manner, moment FROM readings {among} GROUP BY subject, unit, place, manner, moment
    HAVING MIN(path) <> MAX(path) AND (MIN(value) <> MAX(value) OR COUNT(DISTINCT IFNULL(high, '') || bound) > 1)
"""
ASKED = """
    WHERE (subject, unit, place, manner, moment) IN (
        SELECT subject, unit, place, manner, moment FROM readings WHERE path IN (SELECT value FROM json_each(:paths))
    )
"""
"""The subjects of the articles that are proofread."""
THOSE = """
    SELECT r.* FROM readings r JOIN seen USING (path)
    WHERE subject = :subject AND unit = :unit AND place = :place AND manner = :manner AND moment = :moment
        AND (published OR :drafts)
    ORDER BY day, path, start
"""
MOST = 12
"""Different readings of one subject at one time that are held against each other. A phrase that has more of them
(累计走访…户, in a hundred articles) names no one thing."""


class ConflictAcross(Rule):
    """Articles that contradict each other."""

    name = "conflict_across"

    def __init__(self, matter: Matter) -> None:
        super().__init__(matter)
        self.subjects = Subjects(matter.archive)

    def sheet(self, sheet: Sheet) -> Iterator[Draft]:
        self.subjects.keep(sheet)
        yield from ()

    def close(self) -> Iterator[Draft]:
        self.subjects.complete()
        found = [pair for key in self.doubtful() for pair in self.pairs(key)]
        pairs = {tuple((row["path"], row["start"]) for row in pair): pair for pair in found}  # under two subjects
        self.subjects.close()
        sheet = cache_of_sheets(self.matter.archive)
        for mine, theirs in [pairs[place] for place in sorted(pairs)]:
            values = {"mine": mine["text"], "theirs": theirs["text"], "text": mine["text"]}
            yield self.draft("differs", _spot(sheet, mine), _spot(sheet, theirs), **values)

    def doubtful(self) -> list[sqlite3.Row]:
        """The subjects that have more than one reading, of all articles or of those that are proofread."""
        if self.matter.only is None:
            return list(self.subjects.ask(DOUBTFUL.format(among="")))
        return list(self.subjects.ask(DOUBTFUL.format(among=ASKED), paths=json.dumps(sorted(self.matter.only))))

    def pairs(self, key: sqlite3.Row) -> Iterator[tuple[sqlite3.Row, sqlite3.Row]]:
        """Each reading that can't be true beside an earlier one; first the newer, or the one asked about."""
        known: dict[tuple[object, ...], sqlite3.Row] = {}
        told, found = set(), []
        for row in self.subjects.ask(THOSE, drafts=self.matter.drafts, **dict(key)):
            own = _reading(row)
            for reading, other in reversed(known.items()):
                pair = frozenset((own, reading))
                if pair not in told and self.parted(row, other) and self.clash(row, other):
                    told.add(pair)
                    found.append((row, other) if self.matter.asked(row["path"]) else (other, row))
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
        asked = self.matter.asked
        return bool(row["path"] != other["path"]) and (asked(row["path"]) or asked(other["path"]))

    def one_time(self, row: sqlite3.Row, other: sqlite3.Row) -> bool:
        return bool(row["moment"]) or _days(row["day"], other["day"]) <= self.matter.settings.PROOF_SAME_DAYS

    def clash(self, row: sqlite3.Row, other: sqlite3.Row) -> bool:
        """Whether two readings of one subject contradict each other."""
        apart = not agree(_said(row), _said(other))
        alikes = (alike(row[name], other[name]) for name in ("around", "within"))
        named = any(heads_differ(row[name], other[name]) for name in ("around", "within"))
        widened = row["widened"] != other["widened"] and row["widened"] and other["widened"]  # 累计 beside 今年以来
        return apart and self.one_time(row, other) and all(alikes) and not named and not widened


def _reading(row: sqlite3.Row) -> tuple[object, ...]:
    return row["value"], row["high"], row["bound"], row["around"], row["within"]


def _said(row: sqlite3.Row) -> Said:
    return Said(row["text"], row["value"], row["high"], row["bound"])


def _days(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def _spot(sheet: Callable[[str], Sheet], row: sqlite3.Row) -> Spot:
    found = sheet(row["path"])
    return found.figure(next(reading for reading in found.readings if reading.start == row["start"]))
