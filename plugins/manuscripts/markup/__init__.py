"""Markdown bodies to HTML: Python-Markdown with what a Chinese newsroom needs, and without what a site must not print."""

from .engine import Body, convert
from .findings import Findings, Problem

__all__ = ["Body", "Findings", "Problem", "convert"]
