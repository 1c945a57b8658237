"""The front matter of each kind of manuscript: which fields there are, and what each takes.

Plain values with every scalar as text flow in; the same fields checked, normalised and without the empty ones flow
out, or verdicts with the values of their messages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from . import fields as f
from .fields import Field, Verdict, Wrong
from .messages import EXAMPLES
from .types import Kind

BOUNDS: Final = ("eq", "ge", "le", "approx", "range")
STATUSES: Final = ("published", "draft")


def _required(kind: f.Kind) -> Field:
    return Field(kind, required=True)


DECISION: Final = {
    "text": _required(f.text),
    "nth": Field(f.ordinal),
    "label": Field(f.text),
    "pin": Field(f.flag, default=False),
    "hide": Field(f.flag, default=False),
    "add": Field(f.flag, default=False),
    "value": Field(f.number),
    "high": Field(f.number),
    "bound": Field(f.one_of(*BOUNDS)),
    "unit": Field(f.text),
    "as_of": Field(f.as_of),
    "differs": Field(f.text),
}
"""What an editor decided about one figure of the body."""
CHECKED: Final = {"text": _required(f.text), "why": _required(f.text), "rule": Field(f.text)}
"""A text of the manuscript that the editor has looked into and stands by, whatever proof says of it."""
CORRECTION: Final = {"date": _required(f.moment), "text": _required(f.text)}
"""A printed correction."""
PARTS: Final = {"facts": DECISION, "checked": CHECKED, "corrections": CORRECTION}

PICTURED: Final = ("image_alt", "image_caption")
"""The words that go with a leading picture."""
HEADED: Final = {"title": _required(f.text), "slug": _required(f.slug)}
"""What every manuscript has."""
ALIASES: Final = {"aliases": Field(f.listed(f.alias))}
ARTICLE: Final = {
    **HEADED,
    "date": _required(f.moment),
    "column": _required(f.text),
    "topics": _required(f.names),
    **{name: Field(f.text) for name in ("kicker", "subtitle", "summary", "series", "source")},
    "source_reporters": Field(f.texts),
    **{name: Field(f.text) for name in ("author", "editor")},
    "captions": Field(f.texts),
    "year": Field(f.year),
    "as_of": Field(f.as_of),
    "tags": Field(f.texts),
    "image": Field(f.image),
    **{name: Field(f.text) for name in PICTURED},
    "status": Field(f.one_of(*STATUSES), default="published"),
    "facts": Field(f.listed(f.mapping(DECISION))),
    "checked": Field(f.listed(f.mapping(CHECKED))),
    **ALIASES,
    "corrections": Field(f.listed(f.mapping(CORRECTION))),
}
COLUMN: Final = {
    **HEADED,
    "keywords": Field(f.texts),
    **{name: Field(f.text) for name in ("lead", "type", "description")},
}
TOPIC: Final = {**COLUMN, "picks": Field(f.listed(f.pick))}
PAGE: Final = {**HEADED, "description": Field(f.text), **ALIASES}

FIELDS: Final[dict[Kind, dict[str, Field]]] = {"article": ARTICLE, "topic": TOPIC, "column": COLUMN, "page": PAGE}
FIELD_NAMES: Final = frozenset(name for fields in (*FIELDS.values(), *PARTS.values()) for name in fields)
_OPTIONAL: Final = {
    kind: frozenset(name for name, field in fields.items() if not field.required) for kind, fields in FIELDS.items()
}
_CHECKED: Final = {kind: f.mapping(fields) for kind, fields in FIELDS.items()}


def validate(kind: Kind, values: dict[str, Any]) -> tuple[dict[str, Any], list[Verdict]]:
    """The checked fields, or what is wrong with them (then the fields are as good as empty)."""
    try:
        return _CHECKED[kind](_without_blanks(kind, values)), []
    except Wrong as error:
        return {}, [_told(FIELDS[kind], verdict) for verdict in error.verdicts]


def pictured(fields: Mapping[str, Any]) -> list[Verdict]:
    """What is wrong between a leading picture and its words: one without the others."""
    if image := fields.get("image"):
        return [] if "image_alt" in fields else [Verdict(("image",), "image-alt-missing", {"image": image})]
    return [Verdict((name,), "image-words", {"field": name}) for name in PICTURED if name in fields]


def _without_blanks(kind: Kind, values: dict[str, Any]) -> dict[str, Any]:
    """Optional fields with nothing behind the colon are as good as absent; required ones are empty."""
    optional = _OPTIONAL[kind]
    return {
        name: "" if value is None else value
        for name, value in values.items()
        if value not in (None, "", []) or name not in optional
    }


def _told(fields: Mapping[str, Field], verdict: Verdict) -> Verdict:
    """A verdict with all that its message may ask for."""
    steps, code, values = verdict
    name = next((step for step in reversed(steps) if isinstance(step, str)), "")
    within = f"{steps[0]}.{name}" if len(steps) > 1 else name
    base = {"field": name, "example": EXAMPLES.get(within, "内容")}
    if code == "field-unknown":
        base["hint"] = _hint(name, PARTS.get(str(steps[0]), fields) if len(steps) > 1 else fields)
    return Verdict(steps, code, base | values)


def _hint(name: str, names: Iterable[str]) -> str:
    import difflib

    near = difflib.get_close_matches(name.lower(), names, n=1, cutoff=0.5)
    if near:
        return f"是不是 {near[0]}？"
    return "可用的字段：" + "、".join(names)


class Decision(NamedTuple):
    """An editor's word about one figure of the body, checked."""

    text: str
    nth: int | None = None
    label: str | None = None
    pin: bool = False
    hide: bool = False
    add: bool = False
    value: float | None = None
    high: float | None = None
    bound: str | None = None
    unit: str | None = None
    as_of: str | None = None
    differs: str | None = None


def decisions(front: dict[str, Any]) -> Iterator[tuple[int, Decision]]:
    """The decisions of a checked front matter, with their places in `facts`."""
    for number, item in enumerate(front.get("facts") or []):
        yield number, Decision(**item)
