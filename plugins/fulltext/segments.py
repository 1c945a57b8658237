"""Which articles share the files of the index. A function of all their days and slugs, whatever came first. Pure.

Time is halved again and again, as in a binary calendar: a stretch of days whose articles are few enough is a segment,
once a newer day has come; the stretch with the newest day in it, only while they are very few. So the segments double
in size into the past, a new article falls into a small one, and a search asks for few. A day with too many articles is
halved by a hash of their slugs.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

SPREAD = 16
"""Bits of the hash within a day."""
WHOLE = 22 + SPREAD
"""Bits of the widest stretch: days from the year 1 to beyond 9999."""


class Article(NamedTuple):
    """What an article's place hangs on."""

    path: str
    slug: str
    date: str  # 2026-11-23 10:00
    key: int  # day and hash


class Segment(NamedTuple):
    """Some articles, the newest first."""

    name: str
    articles: list[Article]


def key_of(date: str, slug: str) -> int:
    """A number that is larger the later the day."""
    return (dt.date.fromisoformat(date[:10]).toordinal() << SPREAD) + (crc32(slug.encode()) & ((1 << SPREAD) - 1))


def segments(articles: Sequence[Article], most: int, newest: int) -> list[Segment]:
    """The segments, newest first. `most` articles share one, and `newest` at most where more may come."""
    ordered = sorted(articles, key=lambda article: (article.key, article.slug))
    if not ordered:
        return []
    keys = [article.key for article in ordered]
    last = keys[-1] >> SPREAD

    def cut(low: int, bits: int, start: int, end: int) -> Iterator[tuple[int, int]]:
        count, ends = end - start, (low + (1 << bits) - 1) >> SPREAD
        closed = ends < last or bits <= SPREAD
        if count <= newest or (count <= most and closed) or not bits:
            if count:
                yield start, end
            return
        half = low + (1 << (bits - 1))
        middle = bisect_left(keys, half, start, end)
        yield from cut(half, bits - 1, middle, end)
        yield from cut(low, bits - 1, start, middle)

    return [_segment(ordered[start:end]) for start, end in cut(0, WHOLE, 0, len(ordered))]


def _segment(articles: list[Article]) -> Segment:
    """Its name says who is in it: articles are known by their numbers, which move when one is added."""
    articles.sort(key=lambda article: (article.date, article.slug), reverse=True)
    members = "\n".join(article.slug for article in articles)
    mark = hashlib.blake2s(members.encode(), digest_size=5).hexdigest()
    return Segment(f"{articles[-1].date[:10]}-{mark}", articles)
