"""Recognizers-Text as a reader of figures. Runs only in the bench's own venv, where its packages are.

It finds numbers, percentages, amounts of money, dimensions, ages, temperatures and durations, each with a model of its
own. Its finds are put together to its favour: the longest of those that overlap, what its own models hold for dates and
ordinals left out, the unit as written, which is what stands behind the number in its find. It knows no bounds, and
its labels of dates are not read: the year that it supplies is that of the day on which it runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

PACKAGES = ("recognizers-text-suite==1.0.2a2", "emoji<2")
"""The suite asks for any emoji, but only reads tables that emoji 2 no longer has."""
Reader = Callable[[str], Iterator[dict[str, Any]]]


def reader() -> Reader:
    """Its models for Chinese, made once."""
    culture = "zh-cn"
    numbers = import_module("recognizers_number").NumberRecognizer(culture)
    units = import_module("recognizers_number_with_unit").NumberWithUnitRecognizer(culture)
    dates = import_module("recognizers_date_time").DateTimeRecognizer(culture).get_datetime_model()
    plain, ordinal = numbers.get_number_model(), numbers.get_ordinal_model()
    measures = [
        numbers.get_percentage_model(), units.get_currency_model(), units.get_dimension_model(), units.get_age_model(),
        units.get_temperature_model(),
    ]  # fmt: skip

    def read(text: str) -> Iterator[dict[str, Any]]:
        counted = [_span(found) for found in plain.parse(text)]
        dated = dates.parse(text)
        durations = [found for found in dated if found.type_name.endswith("duration")]
        others = [_span(found) for found in [*dated, *ordinal.parse(text)] if found not in durations]
        found = [_span(one) for model in measures for one in model.parse(text)] + [_span(one) for one in durations]
        values = {_span(one): float(one.resolution["value"]) for one in plain.parse(text)}
        for start, end in _longest([*found, *counted], others):
            within = [span for span in counted if start <= span[0] and span[1] <= end]
            yield _figure(text, start, end, within, values)

    return read


def _span(found: Any) -> tuple[int, int]:
    return found.start, found.end + 1


def _longest(spans: list[tuple[int, int]], taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of spans that overlap the longest, none that touches what is taken."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0] - span[1], span)):
        if all(end <= other[0] or other[1] <= start for other in [*kept, *taken]):
            kept.append((start, end))
    return sorted(kept)


def _figure(
    text: str, start: int, end: int, within: list[tuple[int, int]], values: dict[tuple[int, int], float]
) -> dict[str, Any]:
    number = within[0] if len(within) == 1 else None
    unit = text[number[1] : end].removeprefix("个") or text[number[1] : end] if number else ""
    return {
        "kind": "figure", "start": start, "end": end, "text": text[start:end],
        "value": values[number] if number else None, "high": None, "bound": "eq", "unit": unit,
    }  # fmt: skip
