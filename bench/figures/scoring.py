"""What a reader found against the labels of a passage: counts over many passages in, rates out. Pure.

A figure is found exactly when both ends of its span are right; it is all right when value, upper end, bound and unit
are too. Figures and finds that overlap are paired one to one, those that share most characters first. A decoy, or an
event's date, is taken when any figure found touches it. Labels are compared where the span is exact: twice the
characters in common over those of both, on average.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

Item = dict[str, Any]
"""A label or a find, as a line of JSON has it: kind, start, end and what belongs to its kind."""


@dataclass
class Tally:
    """Counts, and the misses themselves; passages are added one by one."""

    counts: Counter[str] = field(default_factory=Counter)
    likeness: list[float] = field(default_factory=list)  # of labels, a value for each figure found exactly
    misses: list[Item] = field(default_factory=list)

    def add(self, passage: str, labels: Sequence[Item], finds: Sequence[Item]) -> None:
        """Holds one passage's finds against its labels."""
        gold, found = _of(labels, "figure"), _of(finds, "figure")
        exact = exactly(gold, found)
        pairs = overlapping(gold, found)
        self.counts.update(
            figures=len(gold),
            found=len(found),
            exact=len(exact),
            overlap=len(pairs),
            right=sum(all_right(*pair) for pair in exact),
        )
        if any("label" in find for find in found):
            self.likeness += [likeness(label["label"], find["label"]) for label, find in exact if "label" in label]
        self._note(passage, gold, found, pairs)
        self._traps(passage, labels, found)
        self._events(passage, _of(labels, "event"), _of(finds, "event"))

    def _traps(self, passage: str, labels: Sequence[Item], found: Sequence[Item]) -> None:
        for kind in ("decoy", "event"):
            items = _of(labels, kind)
            taken = [item for item in items if any(common(item, find) > 0 for find in found)]
            self.counts.update({kind: len(items), f"{kind} taken": len(taken)})
            self.misses += [{"miss": f"{kind} taken", "passage": passage, "label": item} for item in taken]

    def _events(self, passage: str, events: Sequence[Item], found: Sequence[Item]) -> None:
        dated = {id(label) for label, find in overlapping(events, found) if label["date"] == find["date"]}
        self.counts.update({"events found": len(found), "events right": len(dated)})
        self.misses += [
            {"miss": "event", "passage": passage, "label": item} for item in events if id(item) not in dated
        ]

    def _note(self, passage: str, gold: Sequence[Item], found: Sequence[Item], pairs: Sequence[Pair]) -> None:
        known = {id(item) for pair in pairs for item in pair}
        about = {"passage": passage}
        self.misses += [{"miss": "missed", **about, "label": item} for item in gold if id(item) not in known]
        self.misses += [{"miss": "spurious", **about, "find": item} for item in found if id(item) not in known]
        self.misses += [
            {"miss": "wrong", **about, "label": label, "find": find}
            for label, find in pairs
            if _span(label) != _span(find) or not all_right(label, find)
        ]

    def rates(self) -> dict[str, float | None]:
        """The measures by name; None where nothing can be said."""
        counts = self.counts
        both = counts["figures"] + counts["found"]
        return {
            **{f"{name}_f1": _rate(2 * counts[name], both) for name in ("exact", "overlap", "right")},
            "decoys_taken": _rate(counts["decoy taken"], counts["decoy"]),
            "dates_taken": _rate(counts["event taken"], counts["event"]),
            "events_right": _rate(counts["events right"], counts["event"]) if counts["events found"] else None,
            "label_f1": sum(self.likeness) / len(self.likeness) if self.likeness else None,
        }


Pair = tuple[Item, Item]


def _of(items: Sequence[Item], kind: str) -> list[Item]:
    return [item for item in items if item["kind"] == kind]


def _span(item: Item) -> tuple[int, int]:
    return item["start"], item["end"]


def _rate(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def common(one: Item, other: Item) -> int:
    """How many characters two spans share; below 1 for none."""
    return int(min(one["end"], other["end"]) - max(one["start"], other["start"]))


def exactly(gold: Sequence[Item], found: Sequence[Item]) -> list[Pair]:
    """Labels and finds of the same span."""
    by_span = {_span(find): find for find in found}
    return [(label, by_span[_span(label)]) for label in gold if _span(label) in by_span]


def overlapping(gold: Sequence[Item], found: Sequence[Item]) -> list[Pair]:
    """One to one, the largest overlaps first; of equal ones those that stand first."""
    shared = [(common(a, b), i, j) for i, a in enumerate(gold) for j, b in enumerate(found) if common(a, b) > 0]
    left, right = set(range(len(gold))), set(range(len(found)))
    pairs = []
    for _, i, j in sorted(shared, key=lambda three: (-three[0], three[1:])):
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((gold[i], found[j]))
    return pairs


def all_right(label: Item, find: Item) -> bool:
    """Value, upper end, bound and unit."""
    numbers = all(_equal(label.get(name), find.get(name)) for name in ("value", "high"))
    return numbers and all(label[name] == find.get(name) for name in ("bound", "unit"))


def _equal(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-12)


def likeness(label: str, find: str) -> float:
    """1 for the same characters in any order, 0 for none in common."""
    if not label and not find:
        return 1.0
    return 2 * (Counter(label) & Counter(find)).total() / (len(label) + len(find))
