"""One reader a format: bytes in, a `Source` out, or a refusal in the editors' words."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Final

from plugins.imports.types import Source

Reader = Callable[[str, bytes], Source]
KINDS: Final = {"txt": "plain", "docx": "word", "html": "web", "pdf": "pdf", "md": "markdown"}
"""Kinds of source, and the modules that read them."""


def read(kind: str, name: str, data: bytes) -> Source:
    """The source of a file's bytes."""
    reader: Reader = import_module(f".{KINDS[kind]}", __name__).read
    return reader(name, data)
