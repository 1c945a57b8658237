"""Markdown bodies to HTML and plain text: Python-Markdown with what a Chinese newsroom needs, and no HTML that could do
harm. What newspaper articles are made of goes down the lean lane, with the same result.
"""

from __future__ import annotations

from . import lean
from .findings import Body, Findings, Problem

__all__ = ["Body", "Findings", "Problem", "convert"]


def convert(path: str, text: str) -> Body:
    """The HTML of a body, and what was found on the way. Raises RecursionError if it is nested too deeply."""
    return lean.convert(path, text) or _by_the_engine(path, text)


def _by_the_engine(path: str, text: str) -> Body:
    from . import engine  # a process may never need it, and it takes long to import

    return engine.convert(path, text)
