"""What a body says in numbers: its figures and dated events, as recognised and as the editor decided."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any, Final, NamedTuple

from plugins.zhtext import read
from plugins.zhtext.types import Event, Figure

from .dating import whens
from .decisions import Decided, Said, decide
from .fields import Verdict
from .marks import anchors
from .plaintext import PlainText
from .quotations import Quotations
from .schema import decisions
from .types import EventEntry, FigureEntry
from .whereabouts import placed

_START: Final = attrgetter("start")


class Facts(NamedTuple):
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
    decided = decide(plain, list(_figures(plain, reading.figures, quotations)), list(decisions(fields)))
    events = [one for one in reading.events if plain.home(one.start, one.end) and _free(one, decided.figures)]
    times = whens(plain, quotations, decided.figures, reading.events, _year(fields))
    figures = placed(plain.text, fields.get("title", ""), _figure_entries(decided, quotations, times))
    return Facts(figures, _event_entries(events, quotations), tuple(decided.verdicts))


def _year(fields: dict[str, Any]) -> int | None:
    if "year" in fields:
        return int(fields["year"])
    return int(fields["date"][:4]) if "date" in fields else None


def _figures(plain: PlainText, recognised: Iterable[Figure], quotations: Quotations) -> Iterator[Figure]:
    """Those that can be marked. One in a table says by its row and column what it counts."""
    for figure in recognised:
        block = plain.home(figure.start, figure.end)
        if block is None:
            continue
        row, column = quotations.heads(block) if block.tag == "td" and not figure.label else ("", "")
        if row:
            yield figure._replace(label=f"{row}（{column}）" if column else row)
        else:
            yield figure


def _free(event: Event, figures: Sequence[Figure]) -> bool:
    """Whether no figure is where an event is: an editor may have added one."""
    before = bisect_left(figures, event.end, key=_START) - 1  # the last figure that begins in front of the event's end
    return before < 0 or figures[before].end <= event.start


def _figure_entries(decided: Decided, quotations: Quotations, times: Iterable[str]) -> tuple[FigureEntry, ...]:
    names = anchors("f", [figure.text for figure in decided.figures])
    entries = []
    for figure, name, when in zip(decided.figures, names, times, strict=True):
        sentence = quotations.at(figure.start, figure.end)
        if figure.start in decided.said:
            entries.append(_as_decided(figure, name, sentence, when, decided.said[figure.start]))
        else:
            entries.append(FigureEntry(figure, name, sentence, False, when))
    return tuple(entries)


def _as_decided(figure: Figure, anchor: str, sentence: str, when: str, said: Said) -> FigureEntry:
    when = f"/{said.as_of}" if said.as_of else when
    return FigureEntry(figure, anchor, sentence, said.pinned, when, said.differs)


def _event_entries(events: Sequence[Event], quotations: Quotations) -> tuple[EventEntry, ...]:
    names = anchors("d", [event.text for event in events])
    entries = [
        EventEntry(event, name, quotations.at(event.start, event.end))
        for event, name in zip(events, names, strict=True)
    ]
    return tuple(entries)
