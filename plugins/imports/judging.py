"""The rules heard on every block: votes in, a role out."""

from __future__ import annotations

from .rules import ROLES
from .sheet import Sheet


def judge(sheet: Sheet) -> None:
    """Gives every block its role; twice, since some rules look at what the neighbours are."""
    for _ in range(2):
        for n, block in enumerate(sheet.blocks):
            block.votes = [vote for rule in ROLES for vote in rule(sheet, n)]
        for block in sheet.blocks:
            block.settle()
