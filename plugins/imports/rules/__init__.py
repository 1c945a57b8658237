"""The layout rules, one a file: what a block is (`ROLES`), and whether one goes on in another (`JOINS`).

A rule of the first kind looks at a block of a sheet and votes; one of the second weighs two blocks. Scores add up:
about 1 is a hint, 3 speaks for itself, 8 settles the matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plugins.imports.sheet import Block, Sheet, Vote

from .join_figure import join_figure
from .join_form import join_form
from .join_indent import join_indent
from .join_opening import join_opening
from .join_quotation import join_quotation
from .join_sentence import join_sentence
from .join_word import join_word
from .role_by_format import role_by_format
from .role_by_type import role_by_type
from .role_byline import role_byline
from .role_caption import role_caption
from .role_furniture import role_furniture
from .role_list import role_list
from .role_shape import role_shape
from .role_signature import role_signature
from .role_source import role_source
from .role_verse import role_verse

Role = Callable[[Sheet, int], Iterator[Vote]]
Weigher = Callable[[Sheet, Block, Block], Iterator[Vote]]

ROLES: tuple[Role, ...] = (
    role_by_format,
    role_by_type,
    role_furniture,
    role_byline,
    role_source,
    role_signature,
    role_caption,
    role_verse,
    role_list,
    role_shape,
)
JOINS: tuple[Weigher, ...] = (
    join_sentence,
    join_opening,
    join_quotation,
    join_indent,
    join_word,
    join_figure,
    join_form,
)
