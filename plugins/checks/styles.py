"""Style sheets: the text of one in, the addresses that it asks for out.

Not a CSS parser: comments are blanked, then `url(…)` and `@import "…"` are found: all that makes a request.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.checks.types import Place

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
ADDRESS = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^'")\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE
)


def requests_of(css: str) -> Iterator[tuple[int, str]]:
    """(offset, address as written) of every address in a piece of CSS."""
    bare = COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), css)
    for match in ADDRESS.finditer(bare):
        written = next((group for group in match.groups() if group is not None), "")
        if written:
            yield match.start(), written


def addresses_in_css(path: str, css: str) -> Iterator[tuple[str, Place]]:
    """The addresses of the style sheet at site path `path`, each with its place."""
    for offset, written in requests_of(css):
        before = css[:offset]
        yield written, Place(path.removeprefix("/"), before.count("\n") + 1, offset - before.rfind("\n"))
