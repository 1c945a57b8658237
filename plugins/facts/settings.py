"""Settings of the ledger."""

from __future__ import annotations

from plugins.settings import RoomSettings


class FactsSettings(RoomSettings):
    """How the ledger is cut into pages."""

    LEDGER_LENGTH: int = 20
    """Articles on a page of a topic's ledger."""
