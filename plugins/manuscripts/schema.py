"""The front matter of each kind of manuscript: which fields there are, and what each takes.

Plain values with every scalar as text flow in; the same fields checked, normalised and without the empty ones flow
out, or verdicts: (steps to the field, code of the message, its values).
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from . import fields as f
from .messages import EXAMPLES
from .types import Kind

Steps = tuple[str | int, ...]
Verdict = tuple[Steps, str, dict[str, Any]]

BOUNDS: Final = ("eq", "ge", "le", "approx", "range")
STATUSES: Final = ("published", "draft")


class _Fields(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Decision(_Fields):
    """What an editor decided about one figure of the body."""

    text: f.Text
    nth: f.Ordinal | None = None
    label: f.Text | None = None
    pin: f.Flag = False
    hide: f.Flag = False
    add: f.Flag = False
    value: f.Number | None = None
    high: f.Number | None = None
    bound: Annotated[f.Text, AfterValidator(f.one_of(*BOUNDS))] | None = None
    unit: f.Text | None = None
    as_of: f.AsOf | None = None
    differs: f.Text | None = None


class Checked(_Fields):
    """A text of the manuscript that the editor has looked into and stands by, whatever proof says of it."""

    text: f.Text
    why: f.Text
    rule: f.Text | None = None


class Correction(_Fields):
    """A printed correction."""

    date: f.Moment
    text: f.Text


class Headed(_Fields):
    """What every manuscript has."""

    title: f.Text
    slug: f.Slug


class Article(Headed):
    date: f.Moment
    column: f.Text
    topics: f.Names
    kicker: f.Text | None = None
    subtitle: f.Text | None = None
    summary: f.Text | None = None
    series: f.Text | None = None
    source: f.Text | None = None
    source_reporters: f.Texts | None = None
    author: f.Text | None = None
    editor: f.Text | None = None
    captions: f.Texts | None = None
    year: f.Year | None = None
    as_of: f.AsOf | None = None
    tags: f.Texts | None = None
    image: f.Image | None = None
    status: Annotated[f.Text, AfterValidator(f.one_of(*STATUSES))] = "published"
    facts: Annotated[list[Decision], f.Listed] | None = None
    checked: Annotated[list[Checked], f.Listed] | None = None
    aliases: Annotated[list[f.Alias], f.Listed] | None = None
    corrections: Annotated[list[Correction], f.Listed] | None = None


class Column(Headed):
    keywords: f.Texts | None = None
    lead: f.Text | None = None
    type: f.Text | None = None
    description: f.Text | None = None


class Topic(Column):
    picks: Annotated[list[f.Pick], f.Listed] | None = None


class Page(Headed):
    description: f.Text | None = None
    aliases: Annotated[list[f.Alias], f.Listed] | None = None


MODELS: Final[dict[Kind, type[Headed]]] = {"article": Article, "topic": Topic, "column": Column, "page": Page}
_PARTS: Final[dict[str, type[_Fields]]] = {"facts": Decision, "checked": Checked, "corrections": Correction}
_OPTIONAL: Final = {
    model: frozenset(name for name, info in model.model_fields.items() if not info.is_required())
    for model in MODELS.values()
}
FIELD_NAMES: Final = frozenset(name for model in (*MODELS.values(), *_PARTS.values()) for name in model.model_fields)


def validate(kind: Kind, values: dict[str, Any]) -> tuple[dict[str, Any], list[Verdict]]:
    """The checked fields, or what is wrong with them (then the fields are as good as empty)."""
    model = MODELS[kind]
    try:
        checked = model.model_validate(_without_blanks(model, values))
    except ValidationError as error:
        return {}, [_verdict(model, details) for details in error.errors(include_url=False)]
    return checked.model_dump(mode="json", exclude_none=True), []


def _without_blanks(model: type[Headed], values: dict[str, Any]) -> dict[str, Any]:
    """Optional fields with nothing behind the colon are as good as absent; required ones are empty."""
    optional = _OPTIONAL[model]
    return {
        name: "" if value is None else value
        for name, value in values.items()
        if value not in (None, "", []) or name not in optional
    }


def _verdict(model: type[BaseModel], details: ErrorDetails) -> Verdict:
    steps = tuple(details["loc"])
    name = next((str(step) for step in reversed(steps) if isinstance(step, str)), "")
    within = f"{steps[0]}.{name}" if len(steps) > 1 else name
    base = {"field": name, "example": EXAMPLES.get(within, "内容")}
    if details["type"] == "manuscript":
        values = dict(details.get("ctx", {}))
        return steps, values.pop("code"), base | values
    if details["type"] == "extra_forbidden":
        return steps, "field-unknown", base | {"hint": _hint(name, _owner(model, steps))}
    if details["type"] == "missing":
        return steps, "field-missing", base
    return steps, "field-not-mapping", base


def _owner(model: type[BaseModel], steps: Steps) -> type[BaseModel]:
    return _PARTS.get(str(steps[0]), model) if len(steps) > 1 else model


def _hint(name: str, model: type[BaseModel]) -> str:
    near = difflib.get_close_matches(name.lower(), model.model_fields, n=1, cutoff=0.5)
    if near:
        return f"是不是 {near[0]}？"
    return "可用的字段：" + "、".join(model.model_fields)


def decisions(front: dict[str, Any]) -> Iterator[tuple[int, Decision]]:
    """The decisions of a checked front matter, with their places in `facts`."""
    for number, item in enumerate(front.get("facts") or []):
        yield number, Decision.model_construct(**{**_NO_DECISION, **item})


_NO_DECISION: Final[dict[str, Any]] = {
    name: info.default for name, info in Decision.model_fields.items() if not info.is_required()
}
