"""Manuscripts: one file's bytes in, one compiled manuscript out, or located faults in the editors' own words.

Who only handles compiled manuscripts imports `plugins.manuscripts.types`, and doesn't wait for what compiling needs:
the names below are loaded when first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from .compiling import compile_manuscript
    from .faults import Fault, ManuscriptError, Place, render, render_note
    from .places import front_matter, line_at, locate_field, locate_text, make_fault
    from .types import EventEntry, FigureEntry, Kind, Link, Manuscript, Note
    from .typesetting import typeset

_ROOMS: Final = {
    "compiling": ("compile_manuscript",),
    "typesetting": ("typeset",),
    "faults": ("Fault", "ManuscriptError", "Place", "render", "render_note"),
    "places": ("front_matter", "line_at", "locate_field", "locate_text", "make_fault"),
    "types": ("EventEntry", "FigureEntry", "Kind", "Link", "Manuscript", "Note"),
}
_ROOM_OF: Final = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = [
    "EventEntry",
    "Fault",
    "FigureEntry",
    "Kind",
    "Link",
    "Manuscript",
    "ManuscriptError",
    "Note",
    "Place",
    "compile_manuscript",
    "front_matter",
    "line_at",
    "locate_field",
    "locate_text",
    "make_fault",
    "render",
    "render_note",
    "typeset",
]


def __getattr__(name: str) -> Any:
    if name not in _ROOM_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f".{_ROOM_OF[name]}", __name__), name)
    return value
