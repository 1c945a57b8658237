"""The words of proof: `messages.toml` in; a finding's level, message, reason and mending out.

One table for every rule, so that an editor who mends the wording needs to look nowhere else.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from .types import Level

TABLE: Final = Path(__file__).with_name("messages.toml")


class Wording(NamedTuple):
    """A finding's words."""

    level: Level
    message: str
    why: str
    mend: str


@cache
def table() -> dict[str, dict[str, dict[str, str]]]:
    """rule → code → level, message, why, mend."""
    return tomllib.loads(TABLE.read_text("utf-8"))


def wording(rule: str, code: str, values: Mapping[str, object]) -> Wording:
    """The table's entry with its `{names}` filled in. Raises KeyError for a code that the table lacks."""
    entry = table()[rule][code]
    level: Level = "warn" if entry.get("level") == "warn" else "block"
    return Wording(level, *(entry[name].strip().format_map(values) for name in ("message", "why", "mend")))
