"""Markdown bodies to HTML: Python-Markdown with what a Chinese newsroom needs, and no HTML that could do harm."""

from .engine import convert
from .findings import Body, Findings, Problem

__all__ = ["Body", "Findings", "Problem", "convert"]
