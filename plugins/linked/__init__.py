"""Structured data (JSON-LD, https://schema.org) as every room writes it: plain values in, the text of a script out.

Pure; knows neither pages nor the archive. An article's own data is put together by the room of articles.
"""

from .data import Linked, script

__all__ = ["Linked", "script"]
