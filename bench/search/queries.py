"""What is asked, and what must be found: substrings of articles out of chance, and 'contains' over their plain texts.

The texts are those that the corpus wrote, or, of shipped content, those of the printed pages; never those of the index.
"""

from __future__ import annotations

import random
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from lxml import html

from ..corpus import LINK, Article, Corpus

SHORTEST, LONGEST = 2, 6
RARE = 40
"""Articles that a rare substring is in, at most: the measure of the peers."""
NAMES = " p li td th h2 h3 h4 figcaption "
BLOCKS = f"//article//div[contains(@class, 'prose')]//*[contains('{NAMES}', concat(' ', name(), ' '))]"
MARKS = re.compile(r"\*\*|^(?:## |> |- )")


@dataclass(frozen=True, slots=True)
class Text:
    """An article as a reader sees it: where it stands, when it came, its lines."""

    slug: str
    date: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A substring, and the slugs of the articles that contain it, newest first."""

    words: str
    found: tuple[str, ...]


def texts_of(corpus: Corpus) -> list[Text]:
    """Title, summary and body of every article of a corpus."""
    return [
        Text(one.slug, f"{one.date:%Y-%m-%d %H:%M}", (one.title, one.summary, *_lines(one, corpus))) for one in corpus
    ]


def _lines(article: Article, corpus: Corpus) -> Iterator[str]:
    for block in article.blocks:
        for line in block.replace(LINK, corpus.title(article.linked)).split("\n"):
            if line.startswith("|"):
                yield from (MARKS.sub("", cell.strip()) for cell in line.strip("|").split("|") if "---" not in cell)
            else:
                yield MARKS.sub("", line)


def texts_of_pages(output: Path) -> list[Text]:
    """Title, summary and body of every article of a built site, read off its pages."""
    return [_of_page(path) for path in sorted((output / "articles").glob("*.html"))]


def _of_page(path: Path) -> Text:
    tree = html.parse(path).getroot()
    lines = [
        tree.xpath("string(//h1)"),
        tree.xpath("string(//meta[translate(@name, 'D', 'd') = 'description']/@content)"),
    ]
    for block in tree.xpath(BLOCKS):
        if not block.xpath(".//p | .//li"):
            lines.append(block.text_content())
    date = tree.xpath("string(//article//time/@datetime)")
    return Text(path.stem, date, tuple(re.sub(r"\s+", " ", line).strip() for line in lines))


class Shelf:
    """All texts in one string, newest first: finding a substring in it is a search at the speed of memory."""

    def __init__(self, texts: Iterable[Text]) -> None:
        ordered = sorted(texts, key=lambda text: (text.date, text.slug), reverse=True)
        self.slugs = [text.slug for text in ordered]
        lowered = ["\n".join(text.lines).lower() + "\n" for text in ordered]
        self._ends = list(accumulate(map(len, lowered)))
        self._text = "".join(lowered)

    def holding(self, words: str, most: int | None = None) -> tuple[str, ...]:
        """The slugs of those that contain it, letters' case aside, newest first; of more than `most` the first ones."""
        words, found, place = words.lower(), list[str](), 0
        while (place := self._text.find(words, place)) >= 0:
            number = bisect_right(self._ends, place)
            found.append(self.slugs[number])
            place = self._ends[number]
            if most is not None and len(found) > most:
                break
        return tuple(found)


def draw(texts: list[Text], count: int, seed: int = 7) -> Iterator[Query]:
    """Substrings without white space at their ends, every second one rare."""
    stream = random.Random(seed)  # noqa: S311 - nothing here is secret
    shelf = Shelf(texts)
    for number in range(count):
        for _ in range(200):
            words = _one(stream, texts)
            found = shelf.holding(words, RARE if number % 2 else None)
            if number % 2 == 0 or len(found) <= RARE:
                yield Query(words, found)
                break


def _one(stream: random.Random, texts: list[Text]) -> str:
    while True:
        line = stream.choice(stream.choice(texts).lines)
        length = stream.randint(SHORTEST, LONGEST)
        if len(line) >= length:
            start = stream.randrange(len(line) - length + 1)
            words = line[start : start + length]
            if not re.search(r'[\s"]', words):
                return words
