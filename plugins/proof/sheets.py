"""An article as the rules see it, out of the archive's rows: its headline, summary and plain text, and its figures.

The text is the body's HTML without its tags, a block a line; a figure stands in it where its element does.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from html import unescape
from sqlite3 import Row
from typing import Any, Final, NamedTuple

from plugins.archive import Archive
from plugins.zhtext import sentences
from plugins.zhtext.counted import Counted, Names, counted, names
from plugins.zhtext.types import Bound

from .types import Part, Spot

_IDLE: Final = re.compile(
    r"</(?:data|time)>|</?(?:a|strong|em|span|b|i|u|mark|del|ins|kbd|abbr|code|ul|ol|table|thead|tbody|section|div|aside|figure|img"
    r"|ruby|rb|wbr|small)(?:\s[^>]*)?>|<(?:p|li|td|th|tr|h[2-6]|blockquote|pre|figcaption|dt|dd|dl)(?:\s[^>]*)?>|<!--.*?-->"
)
"""Tags that neither begin a figure nor end a line."""
_TAGS: Final = re.compile(r"<(/?)([a-z][a-z0-9]*)([^>]*)>")
_QUIET: Final = frozenset(("sup", "rt", "rp"))
_ID: Final = re.compile(r'id="(f-[^"]+)"')
_DAY: Final = re.compile(r'datetime="(\d{4}-\d\d-\d\d)"')
ALONE: Final = 4  # characters that may stand beside a figure in its cell
HELD: Final = 256
ARTICLES: Final = """
    SELECT m.path, m.title, m.date, m.card, b.html FROM manuscripts m JOIN bodies b USING (path)
    WHERE m.kind = 'article'
"""


class Reading(NamedTuple):
    """A figure of an article. `start` and `end` are its place in the text."""

    anchor: str
    start: int
    end: int
    text: str
    value: float
    high: float | None
    bound: Bound
    unit: str
    label: str
    when: str
    date: str


@dataclass
class Sheet:
    """One article."""

    path: str
    title: str
    date: str
    summary: str
    text: str
    readings: list[Reading] = field(default_factory=list)
    days: dict[int, str] = field(default_factory=dict)  # the dates that were read in the text, by their places

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """The sentences of the text."""
        return sentences(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.spans]

    def sentence(self, offset: int) -> tuple[int, int]:
        """The span of the sentence at a place of the text."""
        at = bisect_right(self._starts, offset) - 1
        return self.spans[at] if at >= 0 else (0, len(self.text))

    def by_sentence(self) -> Iterator[tuple[tuple[int, int], list[Reading]]]:
        """The figures of each sentence that has any."""
        held: list[Reading] = []
        span = (0, -1)
        for reading in self.readings:
            if reading.start >= span[1]:
                if held:
                    yield span, held
                span, held = self.sentence(reading.start), []
            held.append(reading)
        if held:
            yield span, held

    def parts(self) -> Iterator[tuple[Part, str]]:
        """All prose of the article."""
        yield "title", self.title
        if self.summary.rstrip("…") not in self.text.replace("\n", ""):
            yield "summary", self.summary  # one that an editor wrote
        yield "body", self.text

    @cached_property
    def counted(self) -> list[tuple[Reading, Counted]]:
        """The figures that have labels, each with what it counts."""
        title, said = [name for _, name in names(self.title)], names(self.text)
        found = []
        for reading in self.readings:
            if reading.label:
                low = self.sentence(reading.start)[0]
                block = self.text.rfind("\n", 0, low) + 1
                far = [name for end, name in said if end <= low]
                near = title + [name for end, name in said if block < end <= low]
                key = counted(reading.label, reading.unit, self.text[low : reading.start], Names(near, title + far))
                found.append((reading, key if self.says(reading) else key._replace(loose=key.placeless)))
        return found

    def says(self, reading: Reading) -> bool:
        """Whether a figure stands in a sentence; one in a table's cell stands alone."""
        low, high = self.sentence(reading.start)
        return high - low > reading.end - reading.start + ALONE

    def spot(self, start: int, end: int, part: Part = "body", anchor: str = "") -> Spot:
        """The place of some words."""
        text = {"title": self.title, "summary": self.summary, "body": self.text}[part]
        words = text[start:end]
        if part != "body":
            return Spot(self.path, words, 1, part, text)
        low, high = self.sentence(start)
        return Spot(self.path, words, text.count(words, 0, start) + 1, part, text[low : max(high, end)], anchor)

    def figure(self, reading: Reading) -> Spot:
        return self.spot(reading.start, reading.end, anchor=reading.anchor)


def every_sheet(archive: Archive, *, drafts: bool = True) -> Iterator[Sheet]:
    """All articles, oldest first."""
    for row in archive.db.execute(f"{ARTICLES} AND (m.published OR ?) ORDER BY m.date, m.path", (drafts,)):
        yield _sheet(archive, row)


def sheets_of(archive: Archive, paths: Iterable[str]) -> Iterator[Sheet]:
    """Some articles, by their paths."""
    for path in paths:
        for row in archive.ask(f"{ARTICLES} AND m.path = :path", path=path):
            yield _sheet(archive, row)


def cache_of_sheets(archive: Archive) -> Callable[[str], Sheet]:
    """Articles by their paths, the last few at hand."""
    return lru_cache(HELD)(lambda path: next(sheets_of(archive, [path])))


def _sheet(archive: Archive, row: Row) -> Sheet:
    text, places, days = _text(row["html"].decode())
    summary, date = json.loads(row["card"])["summary"], str(row["date"])[:10]
    sheet = Sheet(row["path"], row["title"], date, summary, text, days=days)
    for kept in archive.fetch("facts.readings", path=row["path"]):
        sheet.readings = [_placed(figure, places) for figure in kept["figures"] if figure["anchor"] in places]
    return sheet


def _placed(figure: dict[str, Any], places: dict[str, int]) -> Reading:
    start = places[figure["anchor"]]
    names = ("text", "value", "high", "bound", "unit", "label", "when", "date")
    return Reading(figure["anchor"], start, start + len(figure["text"]), *(figure[name] for name in names))


def _text(html: str) -> tuple[str, dict[str, int], dict[int, str]]:
    """The plain text of a body, where its figures begin, and its dates by where they begin."""
    html = _IDLE.sub("", html).replace("\n", "")
    escaped = "&" in html
    pieces: list[str] = []
    places: dict[str, int] = {}
    days: dict[int, str] = {}
    length = at = quiet = 0
    for tag in _TAGS.finditer(html):
        closing, name, rest = tag.groups()
        if not quiet and (piece := html[at : tag.start()]):
            piece = unescape(piece) if escaped else piece
            pieces.append(piece)
            length += len(piece)
        at = tag.end()
        if name == "data" and (found := _ID.search(rest)):
            places[found[1]] = length
        elif name == "time" and (found := _DAY.search(rest)):
            days[length] = found[1]
        elif name in _QUIET:
            quiet += -1 if closing else 1
        elif name not in ("data", "time") and pieces and pieces[-1] != "\n":
            pieces.append("\n")
            length += 1
    return "".join(pieces), places, days
