"""Proof: the archive in, what an editor should look at before it is printed out. Read-only.

`proofread` shows the articles to every rule, drops what an editor has answered and finds the places of the rest. The
rules stand in `rules/`, one a file, named by family and effect; their words in `messages.toml`, their reasons in
docs/proof.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from plugins.manuscripts import Fault

from .answers import Answers
from .locating import located
from .rules import RULES
from .settings import ProofSettings
from .sheets import Sheet, every_sheet, sheets_of
from .types import Draft, Finding, Matter, Place, Rule

__all__ = ["Finding", "Matter", "ProofSettings", "as_finding", "proofread"]


def proofread(matter: Matter, source: Callable[[str], bytes], shown: Callable[[str], str] = str) -> list[Finding]:
    """All findings, by place. `source` gives an article's bytes, `shown` its path as the editor knows it."""
    rules = [rule(matter) for rule in RULES]
    answers = Answers(matter.archive, source)
    drafts = (draft for draft in _drafts(matter, rules) if not answers.settle(draft))
    return in_order(located(draft, source, shown) for draft in drafts)


def _drafts(matter: Matter, rules: list[Rule]) -> Iterator[Draft]:
    for sheet in _sheets(matter):
        for rule in rules:
            yield from rule.sheet(sheet)
    for rule in rules:
        yield from rule.close()


def _sheets(matter: Matter) -> Iterator[Sheet]:
    if matter.only is None:
        return every_sheet(matter.archive, drafts=matter.drafts)
    return sheets_of(matter.archive, sorted(matter.only))


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """By file, line and column."""
    return sorted(findings, key=lambda one: (one.place.path, one.place.line, one.place.column, one.rule, one.code))


def as_finding(fault: Fault) -> Finding:
    """A manuscript that can't be compiled can't be proofread: its faults are findings that block."""
    place = Place(fault.path, fault.line, fault.column, fault.length, fault.excerpt, "")
    return Finding("manuscript", fault.code, "block", place, fault.message, "", fault.mend)
