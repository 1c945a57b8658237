"""The corpus: a seed and a number in, one made-up news article out, the same for every generator.

Each article has a random stream of its own, so that a corpus of 1,000 is the beginning of one of 100,000. Sentences are
drawn from words.toml as patterns whose slots are filled in turn: real news doesn't repeat, so neither do they, and a
generator that remembers sentences gains nothing. Patterns and kinds of bounds go round in a new order each time.
"""

from __future__ import annotations

import datetime as dt
import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
COLUMNS: list[list[str]] = WORDS["columns"]
TOPICS: list[list[str]] = WORDS["topics"]
FIRST_MINUTE = dt.datetime(2020, 1, 1, 8, 0)
DAYS = 2000
"""Days over which an archive's articles are spread: five and a half years."""
SECTIONS = 5
LINK = "\0"
"""Stands in a body for the link to another article, which every generator writes in its own way."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article, whatever generator will read it."""

    number: int
    title: str
    date: dt.datetime
    column: int  # an index into COLUMNS
    topics: tuple[int, ...]  # indices into TOPICS
    summary: str
    blocks: tuple[str, ...]  # Markdown, a block each; one contains LINK
    linked: int  # the number of the article that the link leads to

    @property
    def slug(self) -> str:
        return f"a{self.number:06d}"


class Draw:
    """Fills slots: `"{place}…{people}".format_map(draw)`, each name drawn anew."""

    def __init__(self, stream: random.Random) -> None:
        self.stream = stream
        self._rest: dict[str, list[str]] = {}

    def pick(self, choices: list[str]) -> str:
        return choices[int(self.stream.random() * len(choices))]

    def say(self, choices: list[str]) -> str:
        return self.pick(choices).format_map(self)

    def next(self, name: str) -> str:
        """One of a list in an order drawn anew for each round of it, so that all come equally often."""
        if not self._rest.get(name):
            self._rest[name] = list(WORDS[name])
            self.stream.shuffle(self._rest[name])
        return self._rest[name].pop()

    def __getitem__(self, name: str) -> str:
        if name in WORDS["units"]:
            return self.figure(name)
        if name == "date":
            return f"{1 + int(self.stream.random() * 12)}月{1 + int(self.stream.random() * 28)}日"
        drawn = self.pick(WORDS[name])
        return drawn.format_map(self) if "{" in drawn else drawn

    def figure(self, kind: str) -> str:
        """A number with its measure word, under the next bound."""
        low, high, units = WORDS["units"][kind]
        number = low + int(self.stream.random() * (high - low))
        form = self.pick(WORDS["shares" if kind == "share" else "bounds"][self.next("bounds")])
        larger = number + 1 + int(self.stream.random() * number)
        return form.format(n=number, m=larger, d=1 + number % 9, u=self.pick(units))


@dataclass(frozen=True, slots=True)
class Corpus:
    """`count` articles, two at least, because each links to another; `article(count)` is the one that a step adds."""

    count: int
    seed: int = 1

    def __iter__(self) -> Iterator[Article]:
        return map(self.article, range(self.count))

    def title(self, number: int) -> str:
        """Drawn from a stream of its own: whoever links to an article needs its title alone."""
        return Draw(_stream(f"{self.seed}/{number}/title")).say(WORDS["titles"])

    def article(self, number: int) -> Article:
        stream = _stream(f"{self.seed}/{number}")
        draw = Draw(stream)
        return Article(
            number=number,
            title=self.title(number),
            date=FIRST_MINUTE + dt.timedelta(minutes=stream.randrange(DAYS * 24 * 60)),
            column=stream.randrange(len(COLUMNS)),
            topics=tuple(sorted(stream.sample(range(len(TOPICS)), stream.randint(1, 2)))),
            summary=draw.say(WORDS["summaries"]),
            blocks=tuple(_blocks(draw)),
            linked=stream.randrange(number) if number else 1,
        )

    def added(self, mark: str) -> Article:
        """The article that comes on top: the newest of all, so that neighbours, lists and feeds change."""
        article = self.article(self.count)
        newest = FIRST_MINUTE + dt.timedelta(days=DAYS + 1)
        return replace(article, title=f"{mark}{article.title}", date=newest, topics=(0, 1), column=0)


def _stream(seed: str) -> random.Random:
    """Chance that is the same on every machine."""
    return random.Random(seed)  # noqa: S311 - nothing here is secret


def edited(article: Article, mark: str) -> Article:
    """The article with a sentence more in its first paragraph, a figure in it."""
    first, *rest = article.blocks
    return replace(article, blocks=(f"{first}{mark}补记：又有38户报了名。", *rest))


def _blocks(draw: Draw) -> Iterator[str]:
    yield WORDS["notice"] + _paragraph(draw)
    extras = [_list(draw), f"> {draw.say(WORDS['quotes'])}", _table(draw), f"此前的报道：{LINK}。", ""]
    for extra, _ in zip(extras, range(SECTIONS), strict=True):
        yield f"## {draw.say(WORDS['headings'])}"
        yield _paragraph(draw)
        yield _paragraph(draw)
        if extra:
            yield extra


def _paragraph(draw: Draw) -> str:
    return "".join(draw.next("sentences").format_map(draw) for _ in range(3))


def _list(draw: Draw) -> str:
    return "\n".join(f"- {draw.say(WORDS['bullets'])}" for _ in range(4))


def _table(draw: Draw) -> str:
    rows = draw.stream.sample(WORDS["rows"], 4)
    cells = [f"| **{name}** | {draw.figure(kind)} | {draw.figure(kind)} |" for name, kind in rows]
    return "\n".join(["| 事项 | 上一季 | 这一季 |", "| --- | --- | --- |", *cells])
