"""The kinds of value that a field of the front matter takes, each with its own way of being wrong.

A kind is a function: what is written flows in, every scalar as its text; the value flows out, or a `Wrong` that names
the message and its placeholders. `listed` and `mapping` make kinds of others, and note the steps to what is wrong.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, time
from typing import Any, Final, NamedTuple
from urllib.parse import unquote

SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DAY: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]+(\d{1,2}):(\d{2})(?::00)?)?", re.ASCII)
SPAN: Final = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
NUMBER: Final = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)
ALIAS: Final = re.compile(r"/(?:[^\s?#\\\"'<>/][^\s?#\\\"'<>]*?)?(?:/|\.html)")
IMAGE: Final = re.compile(r"images/[^\s?#\\\"'<>][^?#\\\"'<>]*\.(?:jpe?g|png|webp|gif|avif)", re.IGNORECASE)
SLUG_LENGTH: Final = 80  # a slug is a file's name too, and file systems refuse names of more than 255 bytes
NAME_LENGTH: Final = 200  # bytes; something may be put behind a name while its file is written
FLAGS: Final = {"true": True, "yes": True, "是": True, "false": False, "no": False, "否": False}


Kind = Callable[[object], Any]
Steps = tuple[str | int, ...]


class Verdict(NamedTuple):
    """What is wrong: the steps to the value, a code of the message table and the values of its placeholders."""

    steps: Steps
    code: str
    values: dict[str, Any]


class Wrong(Exception):  # noqa: N818 - a word about a value; it becomes a fault where its place is known
    """A value that its field does not take, or one with such values in it."""

    def __init__(self, verdicts: Iterable[Verdict]) -> None:
        super().__init__()
        self.verdicts = list(verdicts)


class Field(NamedTuple):
    """A field of a mapping. One that is not `required` may be absent; then it has its `default`, if that is any."""

    kind: Kind
    required: bool = False
    default: object = None

    def asks(self, name: str, given: Mapping[str, object]) -> bool:
        """Whether there is something to check: a value, or that none is there where one must be."""
        return self.required or (name in given and (given[name] is not None or self.default is not None))


def wrong(code: str, **values: object) -> Wrong:
    """One fault, of the value itself."""
    return Wrong([Verdict((), code, values)])


def text(value: object) -> str:
    if not isinstance(value, str):
        raise wrong("field-not-text")
    if not value:
        raise wrong("field-empty")
    return value


def slug(value: object) -> str:
    written = text(value)
    if not SLUG.fullmatch(written):
        raise wrong("slug-form", value=written)
    if len(written) > SLUG_LENGTH:
        raise wrong("slug-long", length=len(written), most=SLUG_LENGTH)
    return written


def moment(value: object) -> str:
    """A day, or a day and a minute, of the newsroom's own clock, normalised."""
    written = text(value)
    found = DAY.fullmatch(written)
    if not found:
        raise wrong("date-form", value=written)
    year, month, day, hour, minute = (int(part) if part else None for part in found.groups())
    try:
        shown = date(year or 0, month or 0, day or 0).isoformat()
        return shown if hour is None else f"{shown} {time(hour, minute or 0):%H:%M}"
    except ValueError:
        raise wrong("date-impossible", value=written) from None


def as_of(value: object) -> str:
    written = text(value)
    found = SPAN.fullmatch(written)
    if not found:
        raise wrong("as-of-form", value=written)
    year, month, day = found.groups()
    try:
        whole = date(int(year), int(month or 1), int(day or 1)).isoformat()
    except ValueError:
        raise wrong("date-impossible", value=written) from None
    return whole[: 10 if day else 7 if month else 4]


def year(value: object) -> int:
    if not isinstance(value, str) or not re.fullmatch(r"[12]\d{3}", value, re.ASCII):
        raise wrong("field-not-year", value=_shown(value))
    return int(value)


def number(value: object) -> float:
    if not isinstance(value, str) or not NUMBER.fullmatch(value) or len(value) > 24:
        raise wrong("field-not-number", value=_shown(value))
    return float(value)


def ordinal(value: object) -> int:
    found = number(value)
    if found < 1 or found != int(found):
        raise wrong("field-too-small", value=value, least=1)
    return int(found)


def flag(value: object) -> bool:
    shown = _shown(value).lower()
    if shown not in FLAGS:
        raise wrong("field-not-flag", value=_shown(value))
    return FLAGS[shown]


def _is_name(part: str) -> bool:
    """Whether a file may have this name: no hidden one, which are the press's own, and none that a disk refuses."""
    return not part.startswith(".") and len(part.encode("utf-8", "surrogatepass")) <= NAME_LENGTH


def alias(value: object) -> str:
    written = text(value)
    well_formed = ALIAS.fullmatch(written) and ".." not in unquote(written) and "//" not in written
    if not well_formed or not all(_is_name(part) for part in written.split("/")):
        raise wrong("alias-form", value=written)
    return written


def pick(value: object) -> str:
    written = text(value)
    if not written.endswith(".md") or written.startswith("/") or "\\" in written or ":" in written:
        raise wrong("pick-form", value=written)
    return written


def image(value: object) -> str:
    """As a path under content/, whether written from there or from the article's folder."""
    written = text(value)
    path = posixpath.normpath(re.sub(r"^(\.\./)+|^/", "", written))
    if not IMAGE.fullmatch(path) or ".." in unquote(path):
        raise wrong("image-field", value=written)
    return path


def one_of(*choices: str) -> Kind:
    """One of some words."""

    def check(value: object) -> str:
        written = text(value)
        if written not in choices:
            raise wrong("field-choice", value=written, choices="、".join(choices))
        return written

    return check


def listed(kind: Kind) -> Kind:
    """A list of one kind; one text is a list of one."""

    def check(value: object) -> list[Any]:
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list):
            raise wrong("field-not-list")
        return list(_checked((place, kind, item) for place, item in enumerate(items)).values())

    return check


texts: Final = listed(text)


def names(value: object) -> list[str]:
    """Texts of which none is there twice: it would stand twice in the article's links and in its feeds."""
    found: list[str] = texts(value)
    for name in found:
        if found.count(name) > 1:
            raise wrong("item-doubled", value=name)
    return found


def mapping(fields: Mapping[str, Field]) -> Kind:
    """Fields by name, in the order in which they are declared; what is absent and has no default is left out."""

    def check(value: object) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise wrong("field-not-mapping")
        parts = [
            (name, field.kind if name in value else _missing, value.get(name))
            for name, field in fields.items()
            if field.asks(name, value)
        ]
        found = _checked([*parts, *((name, _unknown, None) for name in value if name not in fields)])
        filled = {name: found.get(name, field.default) for name, field in fields.items()}
        return {name: value for name, value in filled.items() if value is not None}

    return check


def _missing(_: object) -> None:
    raise wrong("field-missing")


def _unknown(_: object) -> None:
    raise wrong("field-unknown")


def _checked(parts: Iterable[tuple[str | int, Kind, object]]) -> dict[str | int, Any]:
    """Every part (step, kind, value) as its kind has it; raises with all that is wrong."""
    found: dict[str | int, Any] = {}
    verdicts: list[Verdict] = []
    for step, kind, value in parts:
        try:
            found[step] = kind(value)
        except Wrong as error:
            verdicts += [Verdict((step, *steps), code, values) for steps, code, values in error.verdicts]
    if verdicts:
        raise Wrong(verdicts)
    return found


def _shown(value: object) -> str:
    return value if isinstance(value, str) else "（列表或空白）"
