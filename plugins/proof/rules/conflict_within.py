"""One article that gives one figure two values: headline or summary against body, or one place of the body another.

    title: 7400多名社区工作者织起一张网 | 全市社区工作者有6900多名。          a conflict
    title: 4.8万堂党课 | 各级书记开讲党课48213堂。                            none: rounded

A headline's figure is held against the body's of its unit only where none of these agrees with it and one counts the
same in so many words.
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.proof.readings import Said, agree
from plugins.proof.sheets import Reading, Sheet
from plugins.proof.types import Draft, Rule
from plugins.zhtext import read
from plugins.zhtext.counted import Counted, alike, counted
from plugins.zhtext.types import Figure

SHARED = 0.6
"""How much of the shorter subject must stand in the longer one for a headline to mean the same."""


class ConflictWithin(Rule):
    """Articles that contradict themselves."""

    name = "conflict_within"

    def sheet(self, sheet: Sheet) -> Iterator[Draft]:
        yield from self.heads(sheet)
        yield from self.body(sheet)

    def heads(self, sheet: Sheet) -> Iterator[Draft]:
        """Headline and summary against the body."""
        body = None
        for part, text in sheet.parts():
            if part == "body":
                break
            for figure in read(text, year=int(sheet.date[:4])).figures:
                body = sheet.counted if body is None else body
                if reading := _against(figure, text, body):
                    spot = sheet.spot(figure.start, figure.end, part)
                    yield self.draft(part, spot, sheet.figure(reading), theirs=reading.text)

    def body(self, sheet: Sheet) -> Iterator[Draft]:
        """One place of the body against another."""
        known: dict[tuple[str, ...], list[tuple[Reading, Counted]]] = {}
        for reading, key in sheet.counted:
            if key.loose:
                continue
            before = known.setdefault((*key[:4], reading.when), [])
            for other, theirs in before:
                apart = reading.start >= sheet.sentence(other.start)[1]  # 三个村分别有12户、15户、18户
                same = alike(key.around, theirs.around) and alike(key.within, theirs.within)
                if apart and same and not agree(said(reading), said(other)):
                    yield self.draft("body", sheet.figure(reading), sheet.figure(other), theirs=other.text)
                    break
            before.append((reading, key))


def said(figure: Reading | Figure) -> Said:
    return Said(figure.text, figure.value, figure.high, figure.bound)


def _against(figure: Figure, text: str, body: list[tuple[Reading, Counted]]) -> Reading | None:
    """The figure of the body that a headline's contradicts."""
    key = counted(figure.label, figure.unit, text[: figure.start])
    same = [(reading, theirs) for reading, theirs in body if theirs.unit == key.unit]
    if not key.subject or any(agree(said(figure), said(reading)) for reading, _ in same):
        return None
    for reading, theirs in same:
        if theirs.manner == key.manner and _shares(key.subject, theirs.subject):
            return reading
    return None


def _shares(one: str, other: str) -> bool:
    shorter, longer = sorted((set(one), set(other)), key=len)
    return len(shorter) > 1 and len(shorter & longer) >= SHARED * len(shorter) and len(shorter) >= 0.4 * len(longer)
