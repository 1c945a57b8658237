"""Ids for the blocks of a body that have none, so that a link can land on any of them. Pure.

Paragraphs, list items and table rows are numbered through the body; the ids of headings and figures have no full stop.
"""

from __future__ import annotations

import re
from itertools import count
from typing import Final

_BLOCK: Final = re.compile(r"<(p|li|tr)>")


def anchored(html: str) -> str:
    """The body with the ids p.1, p.2 and so on."""
    numbers = count(1)
    return _BLOCK.sub(lambda match: f'<{match[1]} id="p.{next(numbers)}">', html)
