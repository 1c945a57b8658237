"""Each page is HTML that a strict parser takes without a fault (the HTML standard's parse errors).

A browser forgives; an archive, a screen reader and the next tool may not.
"""

from __future__ import annotations

import html5lib
from html5lib.constants import E

from plugins.checks.site import Page
from plugins.checks.types import Findings, Place, Rule


class HtmlParses(Rule):
    """No parse error, by html5lib's count."""

    name = "html_parses"

    def page(self, page: Page) -> Findings:
        for line, column, said in faults_of(page.source):
            yield self.fault("error", Place(page.file, line, column), said=said)


def faults_of(source: str) -> list[tuple[int, int, str]]:
    """(line, column, what html5lib says) of each parse error; columns count from 1."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parser.parse(source)
    return [
        (line, max(1, column), E.get(code, code) % (values or {})) for (line, column), code, values in parser.errors
    ]
