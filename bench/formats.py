"""Formats: an article in, the file that each generator wants out. Only front matter, folder and link differ."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from .corpus import COLUMNS, LINK, TOPICS, Article, Corpus

FOLDER = 500
"""Articles in one folder."""
SECTION = "---\ntitle: {title}\nslug: {slug}\n---\n\n“{title}”一组，收的都是测速用的虚构文字。\n"


@dataclass(frozen=True)
class Format:
    """Where an article goes, what stands above its body, and how it links to the article in another such place."""

    place: Callable[[str], str]
    head: Callable[[Article], str]
    link: Callable[[str], str]
    sections: bool = False  # whether topics and columns have files of their own

    def write(self, article: Article, corpus: Corpus, folder: Path) -> None:
        path = folder / self.path(article.number)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.text(article, corpus), "utf-8")

    def write_all(self, corpus: Corpus, folder: Path) -> None:
        for article in corpus:
            self.write(article, corpus, folder)
        for kind, rows in (("topics", TOPICS), ("columns", COLUMNS)) if self.sections else ():
            (folder / kind).mkdir(parents=True, exist_ok=True)
            for title, slug in rows:
                (folder / kind / f"{slug}.md").write_text(SECTION.format(title=title, slug=slug), "utf-8")

    def path(self, number: int) -> str:
        return self.place(_file(number))

    def text(self, article: Article, corpus: Corpus) -> str:
        link = f"[{corpus.title(article.linked)}]({self.link(_file(article.linked))})"
        return f"{self.head(article)}\n\n" + "\n\n".join(article.blocks).replace(LINK, link) + "\n"


def _file(number: int) -> str:
    return f"{number // FOLDER:04d}/a{number:06d}.md"


def topics_of(article: Article) -> list[str]:
    return [TOPICS[index][0] for index in article.topics]


def _quoted(values: Iterable[str]) -> str:
    return "[" + ", ".join(f'"{value}"' for value in values) + "]"


def _yaml(article: Article, **fields: str) -> str:
    rows = {"title": f'"{article.title}"', **fields, "summary": f'"{article.summary}"'}
    return "\n".join(["---", *(f"{name}: {value}" for name, value in rows.items()), "---"])


def _when(date: dt.datetime) -> str:
    return f"{date:%Y-%m-%dT%H:%M:00+08:00}"


def _hub(article: Article) -> str:
    column, topics = COLUMNS[article.column][0], _quoted(topics_of(article))
    return _yaml(article, slug=article.slug, date=f"{article.date:%Y-%m-%d %H:%M}", column=column, topics=topics)


def _hugo(article: Article) -> str:
    column, month = _quoted([COLUMNS[article.column][0]]), _quoted([f"{article.date:%Y-%m}"])
    topics = _quoted(topics_of(article))
    return _yaml(article, date=_when(article.date), columns=column, topics=topics, months=month)


def _eleventy(article: Article) -> str:
    column = COLUMNS[article.column][0]
    return _yaml(article, date=_when(article.date), column=column, topics=_quoted(topics_of(article)))


def _pelican(article: Article) -> str:
    rows = {
        "Title": article.title,
        "Date": f"{article.date:%Y-%m-%d %H:%M}",
        "Category": COLUMNS[article.column][0],
        "Tags": ", ".join(topics_of(article)),  # its only taxonomy of several values
        "Slug": article.slug,
        "Summary": article.summary,
    }
    return "\n".join(f"{name}: {value}" for name, value in rows.items())


FORMATS = {
    "hub": Format(lambda file: f"articles/{file}", _hub, lambda file: f"../{file}", sections=True),
    "hugo": Format(lambda file: f"news/{file}", _hugo, lambda file: f'{{{{< ref "/news/{file}" >}}}}'),
    "eleventy": Format(
        lambda file: f"news/{file}", _eleventy, lambda file: f"/news/{Path(file).with_suffix('.html').name}"
    ),
    "pelican": Format(lambda file: f"news/{file}", _pelican, lambda file: f"{{filename}}/news/{file}"),
}
