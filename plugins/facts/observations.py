"""The figures that lead an article as schema.org says observations, for the structured data of its page. Pure.

They say what facts.json says of the same figures, by the names of https://schema.org/Observation: a bound figure has a
`minValue` or a `maxValue` and no `value`, a range both.
"""

from __future__ import annotations

from collections.abc import Iterable
from json.encoder import encode_basestring as quoted

from plugins.manuscripts.types import FigureEntry

from .export import number

BOUNDS = {"eq": "value", "approx": "value", "ge": "minValue", "le": "maxValue", "range": "minValue"}


def mentions(slug: str, figures: Iterable[FigureEntry], days: Iterable[str]) -> str:
    """The list, in JSON. Addresses are those of elements in the page, `#f-…`; `days` are those of facts.json."""
    return f"[{','.join([_observation(slug, *of) for of in zip(figures, days, strict=True)])}]"


def _observation(slug: str, entry: FigureEntry, day: str) -> str:
    _, _, text, value, high, bound, unit, label = entry.figure
    said = f'"{BOUNDS[bound]}":{number(value)}'
    if high is not None:
        said += f',"maxValue":{number(high)}'
    if unit:
        said += f',"unitText":{quoted(unit)}'
    return (
        f'{{"@type":"Observation","identifier":"{slug}#{entry.anchor}","name":{quoted(label)},'
        f'"disambiguatingDescription":{quoted(text)},{said},"observationDate":"{day}","description":{quoted(entry.sentence)},'
        f'"url":"#{entry.anchor}"}}'
    )
