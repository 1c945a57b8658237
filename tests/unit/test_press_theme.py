"""A template's closure is what Jinja itself would load for it; a name that is not written out is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, FileSystemLoader, meta

from plugins.press.references import references
from plugins.press.theme import Closures, TemplateError

THEME = Path(__file__).resolve().parents[2] / "theme"


def test_every_template_refers_to_what_jinja_finds_in_it() -> None:
    env = Environment(loader=FileSystemLoader([THEME / "templates", THEME / "components"]), autoescape=True)
    names = [name for name in env.list_templates() if name.endswith(".html")]
    assert len(names) > 40
    for name in names:
        assert env.loader is not None
        source = env.loader.get_source(env, name)[0]
        assert set(references(source)) == set(meta.find_referenced_templates(env.parse(source))), name


@pytest.mark.parametrize(
    "source",
    [
        "{% include name %}",
        "{%- from 'a' ~ kind import b %}",
        "{% extends base %}",
        "{% include ['a.html', 'b.html'] %}",
        "{% import kind + '.html' as x %}",
        "{% include 'a.html' if x else 'b.html' %}",
    ],
)
def test_a_name_that_is_only_known_when_it_runs_is_refused(source: str) -> None:
    texts = {"page.html": source, "a.html": "", "b.html": ""}
    closures = Closures(Environment(loader=DictLoader(texts), autoescape=True))
    with pytest.raises(TemplateError):
        closures.of("page.html")


@pytest.mark.parametrize(
    "tag", ["{% include 'part.html' %}", '{%- import "part.html" as p -%}', "{%+extends'part.html'%}"]
)
def test_a_change_in_a_part_changes_the_closure(tag: str) -> None:
    marks = set()
    for part in ("one", "two"):
        texts = {"page.html": tag, "part.html": part}
        marks.add(Closures(Environment(loader=DictLoader(texts), autoescape=True)).of("page.html"))
    assert len(marks) == 2
