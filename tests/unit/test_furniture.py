"""Pieces that are printed once a build: what `base.html` gets of them, and the engine that looks names up."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup, escape

from plugins.press.engine import Engine, engine
from plugins.press.furniture import furnish


def made(**templates: str) -> Engine:
    return Engine(loader=DictLoader(templates), autoescape=True, undefined=StrictUndefined)


def test_the_section_of_a_page_is_marked_in_its_masthead_and_no_other() -> None:
    pieces = {f"furniture/{name}.html": name for name in ("links", "skip-link", "footer")}
    env = made(**pieces, **{"furniture/masthead.html": "<b>{{ section }}</b>"})
    mastheads = furnish(env, ["topics", "data"])["mastheads"]
    assert mastheads["topics"] == "<b>topics</b>"
    assert mastheads["data"] == "<b>data</b>"
    assert mastheads["nowhere"] == mastheads[""] == "<b></b>"


def test_an_item_goes_before_an_attribute() -> None:
    env = made(page="{{ card.items }} {{ card.title.upper() }}")
    assert env.get_template("page").render(card={"items": "三件", "title": "a"}) == "三件 A"


@pytest.mark.parametrize("source", ["{{ title }}", "{{ card.title }}", "{{ title() }}", "{{ card.title() }}"])
def test_a_name_that_is_missing_is_an_error(source: str) -> None:
    with pytest.raises(UndefinedError):
        made(page=source).get_template("page").render(card={})


def test_components_escape_what_they_are_given_in_loops_and_blocks_too() -> None:
    env = made(
        macro="{% macro show(text) %}<b>{{ text }}</b>{% endmacro %}",
        base="{% block main %}{% endblock %}",
        page='{% extends "base" %}{% from "macro" import show %}'
        "{% block main %}{{ show(mark) }}{% for text in [mark] %}{{ show(text) }}{% endfor %}{% endblock %}",
    )
    assert env.get_template("page").render(mark="<i>") == "<b>&lt;i&gt;</b>" * 2


@pytest.mark.parametrize("value", ['<a href="x">it\'s & so</a>', "平", "", 12, 1.5, None, Markup("<b>"), ["<"]])
def test_values_are_escaped_as_everywhere(value: object) -> None:
    shown = made(page="{{ value }}").get_template("page").render(value=value)
    assert shown == str(escape(value))
    assert made(page="{% autoescape false %}{{ value }}{% endautoescape %}").get_template("page").render(
        value=value
    ) == str(value)


def test_the_engine_has_what_the_host_has() -> None:
    host = Environment(loader=DictLoader({"page": "{{ word|shout }}{{ mark }}"}))
    host.filters["shout"] = str.upper
    host.globals["mark"] = "!"
    own = engine(host)
    own.globals["mark"] = "?"
    assert own.get_template("page").render(word="a") == "A?"
    assert host.get_template("page").render(word="a") == "A!"


def test_components_take_arguments_by_place_and_name_and_know_their_own() -> None:
    env = made(
        macro="{% macro show(text, level=2, mark=text) %}{{ text }}{{ level }}{{ mark }}{% endmacro %}",
        page='{% from "macro" import show %}{{ show("a") }} {{ show("a", mark="b") }} {{ show(level=3, text="<") }}',
    )
    assert env.get_template("page").render() == "a2a a2b &lt;3&lt;"


@pytest.mark.parametrize("call", ["show(1, 2)", "show(1, more=2)", "show(1, text=2)"])
def test_a_component_is_given_nothing_that_it_does_not_know(call: str) -> None:
    env = made(
        macro="{% macro show(text) %}{{ text }}{% endmacro %}", page=f'{{% from "macro" import show %}}{{{{ {call} }}}}'
    )
    with pytest.raises(TypeError, match="show"):
        env.get_template("page").render()


def test_components_around_other_text_are_called_as_jinja_calls_them() -> None:
    env = made(page="{% macro box() %}<p>{{ caller() }}</p>{% endmacro %}{% call box() %}<b>{{ 1 }}</b>{% endcall %}")
    assert env.get_template("page").render() == "<p><b>1</b></p>"
