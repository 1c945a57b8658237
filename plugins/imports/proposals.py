"""What the import proposes of itself: slug, topics, year, summary, labels of figures. An editor may change all of it.

Topics are those whose keywords the article has, the headline's and the figures' subjects counted more. The year is the
one that the source gives, else the one that the text names most.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from plugins.desk.slugs import front_matter, propose, taken
from plugins.zhtext import read as read_figures
from plugins.zhtext import shorten

from .dates import day_in
from .types import Article
from .writing import Proposal

SUMMARY: Final = 90
TOPICS: Final = 3
LABELS: Final = 5
YEAR: Final = re.compile(r"(?<![到至0-9])(20[0-9]{2}|19[4-9][0-9])年(?!代)")


@dataclass(frozen=True, slots=True)
class Topic:
    title: str
    keywords: tuple[str, ...]


@dataclass(slots=True)
class Desk:
    """What the hub has already: its topics, and the slugs that are in use."""

    topics: Sequence[Topic] = ()
    slugs: set[str] | None = None

    def propose(self, title: str, stem: str) -> str:
        """A slug that nothing has, kept so that the next is another."""
        if self.slugs is None:
            self.slugs = set()
        slug = propose(title or stem, self.slugs)
        self.slugs.add(slug)
        return slug


def desk(content: Path | None, out: Path | None) -> Desk:
    """The desk of a content folder, and of what stands in the folder that is written to."""
    slugs: set[str] = set()
    topics: list[Topic] = []
    for folder in (content / "articles" if content else None, out):
        if folder is not None and folder.is_dir():
            slugs |= taken(folder)
    if content is not None:
        topics = [topic for path in sorted((content / "topics").glob("*.md")) if (topic := _topic(path))]
    return Desk(topics, slugs)


def _topic(path: Path) -> Topic | None:
    try:
        values: Any = yaml.safe_load(front_matter(path))
    except yaml.YAMLError:
        return None
    if not isinstance(values, dict) or not values.get("title"):
        return None
    words = values.get("keywords") or []
    return Topic(str(values["title"]), tuple(map(str, words if isinstance(words, list) else [words])))


def proposed(article: Article, at: Desk, stem: str) -> Proposal:
    title, text = article.text_of("title"), "\n".join(part.text for part in article.body)
    year = article.year or int((article.date or "0")[:4]) or _year(f"{title}\n{text}")
    date = day_in(year, article.dateline) or article.date
    reading = read_figures(text, year=year or None)
    subjects = [figure.label for figure in reading.figures]
    return Proposal(
        slug=at.propose(title, stem),
        date=date,
        topics=_topics(at.topics, title + article.text_of("kicker") + article.text_of("subtitle"), text, subjects),
        summary=_summary(article),
        year=year if year and not date.startswith(str(year)) else 0,
    )


def _year(text: str) -> int:
    found = Counter(YEAR.findall(text))
    return int(max(found, key=lambda year: (found[year], year))) if found else 0


def _topics(topics: Sequence[Topic], head: str, text: str, subjects: Sequence[str]) -> list[str]:
    scored = []
    for topic in topics:
        words = [topic.title, *topic.keywords]
        score = sum(3 * (word in head) + min(text.count(word), 4) for word in words)
        score += sum(any(word in subject for word in words) for subject in subjects)
        scored.append((score, topic.title))
    best = max((score for score, _ in scored), default=0)
    kept = [title for score, title in sorted(scored, key=lambda one: -one[0]) if score >= 2 and score * 3 >= best]
    return kept[:TOPICS]


def _summary(article: Article) -> str:
    """From the first paragraphs, as many as it takes; whole sentences, and no figure cut."""
    text = ""
    for part in article.of("paragraph"):
        text += part.text
        if len(text) >= SUMMARY:
            break
    return shorten(text, SUMMARY, read_figures(text).figures) if text else ""


def labelled(figures: Sequence[Any]) -> list[dict[str, str]]:
    """The labels of the leading figures, for the editor to correct: of those written so in one place only."""
    written = Counter(entry.figure.text for entry in figures)
    found = [entry.figure for entry in figures if entry.figure.label and written[entry.figure.text] == 1]
    return [{"text": figure.text, "label": figure.label} for figure in found[:LABELS]]
