"""What proof says: a draft of a rule, with words to point at; a finding, with its place in a file; the shape of a rule.

A rule is made for one run. It sees the articles that are proofread one by one (`sheet`), and may say at the end what
only all of them tell, those among them that are not proofread (`close`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple, Protocol

from plugins.wording import Level, Messages

if TYPE_CHECKING:
    from plugins.archive import Archive

    from .settings import ProofSettings
    from .sheets import Sheet

MESSAGES = Messages(__file__)
Part = Literal["body", "title", "summary"]


class Spot(NamedTuple):
    """Words of a manuscript: the nth place of them in its body, or in a field of its front matter."""

    path: str
    words: str
    nth: int = 1
    part: Part = "body"
    sentence: str = ""  # that says them
    anchor: str = ""  # of the figure, if they are one


@dataclass(frozen=True, slots=True)
class Draft:
    """What a rule found. `related` are the other places that make it a finding; `values` fill its message."""

    rule: str
    code: str
    spot: Spot
    values: Mapping[str, object]
    related: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a line of a file; counted from 1, columns in characters. `excerpt` is the whole line."""

    path: str
    line: int
    column: int
    length: int
    excerpt: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing for the editor to look at: what and where, why it is one, how to mend or to answer it."""

    rule: str
    code: str
    level: Level
    place: Place
    message: str
    why: str
    mend: str
    related: tuple[Place, ...] = ()


class Matter(NamedTuple):
    """What a run is about."""

    archive: Archive
    settings: ProofSettings
    today: date
    only: frozenset[str] | None = None  # the articles that are proofread; None for all
    drafts: bool = True  # whether drafts are among them, and may tell against others

    def asked(self, path: str) -> bool:
        return self.only is None or path in self.only


class Rule(Protocol):
    """A rule. `name` is the file's name, the findings' tag and the heading in docs/proof.md."""

    name: ClassVar[str]
    matter: Matter

    def __init__(self, matter: Matter) -> None:
        self.matter = matter

    def sheet(self, sheet: Sheet) -> Iterable[Draft]:
        """What is found in this article alone."""
        return ()

    def close(self) -> Iterable[Draft]:
        """What only shows when every article has been seen."""
        return ()

    def draft(self, code: str, spot: Spot, /, *related: Spot, **values: Any) -> Draft:
        """A draft of this rule."""
        return Draft(self.name, code, spot, values, related)
