"""Bodies leave the archive with real addresses in place of the files that they link to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from urllib.parse import quote

PLACEHOLDER = re.compile(r'="hub:([^"#]*)(?=["#])')

TARGETS = (
    "SELECT DISTINCT l.target, m.address FROM links l JOIN manuscripts m ON m.path = l.target WHERE l.path = :path"
)


def resolve(html: str, targets: Mapping[str, str], root: str) -> str:
    """`hub:` references as addresses: a manuscript's page by its site path, a picture by its path under content/."""

    def address(match: re.Match[str]) -> str:
        target = unescape(match[1])
        return '="' + root + (targets.get(target) or "/" + quote(target))

    return PLACEHOLDER.sub(address, html)
