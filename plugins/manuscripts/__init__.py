"""Manuscripts: one file's bytes in, one compiled manuscript out, or located faults in the editors' own words."""

from .compiling import compile_manuscript
from .faults import Fault, ManuscriptError, Place, render, render_note
from .places import locate_field, locate_text, make_fault
from .types import EventEntry, FigureEntry, Kind, Link, Manuscript, Note

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
    "locate_field",
    "locate_text",
    "make_fault",
    "render",
    "render_note",
]
