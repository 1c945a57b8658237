"""What stands around every page: site tags and links to styles, skip link, masthead, footer. Printed once a build.

`base.html` places the pieces. Their text goes into the stamp of every page, so that a change in any of them prints all.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from .sheets import ARTICLE, SHARED

Furniture = dict[str, Any]


class Mastheads(dict[str, Markup]):
    """Mastheads by the section of the page; a page of none, or of one that the navigation lacks, has the plain one."""

    def __missing__(self, section: str) -> Markup:
        return self[""]


class ColumnTags(dict[str, Markup]):
    """The page tags of the columns by title; a page of none has none."""

    def __missing__(self, column: str) -> Markup:
        return Markup()


def furnish(env: Environment, sections: Iterable[str], columns: Iterable[str] = ()) -> Furniture:
    """The pieces, as the templates under `furniture/` print them with the helpers that the environment has."""

    def piece(name: str, **inputs: str) -> Markup:
        return Markup(env.get_template(f"furniture/{name}.html").render(inputs))  # noqa: S704 - a template has escaped it

    return {
        **{name.replace("-", "_"): piece(name) for name in ("skip-link", "footer")},
        "links": {sheet: piece("links", sheet=sheet) for sheet in (SHARED, ARTICLE)},
        "column_tags": ColumnTags({title: piece("column-tags", column=title) for title in columns}),
        "mastheads": Mastheads({section: piece("masthead", section=section) for section in ("", *sections)}),
    }
