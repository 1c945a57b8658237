"""The words of the checks: `messages.toml` in, a message and its mending out.

One table for every rule, so that an editor who mends the wording needs to look nowhere else.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

TABLE = Path(__file__).with_name("messages.toml")


class Wording(NamedTuple):
    """A finding's words: how grave it is, what is wrong, how to mend it."""

    level: Literal["block", "warn"]
    message: str
    mend: str


@cache
def table() -> dict[str, dict[str, dict[str, str]]]:
    """rule → code → level, message, mend."""
    return tomllib.loads(TABLE.read_text("utf-8"))


def wording(rule: str, code: str, values: Mapping[str, object]) -> Wording:
    """The table's entry with its `{names}` filled in. Raises KeyError for a code that the table lacks."""
    entry = table()[rule][code]
    return Wording(
        "warn" if entry.get("level") == "warn" else "block",
        entry["message"].format_map(values),
        entry["mend"].format_map(values),
    )
