"""Pages as data: which pages exist, and for each its template and its inputs.

A family is one kind of page. `plan` names every page of the kind with a stamp of its inputs, in a few queries over the
whole archive; `inputs` gathers the inputs of one page and is called only for the pages that are to be printed. The
bargain that keeps a fast build honest: whenever the inputs differ, the stamp differs.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeGuard
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from .store import Archive


class Page(NamedTuple):
    """A page that should exist: where it is printed, what it is about and what its inputs amount to."""

    address: str  # relative to the output folder: "articles/beishi-village.html"
    key: str  # what `inputs` needs to know which page is meant
    stamp: str  # changes whenever the inputs change
    listed: bool = True  # in the sitemap
    scope: str = ""  # of a family that has scopes: the part of the family that it is planned with


class Family(Protocol):
    """One kind of page. `template` names a file of the theme, or is "" where `render` makes the bytes."""

    name: str
    template: str

    def plan(self, archive: Archive) -> Iterator[Page]:
        """Every page of this kind with its stamp."""
        ...

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        """The inputs of one page: what its template gets beside the site's header data."""
        ...


class ScopedFamily(Family, Protocol):
    """A family of many pages that falls into scopes: a topic's list, a month, an article.

    A scope's pages can be planned alone, and follow from the manuscripts that have a part in it.
    """

    def plan(self, archive: Archive, scopes: Collection[str] | None = None) -> Iterator[Page]:
        """The pages of some scopes, or all."""
        ...

    def scopes_of(self, archive: Archive, path: str) -> Iterable[str]:
        """The scopes that a manuscript has a part in, as the archive stands."""
        ...


class InwardFamily(ScopedFamily, Protocol):
    """A family that hangs on what only a manuscript's own page shows: its words, its pictures."""

    inward: bool


class TemplatelessFamily(Family, Protocol):
    """A family whose pages are no HTML; its `template` is ""."""

    def render(self, inputs: dict[str, Any]) -> str | bytes:
        """The file."""
        ...


class ApartFamily(TemplatelessFamily, Protocol):
    """A family whose files take long to make of their inputs: what is made beside them need not wait."""

    apart: bool


class SplicedFamily(Family, Protocol):
    """A family whose files grow with the site and fall into parts, so that an edit costs its own part; see `splicing`.

    A part's bytes follow from its name and stamp alone, whatever stands around it.
    """

    frame: tuple[bytes, bytes, bytes]  # what stands in front of the parts, between two, and behind them

    def parts(self, archive: Archive, key: str) -> Iterable[tuple[str, str]]:
        """Name and stamp of each part, in order."""
        ...

    def part(self, archive: Archive, name: str) -> bytes:
        """One part."""
        ...


def is_scoped(family: Family) -> TypeGuard[ScopedFamily]:
    return hasattr(family, "scopes_of")


def is_inward(family: Family) -> TypeGuard[InwardFamily]:
    return getattr(family, "inward", False)


def is_templateless(family: Family) -> TypeGuard[TemplatelessFamily]:
    return hasattr(family, "render")


def is_apart(family: Family) -> TypeGuard[ApartFamily]:
    return getattr(family, "apart", False)


def is_spliced(family: Family) -> TypeGuard[SplicedFamily]:
    return hasattr(family, "frame")


def remarks(family: Family, archive: Archive) -> list[str]:
    """What a family has to say in the build's report, beside its pages: what is not there that one may look for."""
    told: list[str] = family.remarks(archive) if hasattr(family, "remarks") else []
    return told


def site_path(address: str) -> str:
    """The address as a reader's browser has it: topics/rural/index.html is /topics/rural/."""
    return "/" + address.removesuffix("index.html")


def root(site_url: str) -> str:
    """The part of the site's address behind the host, in front of every site path: "" or "/hub"."""
    return urlsplit(site_url).path.rstrip("/")


def digest(value: object) -> str:
    """A short fingerprint of any plain value."""
    data = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.blake2s(data.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


class Slice(NamedTuple):
    """One page of a long list. Pages are numbered from the oldest entry and all but the newest are full for ever."""

    number: int
    start: int
    end: int
    newest: bool


def slices(count: int, length: int) -> list[Slice]:
    """Cuts `count` entries, oldest first, into pages of `length`; the newest holds up to twice as many, less one.

    So a new entry changes the newest page only, and the newest page is never nearly empty.
    """
    full = max(0, count // length - 1)
    older = [Slice(number, (number - 1) * length, number * length, newest=False) for number in range(1, full + 1)]
    return [*older, Slice(full + 1, full * length, count, newest=True)]


@dataclass(frozen=True, slots=True)
class Listing:
    """The addresses of a long list's pages: the newest has the folder's own address."""

    folder: str  # "topics/rural"
    length: int

    def address(self, part: Slice) -> str:
        return f"{self.folder}/index.html" if part.newest else f"{self.folder}/{part.number}.html"

    def links(self, parts: Sequence[Slice], number: int) -> dict[str, Any]:
        """`number`, and the site paths of the `older`, `newer` and `newest` pages ("" where there is none)."""
        index = number - 1
        older = site_path(self.address(parts[index - 1])) if index else ""
        newer = site_path(self.address(parts[index + 1])) if index + 1 < len(parts) else ""
        return {
            "number": number,
            "older": older,
            "newer": newer,
            "newest": site_path(f"{self.folder}/index.html"),
        }

    def plan(self, key: str, stamps: Sequence[str], extra: object = "", *, newest: bool = True) -> Iterator[Page]:
        """The pages of one list, given a stamp for each entry, oldest first; `extra` goes into the newest page."""
        parts = slices(len(stamps), self.length)
        for part in parts:
            if part.newest and not newest:
                continue
            near_end = part.number >= len(parts) - 1  # its link to a newer page may yet move
            stamp = digest([stamps[part.start : part.end], near_end and len(parts), extra if part.newest else ""])
            yield Page(self.address(part), f"{key}#{part.number}", stamp)


def grouped(rows: Iterable[Sequence[Any]]) -> Iterator[tuple[str, list[Any]]]:
    """Consecutive rows (group, value) as (group, values)."""
    for group, members in groupby(rows, key=lambda row: row[0]):
        yield str(group), [member[1] for member in members]


def around(periods: Sequence[str], period: str) -> tuple[str | None, str | None]:
    """The periods before and after one, of those that have anything."""
    at = periods.index(period)
    return (periods[at - 1] if at else None), (periods[at + 1] if at + 1 < len(periods) else None)
