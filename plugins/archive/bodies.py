"""Bodies leave the archive with real addresses in place of the files that they link to."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import unescape
from urllib.parse import quote

from plugins.images.sheets import Sheet

PLACEHOLDER = re.compile(r'="hub:([^"#]*)(?=["#])')

TARGETS = (
    "SELECT DISTINCT l.target, m.address FROM links l JOIN manuscripts m ON m.path = l.target WHERE l.path = :path"
)


SHEETS = """
    SELECT p.path, p.sheet FROM links l JOIN pictures p ON p.path = l.target
    WHERE l.path = :path AND l.image AND p.sheet <> ''
"""


def as_sheet(stored: str) -> Sheet:
    """A picture as it is noted: JSON of its fields."""
    key, width, height, widths, plain = json.loads(stored)
    return Sheet(key, width, height, tuple(widths), plain)


def resolve(html: str, targets: Mapping[str, str], root: str) -> str:
    """`hub:` references as addresses: a manuscript's page by its site path, a picture by its largest file's."""

    def address(match: re.Match[str]) -> str:
        target = unescape(match[1])
        return '="' + root + (targets.get(target) or "/" + quote(target))

    return PLACEHOLDER.sub(address, html)
