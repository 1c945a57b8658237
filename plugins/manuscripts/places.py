"""Where something stands in a file: a field of its front matter, or words of its body. Asked only about a fault."""

from __future__ import annotations

import functools
from typing import Any

from .faults import Fault, Place, fault_at
from .frontmatter import Front, Steps, parse
from .markup.comments import COMMENT, masked
from .reader import Source, as_text, line_of, read
from .schema import validate


def locate_field(data: bytes, steps: Steps, *, key: bool = False) -> Place:
    """The place of a value of the front matter, or of its key; of the nearest around it that is there."""
    front = _front(data)
    return front.place(steps, key=key) if front else Place(1, 1)


def locate_text(data: bytes, needle: str, nth: int = 1) -> Place:
    """The nth place where the body has `needle`, code and comments left out; elsewhere in the file if it must be."""
    front = _front(data)
    return find(front.source, (needle,), nth) if front else Place(1, 1)


def line_at(data: bytes, number: int) -> str:
    """One line of a file, counted from 1; "" beyond its end."""
    return line_of(as_text(data), number)


def front_matter(data: bytes) -> dict[str, Any]:
    """The checked front matter of an article; empty where it has faults."""
    front = _front(data)
    return validate("article", front.values)[0] if front and front.values is not None else {}


def make_fault(code: str, path: str, data: bytes, place: Place, **values: object) -> Fault:
    """A fault that another room found: an unknown topic, a doubled slug, a dead link."""
    return fault_at(code, path, line_of(as_text(data), place.line), place, **values)


@functools.lru_cache(maxsize=8)
def _front(data: bytes) -> Front | None:
    source = read("articles/-", data)
    return parse(source) if isinstance(source, Source) else None


def find(source: Source, needles: tuple[str, ...], nth: int) -> Place:
    """The nth place of the first of `needles` that the body has; the first line of the body if it has none."""
    body = _searchable(source.body)
    for needle in needles:
        for text in (body, source.body):
            offset = _nth(text, needle, nth) if needle else -1
            if offset >= 0:
                return source.place(source.body_start + offset, len(needle.split("\n")[0]))
    first = len(source.body) - len(source.body.lstrip())
    return source.place(min(source.body_start + first, len(source.text)))


def _nth(text: str, needle: str, nth: int) -> int:
    """The nth place, or the last one if there are fewer."""
    offset = found = text.find(needle)
    for _ in range(nth - 1):
        offset = text.find(needle, offset + len(needle))
        if offset < 0:
            break
        found = offset
    return found


@functools.lru_cache(maxsize=2)
def _searchable(body: str) -> str:
    return COMMENT.sub(_blotted, masked(body)) if "<!--" in body else masked(body)


def _blotted(comment: object) -> str:
    text = str(comment[0])  # type: ignore[index]
    return text if "待核" in text else "".join("\n" if char == "\n" else "\0" for char in text)
