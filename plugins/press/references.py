"""Which templates a template names: source in, names out; parsing them all would take as long as an edit."""

from __future__ import annotations

import re

REFERENCE = re.compile(
    r"""\{%[+-]?\s*(?:extends|include|import|from)\b\s*"""
    r"""(?:["']([^"']*)["']\s*(?=[+-]?%\}|(?:import|as|ignore|with|without)\b))?"""
)
"""A tag by which one template refers to another, and the name in it."""


def references(source: str) -> list[str]:
    """The names; "" for one that is only known when the template runs."""
    found: list[str] = REFERENCE.findall(source)
    return found
