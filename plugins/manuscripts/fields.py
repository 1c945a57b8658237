"""The kinds of value that a field of the front matter takes, each with its own way of being wrong.

Every scalar arrives as its written text. A `Wrong` names the message and its placeholders; the schema puts the place
to it.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from datetime import date, time
from typing import Annotated, Any, Final
from urllib.parse import unquote

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DAY: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]+(\d{1,2}):(\d{2})(?::00)?)?", re.ASCII)
SPAN: Final = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
NUMBER: Final = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)
ALIAS: Final = re.compile(r"/(?:[^\s?#\\\"'<>/][^\s?#\\\"'<>]*?)?(?:/|\.html)")
IMAGE: Final = re.compile(r"images/[^\s?#\\\"'<>][^?#\\\"'<>]*\.(?:jpe?g|png|webp|gif|avif)", re.IGNORECASE)
SLUG_LENGTH: Final = 80  # a slug is a file's name too, and file systems refuse names of more than 255 bytes
NAME_LENGTH: Final = 200  # bytes; something may be put behind a name while its file is written
FLAGS: Final = {"true": True, "yes": True, "是": True, "false": False, "no": False, "否": False}


def wrong(code: str, **values: object) -> PydanticCustomError:
    """A fault of the message table, as pydantic carries it. Braces are for its own templates."""
    return PydanticCustomError("manuscript", "{code}", {"code": code, **values})


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise wrong("field-not-text")
    return value


def _filled(value: str) -> str:
    if not value:
        raise wrong("field-empty")
    return value


def _slug(value: str) -> str:
    if not SLUG.fullmatch(value):
        raise wrong("slug-form", value=value)
    if len(value) > SLUG_LENGTH:
        raise wrong("slug-long", length=len(value), most=SLUG_LENGTH)
    return value


def _moment(value: str) -> str:
    """A day, or a day and a minute, of the newsroom's own clock, normalised."""
    found = DAY.fullmatch(value)
    if not found:
        raise wrong("date-form", value=value)
    year, month, day, hour, minute = (int(part) if part else None for part in found.groups())
    try:
        shown = date(year or 0, month or 0, day or 0).isoformat()
        return shown if hour is None else f"{shown} {time(hour, minute or 0):%H:%M}"
    except ValueError:
        raise wrong("date-impossible", value=value) from None


def _as_of(value: str) -> str:
    found = SPAN.fullmatch(value)
    if not found:
        raise wrong("as-of-form", value=value)
    year, month, day = found.groups()
    try:
        whole = date(int(year), int(month or 1), int(day or 1)).isoformat()
    except ValueError:
        raise wrong("date-impossible", value=value) from None
    return whole[: 10 if day else 7 if month else 4]


def _year(value: object) -> int:
    if not isinstance(value, str) or not re.fullmatch(r"[12]\d{3}", value, re.ASCII):
        raise wrong("field-not-year", value=_shown(value))
    return int(value)


def _number(value: object) -> float:
    if not isinstance(value, str) or not NUMBER.fullmatch(value) or len(value) > 24:
        raise wrong("field-not-number", value=_shown(value))
    return float(value)


def _ordinal(value: object) -> int:
    number = _number(value)
    if number < 1 or number != int(number):
        raise wrong("field-too-small", value=value, least=1)
    return int(number)


def _flag(value: object) -> bool:
    shown = _shown(value).lower()
    if shown not in FLAGS:
        raise wrong("field-not-flag", value=_shown(value))
    return FLAGS[shown]


def _is_name(part: str) -> bool:
    """Whether a file may have this name: no hidden one, which are the press's own, and none that a disk refuses."""
    return not part.startswith(".") and len(part.encode("utf-8", "surrogatepass")) <= NAME_LENGTH


def _alias(value: str) -> str:
    well_formed = ALIAS.fullmatch(value) and ".." not in unquote(value) and "//" not in value
    if not well_formed or not all(_is_name(part) for part in value.split("/")):
        raise wrong("alias-form", value=value)
    return value


def _pick(value: str) -> str:
    if not value.endswith(".md") or value.startswith("/") or "\\" in value or ":" in value:
        raise wrong("pick-form", value=value)
    return value


def _image(value: str) -> str:
    """As a path under content/, whether written from there or from the article's folder."""
    path = posixpath.normpath(re.sub(r"^(\.\./)+|^/", "", value))
    if not IMAGE.fullmatch(path) or ".." in unquote(path):
        raise wrong("image-field", value=value)
    return path


def _listed(value: object) -> list[Any]:
    if isinstance(value, str):
        return [value]
    if not isinstance(value, list):
        raise wrong("field-not-list")
    return value


def _distinct(values: list[str]) -> list[str]:
    """A name given twice would stand twice in the article's links and in its feeds."""
    for value in values:
        if values.count(value) > 1:
            raise wrong("item-doubled", value=value)
    return values


def one_of(*choices: str) -> Callable[[str], str]:
    def check(value: str) -> str:
        if value not in choices:
            raise wrong("field-choice", value=value, choices="、".join(choices))
        return value

    return check


def _shown(value: object) -> str:
    return value if isinstance(value, str) else "（列表或空白）"


Text = Annotated[str, BeforeValidator(_text), AfterValidator(_filled)]
Slug = Annotated[Text, AfterValidator(_slug)]
Moment = Annotated[Text, AfterValidator(_moment)]
AsOf = Annotated[Text, AfterValidator(_as_of)]
Alias = Annotated[Text, AfterValidator(_alias)]
Pick = Annotated[Text, AfterValidator(_pick)]
Image = Annotated[Text, AfterValidator(_image)]
Year = Annotated[int, BeforeValidator(_year)]
Number = Annotated[float, BeforeValidator(_number)]
Ordinal = Annotated[int, BeforeValidator(_ordinal)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Listed = BeforeValidator(_listed)
Texts = Annotated[list[Text], Listed]
Names = Annotated[Texts, AfterValidator(_distinct)]
