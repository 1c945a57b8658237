"""What a body says in numbers: its figures and dated events, as recognised and as the editor decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from plugins.zhtext import read
from plugins.zhtext.types import Event, Figure

from .decisions import Decided, decide
from .marks import anchors, markable
from .plaintext import PlainText
from .quotations import Quotations
from .schema import Verdict, decisions
from .types import EventEntry, FigureEntry


@dataclass(frozen=True, slots=True)
class Facts:
    """Entries in the text's order; `verdicts` are about decisions that could not be applied."""

    figures: tuple[FigureEntry, ...]
    events: tuple[EventEntry, ...]
    verdicts: tuple[Verdict, ...]

    @property
    def anchors(self) -> set[str]:
        """The ids of all entries."""
        return {entry.anchor for entry in self.figures} | {entry.anchor for entry in self.events}


def read_facts(plain: PlainText, fields: dict[str, Any]) -> Facts:
    """`fields` are the checked front matter; empty if that is faulty."""
    reading = read(plain.text, year=_year(fields))
    quotations = Quotations(plain)
    figures = [_labelled(one, quotations) for one in reading.figures if markable(plain, one.start, one.end)]
    decided, verdicts = decide(plain, figures, list(decisions(fields)))
    events = [one for one in reading.events if markable(plain, one.start, one.end) and _free(one, decided)]
    return Facts(_figure_entries(decided, quotations), _event_entries(events, quotations), tuple(verdicts))


def _year(fields: dict[str, Any]) -> int | None:
    if "year" in fields:
        return int(fields["year"])
    return int(fields["date"][:4]) if "date" in fields else None


def _labelled(figure: Figure, quotations: Quotations) -> Figure:
    """A figure in a table says by its row and column what it counts."""
    row, column = quotations.heads(figure.start)
    if not row or figure.label:
        return figure
    return figure._replace(label=f"{row}（{column}）" if column else row)


def _free(event: Event, decided: Sequence[Decided]) -> bool:
    return all(entry.figure.end <= event.start or event.end <= entry.figure.start for entry in decided)


def _figure_entries(decided: Sequence[Decided], quotations: Quotations) -> tuple[FigureEntry, ...]:
    names = anchors("f", (entry.figure.text for entry in decided))
    return tuple(
        FigureEntry(entry.figure, name, quotations.at(entry.figure.start, entry.figure.end), entry.pinned)
        for entry, name in zip(decided, names, strict=True)
    )


def _event_entries(events: Sequence[Event], quotations: Quotations) -> tuple[EventEntry, ...]:
    names = anchors("d", (event.text for event in events))
    return tuple(
        EventEntry(event, name, quotations.at(event.start, event.end))
        for event, name in zip(events, names, strict=True)
    )
