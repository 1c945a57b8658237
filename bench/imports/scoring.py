"""What was written held against the right answer: pure.

White space is not compared. Paragraph boundaries are offsets in the characters of all bodies together; where the two
bodies differ, those of the one are carried over to the other by aligning them. A part is a role with its text; parts
are compared as wholes, and again by their characters, role by role. A caption counts in `captions` or with a picture; a
mark in front of a list's item and a dateline are passed over, as the cases' README has it.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any, Final

FIELDS: Final = ("title", "kicker", "subtitle", "series", "source")
LISTS: Final = {"source_reporters": "reporter", "captions": "caption"}
MARK: Final = re.compile(r"^(?:[0-9]{1,2}[.．、)）]|[（(][0-9一二三四五六七八九十]{1,2}[）)]|[①-⑳]|[●•·■◆▪◦○*\-–—])")
SPACE: Final = re.compile(r"[\s\u200b\ufeff\u00ad]+")


@dataclass(slots=True)
class Manuscript:
    front: dict[str, Any]
    blocks: list[tuple[str, str]]


@dataclass(slots=True)
class Answer:
    manuscripts: list[Manuscript]
    dropped: list[str] = field(default_factory=list)
    holds: bool = True


@dataclass(slots=True)
class Score:
    """Counts of one case or of several; F1s are made of them."""

    boundaries: Counter[str] = field(default_factory=Counter)
    parts: Counter[str] = field(default_factory=Counter)
    characters: Counter[str] = field(default_factory=Counter)
    accounted: bool = True
    in_order: bool = True
    misses: list[str] = field(default_factory=list)

    def rates(self) -> dict[str, float]:
        return {name: f1(getattr(self, name)) for name in ("boundaries", "parts", "characters")}


def f1(counts: Counter[str]) -> float:
    both = counts["gold"] + counts["found"]
    return 2 * counts["right"] / both if both else 1.0


def total(scores: Sequence[Score]) -> Score:
    """The counts of several cases together."""
    whole = Score()
    for score in scores:
        whole.boundaries += score.boundaries
        whole.parts += score.parts
        whole.characters += score.characters
        whole.accounted &= score.accounted
        whole.in_order &= score.in_order
    return whole


def squeezed(text: str) -> str:
    return SPACE.sub("", text)


def score(gold: Answer, found: Answer) -> Score:
    """One case."""
    made = Score(accounted=found.holds)
    wanted, got = _parts(gold), _parts(found)
    shared = Counter(wanted) & Counter(got)
    made.parts.update(gold=len(wanted), found=len(got), right=shared.total())
    made.misses = [f"- {role}: {text[:40]}" for role, text in (Counter(wanted) - Counter(got)).elements()]
    made.misses += [f"+ {role}: {text[:40]}" for role, text in (Counter(got) - Counter(wanted)).elements()]
    _boundaries(made, _bodies(gold), _bodies(found))
    for role in {role for role, _ in (*wanted, *got)}:
        ours, theirs = ("".join(text for r, text in parts if r == role) for parts in (got, wanted))
        made.characters.update(gold=len(theirs), found=len(ours), right=_common(theirs, ours))
    made.in_order = _ordered(_bodies(gold), _bodies(found))
    return made


def _parts(answer: Answer) -> list[tuple[str, str]]:
    return [(role, squeezed(text)) for one in answer.manuscripts for role, text in _of(one) if squeezed(text)]


def _of(one: Manuscript) -> Iterator[tuple[str, str]]:
    for name in FIELDS:
        yield name, str(one.front.get(name) or "")
    for name, role in LISTS.items():
        values = one.front.get(name) or []
        yield from ((role, str(value)) for value in ([values] if isinstance(values, str) else values))
    for role, text in one.blocks:
        yield ("caption" if role == "picture" else role), _unmarked(role, text)


def _unmarked(role: str, text: str) -> str:
    return (
        "\n".join(MARK.sub("", line.strip()) for line in text.split("\n")) if role == "list" else text.replace("|", "")
    )


def _bodies(answer: Answer) -> list[str]:
    """The blocks of all bodies in order; pictures' captions are none."""
    found = []
    for one in answer.manuscripts:
        found += [squeezed(_unmarked(role, text)) for role, text in one.blocks if role != "picture"]
        found.append("")
    return [text for text in found if text]


def _boundaries(made: Score, gold: list[str], found: list[str]) -> None:
    wanted = set(accumulate(map(len, gold)))
    ends = set(accumulate(map(len, found)))
    one, other = "".join(found), "".join(gold)
    carried = ends if one == other else _carried(one, other, ends)
    made.boundaries.update(gold=len(wanted), found=len(ends), right=len(wanted & carried))


def _carried(found: str, gold: str, ends: set[int]) -> set[int]:
    """Offsets in what was found as offsets in what is right."""
    carried = set()
    for tag, low, high, start, stop in _opcodes(found, gold):
        if tag == "equal":
            carried |= {start + end - low for end in ends if low < end <= high}
        elif high in ends and tag == "delete":
            carried.add(stop)
    return carried


def _opcodes(one: str, other: str) -> list[tuple[str, int, int, int, int]]:
    return list(difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes())


def _common(one: str, other: str) -> int:
    if one == other:
        return len(one)
    if len(one) * len(other) > 4_000_000 or not one or not other:
        return (Counter(one) & Counter(other)).total()
    return sum(block.size for block in difflib.SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks())


def _ordered(gold: list[str], found: list[str]) -> bool:
    """Blocks that are found whole stand in the order of the answer."""
    places = {text: n for n, text in enumerate(gold) if gold.count(text) == 1}
    seen = [places[text] for text in found if text in places]
    return seen == sorted(seen)
