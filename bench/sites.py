"""A site of the corpus for one generator, in a folder of its own: made once, changed by steps, looked at by checks."""

from __future__ import annotations

import hashlib
import shutil
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .corpus import TOPICS, Article, Corpus, edited
from .formats import FORMATS, Format
from .generators import Generator
from .measure import BenchError, Cost, run

EDITED = 42
"""The article that is edited: somewhere in the middle of the archive."""


@dataclass(frozen=True)
class Site:
    """A generator's site in `folder`; its tools are in `tools`, what it no longer needs goes to `trash`."""

    generator: Generator
    corpus: Corpus
    folder: Path
    tools: Path
    trash: Path

    @property
    def format(self) -> Format:
        return self.generator.format or FORMATS[self.generator.name]

    @property
    def sources(self) -> Path:
        return self.folder / self.generator.sources

    @property
    def output(self) -> Path:
        return self.folder / self.generator.output

    @property
    def edited(self) -> Article:
        return self.corpus.article(EDITED % self.corpus.count)

    def restore(self) -> None:
        """The site as it was before any step: sources, settings and templates; output and caches stay."""
        made, wanted = self.folder / "made-of", _recipe(self)
        if not made.exists() or made.read_text("utf-8") != wanted:
            self._aside(self.folder)
            self.format.write_all(self.corpus, self.sources)
            made.write_text(wanted, "utf-8")
        for source, place in self.generator.kit.items():
            (self.folder / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, self.folder / place)
        self.write(self.edited)
        (self.sources / self.format.path(self.corpus.count)).unlink(missing_ok=True)

    def forget(self) -> None:
        """Neither output nor cache is there any more.

        They are moved aside: to delete thousands of files makes creating the next ones several times slower for a
        while, which would be measured.
        """
        for name in (self.generator.output, *self.generator.state):
            self._aside(self.folder / name)

    def _aside(self, path: Path) -> None:
        if path.exists():
            self.trash.mkdir(parents=True, exist_ok=True)
            path.rename(self.trash / f"{self.generator.name}-{path.name}-{time.monotonic_ns()}")

    def build(self) -> Cost:
        environment = {name: str(self.folder / value) for name, value in self.generator.environment.items()}
        command = self.generator.command(self.folder, self.tools)
        return run(
            command, cwd=self.folder, log=self.trash.parent / f"{self.generator.name}.log", environment=environment
        )

    # What steps do

    def write(self, article: Article) -> None:
        self.format.write(article, self.corpus, self.sources)

    def edit(self, mark: str) -> None:
        self.write(edited(self.edited, mark))

    def add(self, mark: str) -> None:
        self.write(self.corpus.added(mark))

    def rename(self, mark: str) -> None:
        """Changes a setting that every page shows: the site's name."""
        self._replace(self.generator.settings, self.generator.title, self.generator.title + mark)

    def touch_template(self, mark: str) -> None:
        """Puts a paragraph into the template around every page."""
        self._replace(self.generator.frame, "</body>", f"<p>{mark}</p>\n</body>")

    def _replace(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        text = path.read_text("utf-8")
        if old not in text:
            raise BenchError(f"{path} 里没有“{old}”，这一步做不成。")
        path.write_text(text.replace(old, new), "utf-8")

    # What checks look at

    def page(self, address: str) -> str:
        path = self.output / address
        return path.read_text("utf-8") if path.is_file() else ""

    def article_page(self, article: Article) -> str:
        return self.page(f"{self.generator.articles}/{article.slug}.html")

    def topic_page(self, topic: int) -> str:
        return self.page(self.generator.topic.format(*TOPICS[topic]))

    def count(self, pattern: str) -> int:
        return sum(1 for _ in self.output.glob(pattern))


@dataclass(frozen=True, slots=True)
class Census:
    """What a corpus amounts to, for checks."""

    newest: Article
    months: frozenset[str]
    by_topic: tuple[int, ...]


@cache
def census(corpus: Corpus) -> Census:
    """One walk through the corpus."""
    newest, months, by_topic = corpus.article(0), set(), [0] * len(TOPICS)
    for article in corpus:
        newest = max(newest, article, key=lambda one: one.date)
        months.add(f"{article.date:%Y-%m}")
        for topic in article.topics:
            by_topic[topic] += 1
    return Census(newest, frozenset(months), tuple(by_topic))


def _recipe(site: Site) -> str:
    """What the site's files were made of; when it is another, they are made anew."""
    sample = site.format.text(site.corpus.article(1), site.corpus)
    mark = hashlib.blake2s(f"{site.corpus}{sample}".encode())
    here = Path(__file__).parent
    for path in sorted([*site.generator.kit, here / "corpus.py", here / "formats.py", here / "words.toml"]):
        mark.update(path.read_bytes())
    return mark.hexdigest()
