"""Settings of the ledger."""

from __future__ import annotations

from plugins.settings import RoomSettings


class FactsSettings(RoomSettings):
    """How the ledger is cut into pages."""

    LEDGER_LENGTH: int = 20
    """Articles on a page of a topic's ledger."""
    LEDGER_RECENT: int = 40
    """Newest articles of a topic that its leading figures are drawn from."""
    LEDGER_LEADING: int = 6
    """Leading figures of each topic on the ledger's first page."""
