"""Editors' decisions about figures (`facts` in the front matter) applied to what was recognised.

A decision names a figure as written. Without `nth` it holds for every figure so written, except that a pin holds for
the first. Where a decision can't be applied, a verdict says why.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from plugins.zhtext.types import Figure

from .fields import Verdict
from .plaintext import PlainText
from .schema import Decision


class Said(NamedTuple):
    """What an editor said of a figure beside its own fields."""

    pinned: bool = False
    as_of: str = ""
    differs: str = ""


SILENT: Final = Said()


class Decided(NamedTuple):
    """The figures to be listed, in the text's order; what an editor said of those that begin there; what is wrong."""

    figures: Sequence[Figure]
    said: Mapping[int, Said] = {}
    verdicts: Sequence[Verdict] = ()


def decide(plain: PlainText, recognised: Sequence[Figure], decisions: Sequence[tuple[int, Decision]]) -> Decided:
    """Applies the decisions one after the other."""
    if not decisions:
        return Decided(recognised)
    desk = _Desk(plain, [_Entry(figure) for figure in recognised])
    for number, decision in decisions:
        code, values = desk.add(decision) if decision.add else desk.settle(decision)
        if code:
            field = "nth" if code == "fact-nth" else "text"
            desk.verdicts.append(Verdict(("facts", number, field), code, {"text": decision.text} | values))
    kept = [entry for entry in desk.entries if entry.figure not in desk.hidden]
    kept.sort(key=lambda entry: entry.figure.start)
    said = {entry.figure.start: entry.said for entry in kept if entry.said != SILENT}
    return Decided([entry.figure for entry in kept], said, desk.verdicts)


class _Entry(NamedTuple):
    figure: Figure
    said: Said = SILENT


class _Desk:
    def __init__(self, plain: PlainText, entries: list[_Entry]) -> None:
        self.plain = plain
        self.text = plain.text
        self.entries = entries
        self.hidden: list[Figure] = []
        self.verdicts: list[Verdict] = []

    def settle(self, decision: Decision) -> tuple[str, dict[str, Any]]:
        """A decision about recognised figures."""
        places = [place for place, entry in enumerate(self.entries) if entry.figure.text == decision.text]
        if not places and decision.hide and decision.text in self.text:
            return "", {}  # the answer to a doubt: it is none, and was taken for none
        if not places:
            return ("fact-unrecognised" if decision.text in self.text else "fact-absent"), {}
        if decision.nth is not None:
            if decision.nth > len(places):
                return "fact-nth", {"count": len(places), "nth": decision.nth}
            places = [places[decision.nth - 1]]
        for rank, place in enumerate(places):
            entry = self.entries[place]
            figure = _redone(entry.figure, decision)
            if (figure.high is None) == (figure.bound == "range"):
                return "fact-high", {}
            self.entries[place] = _Entry(figure, _said(entry.said, decision, pinned=decision.pin and rank == 0))
            if decision.hide:
                self.hidden.append(figure)
        return "", {}

    def add(self, decision: Decision) -> tuple[str, dict[str, Any]]:
        """A figure that was not recognised, or not as the editor reads it."""
        if decision.value is None:
            return "fact-value", {}
        bound = decision.bound or ("eq" if decision.high is None else "range")
        if (decision.high is None) == (bound == "range") or (decision.high or decision.value) < decision.value:
            return "fact-high", {}
        count = self.text.count(decision.text)
        nth = decision.nth or 1
        if nth > count:
            return ("fact-nth", {"count": count, "nth": nth}) if count else ("fact-absent", {})
        start = -1
        for _ in range(nth):
            start = self.text.index(decision.text, start + 1 if start < 0 else start + len(decision.text))
        end = start + len(decision.text)
        if self.plain.home(start, end) is None:
            return "fact-quiet", {}
        figure = Figure(
            start, end, decision.text, decision.value, decision.high, bound,  # type: ignore[arg-type]
            decision.unit or "", decision.label or "",
        )  # fmt: skip
        clear = [entry for entry in self.entries if entry.figure.end <= start or entry.figure.start >= end]
        self.entries = [*clear, _Entry(figure, _said(SILENT, decision, pinned=decision.pin))]
        return "", {}


def _said(before: Said, decision: Decision, *, pinned: bool) -> Said:
    return Said(before.pinned or pinned, decision.as_of or before.as_of, decision.differs or before.differs)


def _redone(figure: Figure, decision: Decision) -> Figure:
    names = ("label", "value", "high", "bound", "unit")
    given = {name: getattr(decision, name) for name in names if getattr(decision, name) is not None}
    if given.get("bound", "range") != "range":
        given.setdefault("high", None)
    return figure._replace(**given)
