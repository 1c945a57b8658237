"""Settings of the ledger's first page and of those by unit, place and year."""

from __future__ import annotations

from plugins.settings import RoomSettings


class LedgerSettings(RoomSettings):
    """How much stands on a page."""

    LEDGER_RECENT: int = 40
    """Newest articles of a topic that its leading figures are drawn from."""
    LEDGER_LEADING: int = 4
    """Leading figures of each topic on the ledger's first page."""
    LEDGER_FACET: int = 30
    """Most figures on the page of a unit, a place or a year."""
    DATABASE_FIGURES: int = 5_000
    """Figures up to which there is a facts.sqlite to take along; see the data sets' own."""
