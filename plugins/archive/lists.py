"""One page of a long list of articles: its cards and its links, found along an index and not by counting entries.

What a list needs to know of all its entries is where each of its pages begins; it is asked for once, until manuscripts
change.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from .families import Listing, Slice, slices
from .store import Archive


class Cut(NamedTuple):
    """A list cut into pages: its parts, and date and slug of the first entry of each run of a page's length."""

    parts: list[Slice]
    starts: list[tuple[str, str]]


def list_page(
    archive: Archive, listing: Listing, number: int, *, members: str, cards: str, **which: object
) -> dict[str, Any]:
    """A page's cards, newest first, and its links; number 0 is the newest page.

    `members` selects date and slug of every entry, oldest first; `cards` selects `:length` cards from `:date`, `:slug`.
    """
    cut = archive.once(f"{listing.folder}#{listing.length}", lambda known: _cut(known, listing.length, members, which))
    part = cut.parts[number - 1]
    shown = []
    if part.end > part.start:
        date, slug = cut.starts[part.start // listing.length]
        shown = archive.cards(cards, date=date, slug=slug, length=part.end - part.start, **which)
    return {"cards": shown[::-1]} | listing.links(cut.parts, part.number)


def _cut(archive: Archive, length: int, members: str, which: dict[str, object]) -> Cut:
    starts, count = [], 0
    for count, (date, slug) in enumerate(archive.db.execute(members, which), 1):
        if count % length == 1 % length:
            starts.append((date, slug))
    return Cut(slices(count, length), starts)
