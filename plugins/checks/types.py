"""What a check says: a finding with its place, and the shape of a rule.

A rule is made for one run over one site. It sees every HTML page once, in order, and may keep small notes for
the questions that only the whole site answers; `close` asks those. It never keeps a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Protocol

from plugins.wording import Level, Messages

if TYPE_CHECKING:
    from plugins.checks.site import Page, Site

MESSAGES = Messages(__file__)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file of the built site; line and column count from 1."""

    path: str  # POSIX, relative to the output folder
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, where it is, and how to mend it."""

    rule: str
    level: Level
    path: str
    line: int
    column: int
    message: str
    mend: str

    def render(self) -> str:
        """One line for a terminal that makes `path:line:column` a link."""
        return f"{self.path}:{self.line}:{self.column} [{self.rule}] {self.message} 改法：{self.mend}"


class Rule(Protocol):
    """A check. `name` is the file's name, the findings' tag and the heading in docs/checks.md."""

    name: ClassVar[str]
    site: Site

    def __init__(self, site: Site) -> None:
        self.site = site

    def page(self, page: Page) -> Iterable[Finding]:
        """What is wrong on this page alone."""
        return ()

    def close(self) -> Iterable[Finding]:
        """What only shows when every page has been seen."""
        return ()

    def fault(self, code: str, place: Place, /, **values: object) -> Finding:
        """A finding of this rule, worded by the message table."""
        words = MESSAGES.wording(self.name, code, values)
        return Finding(self.name, words.level, place.path, place.line, place.column, words.message, words.mend)


Findings = Iterator[Finding]
