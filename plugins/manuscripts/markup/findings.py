"""What a conversion yields: HTML, its plain text, and what was found on the way: problems with the words they stand
at, links, headings, kept tags."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from plugins.manuscripts.plaintext import PlainText
from plugins.manuscripts.types import Link

from .addresses import Address


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault whose place is yet to be found: `needles` are words of the source to look for, the best first."""

    code: str
    needles: tuple[str, ...]
    values: dict[str, Any]
    nth: int = 0  # which of the places that have these words; 0: as many as problems with them came before, and one


@dataclass(slots=True)
class Findings:
    """Filled by the processors while a body is converted."""

    path: str = ""
    problems: list[Problem] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    headings: list[tuple[int, str, str]] = field(default_factory=list)
    fragments: list[tuple[str, str]] = field(default_factory=list)  # links into this very body: fragment, as written
    tags: list[tuple[str, str]] = field(default_factory=list)  # kept HTML tags: as printed, as written
    refused: list[str] = field(default_factory=list)  # opened tags that are a problem already
    factboxes: int = 0

    def begin(self, path: str) -> None:
        """For another body. The lists are new ones: those of the body before have been handed out."""
        fresh = Findings(path)
        for name in self.__slots__:
            setattr(self, name, getattr(fresh, name))

    def problem(self, code: str, *needles: str, nth: int = 0, **values: Any) -> None:
        self.problems.append(Problem(code, needles, values, nth))

    def linked(self, address: Address, written: str) -> None:
        """An address that was judged good."""
        if address.printed.startswith("#"):
            self.fragments.append((address.fragment, written))
        elif address.target:
            picture = address.target.startswith("images/")
            self.links.append(Link(address.target, address.fragment, written, picture))

    def unbalanced(self, number: int, name: str) -> None:
        """A kept tag that has no partner."""
        written = [tag[1] for tag in self.tags[: number + 1]]
        self.problem("html-unbalanced", written[-1], nth=written.count(written[-1]), tag=name)

    def keep(self, printed: str, written: str) -> str:
        """A mark that stands for a kept tag until the tree is printed."""
        self.tags.append((printed, written))
        return f"\x02tag:{len(self.tags) - 1}\x03"


class Body(NamedTuple):
    """A converted body."""

    html: str
    plain: PlainText
    findings: Findings
